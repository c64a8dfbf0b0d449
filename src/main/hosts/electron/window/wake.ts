import { app, powerMonitor } from 'electron'
import type { EngineClient } from '../../../workers/engine-client.ts'
import type { WindowMemory } from './memory.ts'

/** Hears what happens to the computer: what ran out meanwhile runs out when it wakes, and nothing is lost if it does not. */
export function followComputer(engine: Pick<EngineClient, 'look' | 'resume'>, memory: WindowMemory): void {
  powerMonitor.on('suspend', () => memory.keep())
  powerMonitor.on('resume', () => engine.resume())
  powerMonitor.on('unlock-screen', () => engine.resume())
  // On a Mac: another person worked at the computer, and may have set its clock.
  powerMonitor.on('user-did-become-active', () => engine.look())
  app.on('browser-window-focus', () => engine.look())
}
