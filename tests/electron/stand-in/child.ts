import { CONTROLS, WITNESS, type Witness, controlsOf } from './controls.ts'
import { watchEngines } from './engines.ts'
import type { Launch } from './launch.ts'
import { remotePanes } from './remote-panes.ts'
import { runOn } from './run.ts'
import { StandIn } from './stand-in.ts'
import { type Message, Wire } from './wire.ts'

/** The application on its stand-in, in a process of its own: the pages of its windows live with whoever started it. */
const [dataDir, launched] = process.argv.slice(2)
const { out, argv = [], platform = process.platform, told = [] } = JSON.parse(launched!) as Launch
process.argv = [process.execPath, ...argv]
Object.defineProperty(process, 'platform', { value: platform })
const wire = new Wire((message) => {
  // Whoever has gone hears nothing more.
  if (process.connected) process.send!(message)
})
process.on('message', (message) => wire.hear(message as Message))
process.on('disconnect', () => process.exit(1))

watchEngines()
const standIn = new StandIn(remotePanes(wire), dataDir!, { told })
wire.serve(CONTROLS, controlsOf(standIn))
let shown = false
standIn.app.on('browser-window-created', (_event, window: NodeJS.EventEmitter) => {
  window.on('show', () => (shown = true))
})
// Electron quits when the system ends it.
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => standIn.app.quit())
void standIn.app.ended.then(async (code) => {
  await wire.at<Witness>(WITNESS).ended({ errors: standIn.dialog.errors, shown })
  process.exit(code)
})
await runOn(standIn, out)
