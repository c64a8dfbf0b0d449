import { type Plant, and, plant, swap } from './plant.ts'

const [MANIFEST, LOCK] = ['package.json', 'package-lock.json']

/** Packages and how they are started (items 4 and 16, X6). */
export const DEPENDENCY_PLANTS: readonly Plant[] = [
  plant(
    '16-electron-pin',
    'another release',
    MANIFEST,
    swap(/"electron": "45[\d.]+"/, '"electron": "45.0.0"'),
  ),
  plant('16-electron-pin', 'no pin', MANIFEST, swap(/ {4}"electron": "45[\d.]+",\n/, '')),
  plant('16-electron-pin', 'a package that is not there', MANIFEST, () => null),
  plant(
    '16-electron-lock',
    'the lock of another pin',
    LOCK,
    swap(/"electron": "45[\d.]+"/, '"electron": "44.0.0"'),
  ),
  plant(
    '16-electron-lock',
    'another release in the lock',
    LOCK,
    swap(
      /("node_modules\/electron": \{\s+"version": )"[\d.]+"/,
      '"node_modules/electron": { "version": "44.0.0"',
    ),
  ),
  plant(
    '16-electron-lock',
    'a second electron',
    LOCK,
    swap(
      '"node_modules/electron": {',
      '"node_modules/x/node_modules/electron": { "integrity": "sha512-x" },\n"node_modules/electron": {',
    ),
  ),
  plant('16-exact', 'a range', MANIFEST, swap(/"vue": "([\d.]+)"/, '"vue": "^3.5.0"')),
  plant(
    '16-exact',
    'a package from a web address',
    MANIFEST,
    swap(/"zod": "([\d.]+)"/, '"zod": "https://example.invalid/zod.tgz"'),
  ),
  plant(
    '16-locked',
    'a package without a hash',
    LOCK,
    swap('"packages": {', '"packages": {\n"node_modules/x": { "version": "1.0.0" },'),
  ),
  plant(
    '16-shipped',
    'a package more is shipped',
    MANIFEST,
    swap('"dependencies": {', '"dependencies": {\n"vue": "3.5.45",'),
  ),
  plant(
    '16-install-scripts',
    'the script of electron runs',
    MANIFEST,
    swap('"electron": false', '"electron": true'),
  ),
  plant(
    '16-install-scripts',
    'another script runs',
    MANIFEST,
    swap('"better-sqlite3": false', '"better-sqlite3": true'),
  ),
  plant(
    'x6-installed',
    'an updater',
    LOCK,
    swap('"packages": {', '"packages": {\n"node_modules/electron-updater": { "integrity": "sha512-x" },'),
  ),
  plant(
    'x6-installed',
    'a reporter, deep down',
    LOCK,
    swap(
      '"packages": {',
      '"packages": {\n"node_modules/x/node_modules/@sentry/node": { "integrity": "sha512-x" },',
    ),
  ),
  plant(
    '4-launch-arguments',
    'a start without the sandbox',
    MANIFEST,
    swap('"scripts": {', '"scripts": {\n"debug": "electron . --no-sandbox",'),
  ),
  plant(
    '4-launch-arguments',
    'a packager that adds a switch',
    'electron-builder.yml',
    and('linux:\n  executableArgs: [--no-sandbox]'),
  ),
  plant(
    '4-launch-arguments',
    'a debugger in a script',
    'scripts/planted.ts',
    and("export const args = ['--inspect=9229']"),
  ),
  plant(
    '4-launch-arguments',
    'a workflow that opens it',
    '.github/workflows/planted.yml',
    and('run: tandem --remote-debugging-port=9222'),
  ),
]
