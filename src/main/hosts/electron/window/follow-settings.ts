import { nativeTheme } from 'electron'
import type { EngineClient } from '../../../workers/engine-client.ts'
import type { Chosen } from './chosen.ts'

/** Native parts look and speak as the settings say: from the start, as they were last, and from then on as they change. */
export function followSettings(engine: Pick<EngineClient, 'call' | 'subscribe'>, chosen: Chosen): void {
  const wear = (): void => {
    nativeTheme.themeSource = chosen.theme
  }
  const ask = async (): Promise<void> => {
    const settings = await engine.call('settings.get', {})
    if (settings.ok) chosen.take(settings.value)
  }
  chosen.subscribe(wear)
  engine.subscribe(({ name }) => {
    if (name === 'settings.changed') void ask()
  })
  wear()
  void ask()
}
