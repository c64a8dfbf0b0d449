import type { Component } from '#shared/licences.ts'

/** The list the build left beside the screens; it is read when somebody asks for it. Errors: when it is not there. */
export async function loadLicences(): Promise<readonly Component[]> {
  const answer = await fetch('licences.json')
  if (!answer.ok) throw new Error(`licences.json: ${answer.status}`)
  return (await answer.json()) as Component[]
}

/** Those whose name or licence has all the words. */
export function findLicences(components: readonly Component[], typed: string): readonly Component[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  return components.filter(({ name, licence }) => {
    const text = `${name} ${licence}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
}
