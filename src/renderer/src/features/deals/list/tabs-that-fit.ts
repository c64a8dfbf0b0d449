/**
 * Which tabs have room, by place: as many as fit from the front, and the chosen one in any case. `more` is the width of
 * the button that holds the rest, needed only where there is a rest. Widths of 0 are not known yet: all are shown.
 */
export function tabsThatFit(
  widths: readonly number[],
  room: number,
  more: number,
  chosen: number,
): ReadonlySet<number> {
  const all = new Set(widths.keys())
  const total = widths.reduce((sum, width) => sum + width, 0)
  if (room <= 0 || total <= room) return all
  const shown = new Set([chosen])
  let left = room - more - (widths[chosen] ?? 0)
  for (const [place, width] of widths.entries()) {
    if (place === chosen) continue
    if (width > left) break
    left -= width
    shown.add(place)
  }
  return shown
}
