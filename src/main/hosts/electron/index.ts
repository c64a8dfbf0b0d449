import { resolve } from 'node:path'
import { app } from 'electron'
import { APP_ID } from './app-id.ts'
import { OpenedFiles } from './files/opening.ts'
import { run } from './run.ts'
import { shutDoors } from './security/doors.ts'
import { confinePages } from './security/lockdown.ts'
import { registerScheme } from './security/protocol.ts'

/** The Electron host. What must precede readiness comes first, and nothing else before it is sure to be the only one. */
app.enableSandbox()
shutDoors(app)
registerScheme()
confinePages(app)
/** What we write ourselves is its owner's alone; what a person saves is as their other files are. */
const saveMode = 0o666 & ~process.umask(0o077)

app.setAppUserModelId(APP_ID)

const dataDirArgument = app.commandLine.getSwitchValue('data-dir')
if (dataDirArgument) app.setPath('userData', resolve(dataDirArgument))

const opened = new OpenedFiles(process.argv, process.cwd())
if (!app.requestSingleInstanceLock()) app.quit()
else void run({ saveMode, opened })
