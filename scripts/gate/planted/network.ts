import { FILES } from '../shape.ts'
import { NEW, NEW_MAIN, NEW_SCREEN, NEW_VIEW, type Plant, and, given, plant, swap, view } from './plant.ts'

const { print } = FILES

/** Networks, addresses and packages (items 1 and X6). */
export const NETWORK_PLANTS: readonly Plant[] = [
  plant(
    '1-remote-address',
    'an address in a literal',
    NEW_MAIN,
    and("export const help = 'https://example.invalid'"),
  ),
  plant(
    '1-remote-address',
    'an address in pieces',
    NEW_MAIN,
    and("const scheme = 'ht' + 'tp:'\nexport const help = scheme + '//x'"),
  ),
  plant(
    '1-remote-address',
    'an address in a template',
    NEW_SCREEN,
    and('export const to = (host: string) => `wss://${host}/x`'),
  ),
  plant(
    '1-remote-address',
    'a script by its address in a view',
    NEW_VIEW,
    view('<img src="//example.invalid/x.png">'),
  ),
  plant(
    '1-remote-address',
    'styles from elsewhere',
    'src/renderer/src/planted.css',
    and("@import url('https://example.invalid/x.css');"),
  ),
  plant('1-remote-address', 'a link that runs', NEW_VIEW, view('<span title="javascript:alert(1)" />')),
  plant('1-remote-address', 'a file of the disk', NEW, and("export const page = 'file:///etc/passwd'")),
  plant(
    '1-network-modules',
    'a port is opened',
    NEW_MAIN,
    and("import { createServer } from 'node:http'\nexport const server = createServer"),
  ),
  plant('1-network-modules', 'the module without its prefix', NEW, and("export { connect } from 'net'")),
  plant('1-network-modules', 'a module taken late', NEW, and("export const load = () => import('node:tls')")),
  plant(
    '1-network-modules',
    'the other host',
    NEW,
    and("import { x } from '../loopback/server.ts'\nexport const y = x"),
  ),
  plant('1-fetch', 'the host fetches', NEW, and("export const load = () => fetch('x')")),
  plant(
    '1-fetch',
    'a screen fetches by itself',
    NEW_SCREEN,
    and('export const load = (to: string) => fetch(to)'),
  ),
  plant(
    '1-fetch',
    'the bridge fetches elsewhere',
    'src/renderer/src/bridge/files.ts',
    swap('fetch(`/files/${fileId}`', 'fetch(`//files/${fileId}`'),
  ),
  plant('1-sockets', 'a socket', NEW_SCREEN, and('export const socket = (to: string) => new WebSocket(to)')),
  plant(
    '1-sockets',
    'a beacon by a name put together',
    NEW_SCREEN,
    and("export const name = `send${'Beacon'}`"),
  ),
  plant(
    '1-certificates',
    'every certificate is good',
    NEW,
    given('Session', 'of', 'of.setCertificateVerifyProc((_request, answer) => answer(0))'),
  ),
  plant(
    '1-certificates',
    'errors of certificates are passed over',
    NEW,
    given('App', 'app', "app.on('certificate-error', (event) => event.preventDefault())"),
  ),
  plant('1-certificates', 'a proxy', NEW, given('Session', 'of', "void of.setProxy({ mode: 'system' })")),
  plant(
    '1-web-requests',
    'headers of answers are changed',
    NEW,
    given('Session', 'of', 'of.webRequest.onHeadersReceived(null)'),
  ),
  plant(
    '1-web-requests',
    'headers are changed where requests are stopped',
    print,
    and("export const name = 'onHeadersReceived'"),
  ),
  plant(
    'x6-packages',
    'a package that reports',
    NEW_MAIN,
    and("import { init } from '@sentry/node'\ninit()"),
  ),
  plant(
    'x6-packages',
    'a package in the screens',
    NEW_SCREEN,
    and("import axios from 'axios'\nexport const load = axios"),
  ),
]
