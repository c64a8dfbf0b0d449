import '@fontsource-variable/inter/wght.css'
import '@fontsource-variable/noto-sans-sc/wght.css'
import './ui/styles/tokens.css'
import './ui/styles/base.css'
import './ui/styles/print.css'
import './ui/form/control.css'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { systemLocale } from '#shared/domain/settings.ts'
import App from './app/App.vue'
import NoSession from './app/NoSession.vue'
import { createAppRouter } from './app/router.ts'
import { createWords } from './app/words/words.ts'
import { chooseBridge } from './bridge/choose-bridge.ts'
import { createClient } from './bridge/client.ts'
import { provideClient } from './bridge/provide.ts'

/** Composition: find the host, build the client, put everything together, show it. */
async function main(): Promise<void> {
  const words = createWords(systemLocale(navigator.languages))
  const host = await chooseBridge()
  if (!host) {
    createApp(NoSession).use(words).mount('#app')
    return
  }
  const app = createApp(App)
  provideClient(app, createClient(host))
  app.use(createPinia()).use(words).use(createAppRouter()).mount('#app')
}

void main()
