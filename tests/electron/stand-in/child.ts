import { remotePanes } from './remote-panes.ts'
import { runOn } from './run.ts'
import { StandIn } from './stand-in.ts'
import { type Message, Wire } from './wire.ts'

/** The application on its stand-in, in a process of its own: the pages of its windows live with whoever started it. */
const [dataDir] = process.argv.slice(2)
const wire = new Wire((message) => {
  // Whoever has gone hears nothing more.
  if (process.connected) process.send!(message)
})
process.on('message', (message) => wire.hear(message as Message))
process.on('disconnect', () => process.exit(1))

const standIn = new StandIn(remotePanes(wire), dataDir!)
// Electron quits when the system ends it.
process.on('SIGTERM', () => standIn.app.quit())
void standIn.app.ended.then((code) => process.exit(code))
await runOn(standIn)
