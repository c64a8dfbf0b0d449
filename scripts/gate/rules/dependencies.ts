import { type Rule, problem } from '../rule.ts'
import { RELEASE } from '../release.ts'
import { ALLOWED_SCRIPTS, SHIPPED, isConfiguration } from '../shape.ts'

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
  readonly allowScripts?: Readonly<Record<string, boolean>>
}
interface Locked {
  readonly version?: string
  readonly resolved?: string
  readonly integrity?: string
  readonly link?: boolean
}

const MANIFEST = 'package.json'
const LOCK = 'package-lock.json'
const isManifest = (path: string): boolean => path === MANIFEST
const isLock = (path: string): boolean => path === LOCK

const read = <T>(text: string): T => JSON.parse(text) as T
const packagesOf = (text: string): Readonly<Record<string, Locked & Manifest>> =>
  read<{ packages?: Readonly<Record<string, Locked & Manifest>> }>(text).packages ?? {}

/** Packages that report, update or open a way for others, however deep they are installed. */
const UNWANTED =
  /(^|\/)node_modules\/(electron-updater|update-electron-app|@electron\/remote|electron-debug|electron-devtools-installer|@sentry\/.*|@bugsnag\/.*|raygun.*|rollbar|posthog-.*|mixpanel.*|@amplitude\/.*|analytics-node|electron-google-analytics.*|applicationinsights|newrelic|universal-analytics|electron-reload|xlsx)$/

/** Switches that open Chromium or Node: only tests may start either so. */
const OPENING =
  /--(no-sandbox|disable-web-security|disable-gpu-sandbox|disable-site-isolation-trials|remote-debugging-(?:port|address)|remote-allow-origins|ignore-certificate-errors|allow-running-insecure-content|inspect(?:-brk)?(?==| |'|"|$)|disable-setuid-sandbox)/

export const DEPENDENCY_RULES: readonly Rule[] = [
  {
    id: '16-electron-pin',
    fix: `pin electron in devDependencies to ${RELEASE.version}, the release scripts/gate/release.ts speaks of`,
    files: isManifest,
    needs: [MANIFEST],
    *check({ text }) {
      const pinned = read<Manifest>(text).devDependencies?.['electron']
      if (pinned !== RELEASE.version) yield problem(null, `pins electron to ${String(pinned)}`)
    },
  },
  {
    id: '16-electron-lock',
    fix: `run npm install so that the lock holds electron ${RELEASE.version} from the registry, with its hash`,
    files: isLock,
    needs: [LOCK],
    *check({ text }) {
      const packages = packagesOf(text)
      const locked = packages['node_modules/electron']
      if (locked?.version !== RELEASE.version)
        yield problem(null, `locks electron ${String(locked?.version)}`)
      if (packages['']?.devDependencies?.['electron'] !== RELEASE.version) {
        yield problem(null, 'was made for another pin')
      }
      const others = Object.keys(packages).filter((path) => /.\/node_modules\/electron$/.test(path))
      if (others.length > 0) yield problem(null, `locks a second electron: ${others.join(', ')}`)
      if (!/^sha512-/.test(locked?.integrity ?? '')) yield problem(null, 'does not hold the hash of electron')
    },
  },
  {
    id: '16-exact',
    fix: 'write the exact version: npm install --save-exact',
    files: isManifest,
    *check({ text }) {
      const { dependencies = {}, devDependencies = {} } = read<Manifest>(text)
      for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
        if (!/^\d+\.\d+\.\d+$/.test(version)) yield problem(null, `asks for ${name} ${version}`)
      }
    },
  },
  {
    id: '16-locked',
    fix: 'every package comes from a registry, with its hash: run npm install anew',
    files: isLock,
    *check({ text }) {
      for (const [path, { integrity, link, resolved = '' }] of Object.entries(packagesOf(text))) {
        if (path === '' || link) continue
        if (!integrity || !/^https:\/\/|^$/.test(resolved))
          yield problem(null, `does not hold the hash of ${path}`)
      }
    },
  },
  {
    id: '16-shipped',
    fix: `only ${SHIPPED.join(', ')} is shipped as a package; everything else is built in, and stands in devDependencies`,
    files: isManifest,
    *check({ text }) {
      for (const name of Object.keys(read<Manifest>(text).dependencies ?? {})) {
        if (!SHIPPED.includes(name)) yield problem(null, `ships ${name}`)
      }
    },
  },
  {
    id: '16-install-scripts',
    fix: 'allowScripts lists every package with a script, and lets those run that ALLOWED_SCRIPTS of shape.ts names',
    files: isManifest,
    *check({ text }) {
      const allowed = read<Manifest>(text).allowScripts ?? {}
      const runs = Object.keys(allowed).filter((name) => allowed[name])
      for (const name of runs)
        if (!ALLOWED_SCRIPTS.includes(name)) yield problem(null, `lets ${name} run a script`)
      if (allowed['electron'] !== false) yield problem(null, 'does not forbid the script of electron')
    },
  },
  {
    id: 'x6-installed',
    fix: 'do without it: nothing of the application reports, updates by itself or lets others in',
    files: isLock,
    *check({ text }) {
      for (const path of Object.keys(packagesOf(text)))
        if (UNWANTED.test(path)) yield problem(null, `installs ${path}`)
    },
  },
  {
    id: '4-launch-arguments',
    fix: 'start it as it is shipped: switches like these belong into tests alone',
    files: isConfiguration,
    *check({ text }) {
      const found = OPENING.exec(text)
      if (found) yield problem(null, `starts with ${found[0]}`)
    },
  },
]
