/** Who may import whom (docs/architecture.md). A forbidden import fails `npm test`. */
const test = '\\.(test|bench)\\.ts$|\\.test-d\\.ts$'

/** @param {string} name @param {string} from @param {string[]} allowed @param {string} [except] */
const only = (name, from, allowed, except) => ({
  name,
  severity: 'error',
  comment: `${from} may import: ${allowed.join(', ') || 'nothing'}`,
  from: { path: from, pathNot: except ? `${test}|${except}` : test },
  to: { pathNot: allowed },
})

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    only('domain-imports-nothing', '^src/shared/domain/', ['^src/shared/domain/']),
    only('rules-are-pure', '^src/shared/rules/', [
      '^src/shared/(rules|domain)/',
      '^src/shared/(result|errors)\\.ts$',
    ]),
    only('contract', '^src/shared/ipc/', [
      '^src/shared/(ipc|domain)/',
      '^src/shared/errors\\.ts$',
      'node_modules/zod',
    ]),
    only('words', '^src/shared/words/', ['^src/shared/(words|domain|ipc)/', '^src/shared/errors\\.ts$']),
    only('telling', '^src/shared/telling/', [
      '^src/shared/(telling|words|domain|ipc)/',
      '^src/shared/errors\\.ts$',
    ]),
    {
      name: 'shared-runs-anywhere',
      severity: 'error',
      from: { path: '^src/shared/', pathNot: test },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'shared-knows-no-side',
      severity: 'error',
      from: { path: '^src/shared/' },
      to: { path: '^src/(main|renderer)/', pathNot: test },
    },
    {
      name: 'core-knows-no-host',
      severity: 'error',
      from: { path: '^src/main/core/' },
      to: { path: '^src/(main/(hosts|workers)|renderer)/' },
    },
    only('core', '^src/main/core/', [
      '^src/shared/',
      '^src/main/(core|db)/',
      '^resources/',
      'node_modules/(kysely|zod|csv-parse|csv-stringify)/',
      '^(node:)?(fs|fs/promises|path|stream|stream/promises|stream/web|readline|crypto|zlib)$',
    ]),
    only('db', '^src/main/db/', [
      '^src/shared/(domain/|errors\\.ts$)',
      '^src/main/db/',
      'node_modules/(kysely|better-sqlite3|@types/better-sqlite3)/',
      '^(node:)?(fs|path|crypto)$',
    ]),
    only('migrations-are-frozen', '^src/main/db/migrations/', [
      '^src/main/db/migrations/',
      'node_modules/kysely/',
    ]),
    only('workers', '^src/main/workers/', [
      '^src/shared/',
      '^src/main/(workers|core|db)/',
      'node_modules/uuidv7/',
      '^(node:)?(worker_threads|timers/promises|url)$',
    ]),
    {
      name: 'only-db-names-the-driver',
      severity: 'error',
      from: { pathNot: '^(src/main/db/|tests/)' },
      to: { path: 'node_modules/(better-sqlite3|@types/better-sqlite3)/' },
    },
    {
      name: 'only-the-electron-host-names-electron',
      severity: 'error',
      from: { pathNot: '^(src/main/hosts/electron/|tests/electron/)' },
      to: { path: 'node_modules/electron/' },
    },
    {
      name: 'hosts-never-import-each-other',
      severity: 'error',
      from: { path: '^src/main/hosts/(electron|loopback)/' },
      to: { path: '^src/main/hosts/(electron|loopback)/', pathNot: '^src/main/hosts/$1/' },
    },
    {
      name: 'hosts-translate-only',
      severity: 'error',
      comment: 'a host reaches the application through the workers; of core it may name types only',
      from: { path: '^src/main/hosts/' },
      to: { path: '^src/main/(core|db)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'electron-opens-no-port',
      severity: 'error',
      from: { path: '^src/main/hosts/electron/' },
      to: { path: '^(node:)?(http|https|net|http2)$', reachable: true },
    },
    {
      name: 'screens-never-import-main',
      severity: 'error',
      from: { path: '^src/renderer/' },
      to: { path: '^src/main/' },
    },
    {
      name: 'features-never-import-each-other',
      severity: 'error',
      from: { path: '^src/renderer/src/features/([^/]+)/' },
      to: { path: '^src/renderer/src/features/', pathNot: '^src/renderer/src/features/$1/' },
    },
    {
      name: 'ui-is-dumb',
      severity: 'error',
      from: { path: '^src/renderer/src/ui/' },
      to: { path: '^src/renderer/src/(features|bridge|app)/' },
    },
    {
      name: 'the-design-page-shows-parts-only',
      severity: 'error',
      comment: 'what it shows must do without words, client and features',
      from: { path: '^src/renderer/src/design/' },
      to: { path: '^src/renderer/src/(features|bridge|app)/' },
    },
    {
      name: 'only-the-bridge-knows-transports',
      severity: 'error',
      from: { path: '^src/renderer/src/(features|ui)/' },
      to: { path: '^src/renderer/src/bridge/', pathNot: '^src/renderer/src/bridge/(client|provide)\\.ts$' },
    },
    {
      name: 'screens-carry-no-schemas',
      severity: 'error',
      comment: 'the schema library stays in main: screens use the types of the contract only',
      from: { path: '^src/renderer/', pathNot: test },
      to: { path: '^src/shared/ipc/(contract|procedure|values)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'screens-never-name-the-schema-library',
      severity: 'error',
      from: { path: '^src/renderer/', pathNot: test },
      to: { path: 'node_modules/zod/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^out/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.node.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.vue', '.js', '.mjs', '.json'],
    },
  },
}
