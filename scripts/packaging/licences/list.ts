import type { Component } from '#shared/licences.ts'

/** What may be part of a product that is given away as a whole under MIT. A licence not named here stops the build. */
export const ALLOWED: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'OFL-1.1',
  'Unlicense',
  'blessing',
])

/** Of Chromium, which joins hundreds of works: its makers' own collection is shipped beside the program. */
const BESIDE = 'see LICENSES.chromium.html'

/** Whether an expression leaves a choice that is allowed: one side of an OR, every side of an AND. */
function isAllowed(expression: string): boolean {
  const plain = expression.replaceAll(/[()]/g, '')
  return plain.split(' OR ').some((choice) => choice.split(' AND ').every((name) => ALLOWED.has(name.trim())))
}

/** What is wrong with a list; empty when everything in it may be shipped and says so. */
export function faultsOf(components: readonly Component[]): string[] {
  return components.flatMap(({ name, version, licence, text }) => {
    const what = `${name} ${version}`
    if (licence === '') return [`${what}: no licence is named`]
    if (licence === BESIDE && name === 'Chromium') return []
    if (!isAllowed(licence)) return [`${what}: ${licence} is not on the list`]
    return text === null || text.trim().length < 20 ? [`${what}: the text of its licence is missing`] : []
  })
}

/** Chromium as the list names it: its version belongs to Electron's. */
export const CHROMIUM: Component = { name: 'Chromium', version: '', licence: BESIDE, text: null }
