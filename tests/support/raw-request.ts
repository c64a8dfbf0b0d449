import { type Socket, connect } from 'node:net'

/** What came back, byte for byte in its head. */
export interface RawAnswer {
  /** Null when the connection ended without an answer. */
  readonly status: number | null
  readonly headers: ReadonlyMap<string, string>
  readonly body: string
}

const MOST_WAIT_MS = 5_000

function parsed(text: string): RawAnswer {
  const [head = '', ...rest] = text.split('\r\n\r\n')
  const [first = '', ...lines] = head.split('\r\n')
  const status = /^HTTP\/1\.[01] (\d{3})/.exec(first)?.[1]
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
  })
  return { status: status ? Number(status) : null, headers: new Map(headers), body: rest.join('\r\n\r\n') }
}

/** Sends bytes to a port of this computer exactly as they are, and gives what comes back until the other side is done. */
export function sendRaw(port: number, bytes: string | Buffer): Promise<RawAnswer> {
  return new Promise((resolve) => {
    const socket: Socket = connect(port, '127.0.0.1')
    const chunks: Buffer[] = []
    const finish = () => {
      socket.destroy()
      resolve(parsed(Buffer.concat(chunks).toString('utf8')))
    }
    socket.setTimeout(MOST_WAIT_MS, finish)
    socket.on('data', (chunk: Buffer) => chunks.push(chunk))
    socket.on('error', finish)
    socket.on('close', finish)
    socket.write(bytes)
  })
}

/** A request as bytes: what is not given is left out, so that anything can be missing or stand twice. */
export function requestBytes(
  start: string,
  headers: readonly (readonly [name: string, value: string])[],
  body = '',
): string {
  const lines = headers.map(([name, value]) => `${name}: ${value}`)
  return [start, ...lines, '', body].join('\r\n')
}
