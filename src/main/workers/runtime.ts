const NAMES = [
  ['electron', 'Electron'],
  ['chrome', 'Chromium'],
  ['node', 'Node.js'],
] as const

/** What the process runs on, by the names people know. */
export function runtimeOf(
  versions: Readonly<Record<string, string | undefined>>,
): { name: string; version: string }[] {
  return NAMES.flatMap(([key, name]) => {
    const version = versions[key]
    return version === undefined ? [] : [{ name, version }]
  })
}
