/** The steps of the menu and of the wheel, as browsers have them. */
export const ZOOMS = [0.5, 0.67, 0.75, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3] as const
export type ZoomWay = 'in' | 'out' | 'reset'

/** The next larger or smaller step from any factor; at either end it stays. */
export function zoomed(factor: number, way: ZoomWay): number {
  // A factor that went through Chromium's levels and back is not quite what it was.
  const near = 0.005
  if (way === 'in') return ZOOMS.find((step) => step > factor + near) ?? ZOOMS.at(-1)!
  if (way === 'out') return ZOOMS.findLast((step) => step < factor - near) ?? ZOOMS[0]
  return 1
}
