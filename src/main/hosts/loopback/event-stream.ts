import type { ServerResponse } from 'node:http'
import type { EngineClient } from '../../workers/engine-client.ts'

const HEARTBEAT_MS = 15_000

/** Sends events as they happen until the page goes away. Read with fetch: EventSource cannot send a token. */
export function openEventStream(
  response: ServerResponse,
  engine: EngineClient,
  streams: Set<() => void>,
): void {
  response.writeHead(200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store',
    'X-Accel-Buffering': 'no',
  })
  response.write(': open\n\n')
  const unsubscribe = engine.subscribe((event) => response.write(`data: ${JSON.stringify(event)}\n\n`))
  const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS)
  const end = () => response.end()
  streams.add(end)
  response.on('close', () => {
    clearInterval(heartbeat)
    unsubscribe()
    streams.delete(end)
  })
}
