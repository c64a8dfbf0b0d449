import type { App } from 'electron'

/**
 * Switches of Chromium by which whoever starts the program gets into it or its pages, past everything the program does
 * itself: a debugger, a program or an extension put in between, checks turned off, requests led elsewhere. The fuses
 * know those of Node alone. A switch that is read before the program's first line, such as `--js-flags`, has done its
 * work by then; `--no-sandbox` is overruled by `app.enableSandbox()`.
 */
const DOORS = [
  ...['remote-debugging-port', 'remote-debugging-pipe', 'remote-debugging-address', 'remote-allow-origins'],
  ...['browser-subprocess-path', 'gpu-launcher', 'renderer-cmd-prefix', 'utility-cmd-prefix'],
  ...['load-extension', 'disable-extensions-except', 'disable-web-security', 'disable-site-isolation-trials'],
  ...['allow-file-access-from-files', 'allow-running-insecure-content', 'ignore-certificate-errors'],
  ...[
    'host-rules',
    'host-resolver-rules',
    'proxy-server',
    'proxy-pac-url',
    'single-process',
    'in-process-gpu',
  ],
  ...['no-sandbox', 'disable-gpu-sandbox', 'disable-seccomp-filter-sandbox', 'enable-blink-features'],
  ...['use-fake-ui-for-media-stream', 'log-net-log', 'net-log-capture-mode', 'trace-startup'],
]

/** Takes them away from the packaged program, before Chromium looks at them. */
export function shutDoors(app: App): void {
  if (!app.isPackaged) return
  for (const name of DOORS) app.commandLine.removeSwitch(name)
}
