import { type HostOptions, type LoopbackHost, startHost } from '../support/loopback-host.ts'

const started = new Set<LoopbackHost>()

/** Starts a host that is killed at the latest when its test ends, whatever happens in between. */
export async function startOwnHost(options: HostOptions): Promise<LoopbackHost> {
  const host = await startHost(options)
  started.add(host)
  host.child.once('close', () => started.delete(host))
  return host
}

/** Kills what a failed attempt left running. */
export async function killOwnHosts(): Promise<void> {
  await Promise.all([...started].map((host) => host.kill()))
}
