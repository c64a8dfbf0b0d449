import { availableParallelism } from 'node:os'

/**
 * How many tests with a browser run side by side. Each waits for a start, a frame or a disk for about a quarter of its
 * time, so half as many again as there are cores keep all of them busy.
 */
export const SIDE_BY_SIDE = Math.min(8, Math.ceil(availableParallelism() * 1.5))
