const MOST_NAME = 200

/** The name a page gives a file: on one line, short, and not ending in half a letter. */
export function handedName(url: URL): string {
  const asked = url.searchParams.get('name') ?? ''
  const name = asked.replace(/\p{Cc}/gu, '').slice(0, MOST_NAME)
  return (name.isWellFormed() ? name : name.slice(0, -1)) || 'file'
}
