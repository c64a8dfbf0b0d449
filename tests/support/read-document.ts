import { createHash } from 'node:crypto'

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
}

/** A written document as a reader without a browser sees it. */
export function readDocument(bytes: Buffer) {
  const text = bytes.toString('utf8')
  const style = /<style>([^]*?)<\/style>/.exec(text)![1]!
  const body = /<body>([^]*)<\/body>/.exec(text)![1]!
  const faces = [...style.matchAll(/font-family:'([^']+)';.*?unicode-range:([^}]+)\}/g)].map(
    ([, family, range]) => ({ family: family!, range: range! }),
  )
  return {
    text,
    style,
    body,
    faces,
    styleHash: createHash('sha256').update(style).digest('base64'),
    /** What is read, without markup. */
    words: body
      .replace(/<[^>]*>/g, ' ')
      .replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity]!)
      .replace(/\s+/g, ' '),
    meta: (name: string) => new RegExp(`<meta name="tandem:${name}" content="([^"]*)">`).exec(text)?.[1],
    policy: /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(text)![1]!.replaceAll('&#39;', "'"),
    tags: new Set([...text.matchAll(/<([a-z0-9]+)/g)].map(([, tag]) => tag!)),
  }
}
