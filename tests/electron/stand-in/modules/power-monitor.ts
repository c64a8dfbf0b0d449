import { EventEmitter } from 'node:events'

/** Sleep, waking and the lock of the screen: events alone. */
export class StandInPowerMonitor extends EventEmitter {}
