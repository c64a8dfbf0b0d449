import { join, relative } from 'node:path'
import type { Configuration } from 'electron-builder'
import { APP_ID } from '../../src/main/hosts/electron/app-id.ts'
import { EXECUTABLE, afterPack } from './after-pack.ts'
import { reachedFrom } from './reached.ts'

/** Where packages are put, below the build they are made of. */
export const PACKAGES = 'out/packages'

/** The scripts the program starts with: window, engine, long work. The loopback host is none of them. */
export const ENTRIES = ['electron', 'engine', 'jobs'].map((name) => `out/main/${name}.js`)

const PREBUILDS = 'node_modules/better-sqlite3/prebuilds'
const EVERYWHERE = '${version}-${os}-${arch}.${ext}'
const ARCH = '${arch}'

/**
 * Everything that goes into the archive of one system: scripts the program can reach, screens, fonts, icons, and of the
 * driver all but its sources and the prebuilds of other systems. One list per system: where common files are named apart,
 * the packager takes a system's own list of exceptions for "everything but".
 */
function filesWith(root: string, prebuilds: string): string[] {
  const scripts = [...reachedFrom(ENTRIES.map((entry) => join(root, entry))).files]
  return [
    'package.json',
    ...scripts.map((path) => relative(root, path).replaceAll('\\', '/')),
    'out/main/build.json',
    'out/main/update-key.pub',
    'out/main/fonts/**/*',
    'out/preload/preload.cjs',
    'out/renderer/**/*',
    'resources/icons/tray/*.{png,ico}',
    'resources/icons/app/256x256.png',
    '!**/*.map',
    '!node_modules/better-sqlite3/{deps,src}{,/**/*}',
    '!node_modules/better-sqlite3/{binding.gyp,README.md}',
    // What the driver is compiled with: it comes compiled.
    '!node_modules/node-addon-api{,/**/*}',
    `!${PREBUILDS}/!(${prebuilds}).node`,
  ]
}

/** Whether the environment carries all of these. */
const has = (env: NodeJS.ProcessEnv, ...names: string[]): boolean => names.every((name) => Boolean(env[name]))

const canNotarise = (env: NodeJS.ProcessEnv): boolean =>
  has(env, 'APPLE_API_KEY', 'APPLE_API_KEY_ID', 'APPLE_API_ISSUER') ||
  has(env, 'APPLE_ID', 'APPLE_APP_SPECIFIC_PASSWORD', 'APPLE_TEAM_ID') ||
  has(env, 'APPLE_KEYCHAIN_PROFILE')

/**
 * How the packager makes the packages of every system. Keys and passwords come from the environment alone
 * (docs/packaging.md); `TANDEM_RELEASE=1` refuses to make a package nobody signed.
 */
export function configuration(root: string, env: NodeJS.ProcessEnv): Configuration {
  return {
    appId: APP_ID,
    productName: 'Tandem',
    copyright: 'MIT licence. Tandem contributors.',
    artifactName: `Tandem-${EVERYWHERE}`,
    directories: { output: PACKAGES, buildResources: 'resources' },
    asar: { smartUnpack: false },
    asarUnpack: [`${PREBUILDS}/*.node`],
    npmRebuild: false,
    electronLanguages: ['en', 'en-US', 'zh-CN'],
    publish: null,
    forceCodeSigning: env['TANDEM_RELEASE'] === '1',
    afterPack,
    fileAssociations: [
      {
        ext: 'tandem',
        name: 'Tandem file',
        description: 'Deals, for another Tandem',
        mimeType: 'application/vnd.tandem+json',
        icon: 'icons/document/tandem-file',
        role: 'Editor',
      },
    ],
    win: {
      target: [{ target: 'nsis', arch: ['x64', 'arm64'] }],
      icon: 'icons/app/icon.ico',
      requestedExecutionLevel: 'asInvoker',
      files: filesWith(root, `win32-${ARCH}`),
    },
    nsis: {
      oneClick: true,
      perMachine: false,
      buildUniversalInstaller: false,
      differentialPackage: false,
      packElevateHelper: false,
      deleteAppDataOnUninstall: false,
      installerLanguages: ['en_US', 'zh_CN'],
    },
    mac: {
      target: [{ target: 'dmg', arch: ['universal'] }],
      icon: 'icons/app/icon.icns',
      category: 'public.app-category.business',
      minimumSystemVersion: '13.0',
      hardenedRuntime: true,
      gatekeeperAssess: false,
      entitlements: 'resources/packaging/entitlements.mac.plist',
      entitlementsInherit: 'resources/packaging/entitlements.mac.plist',
      // Without a certificate the program is signed for itself: a Mac of today starts nothing unsigned.
      ...(has(env, 'CSC_LINK') || has(env, 'CSC_NAME') ? {} : { identity: '-' }),
      notarize: canNotarise(env),
      // Both halves carry both prebuilds, so that their archives are equal and become one.
      x64ArchFiles: '**/better-sqlite3/prebuilds/darwin-*.node',
      files: filesWith(root, 'darwin-*'),
    },
    dmg: { writeUpdateInfo: false, sign: false },
    linux: {
      target: [
        { target: 'AppImage', arch: ['x64', 'arm64'] },
        { target: 'deb', arch: ['x64', 'arm64'] },
      ],
      icon: 'icons/app',
      category: 'Office',
      executableName: EXECUTABLE,
      // The entry of the desktop is named as the windows name themselves (`desktopName` of package.json), or none finds the other.
      syncDesktopName: true,
      synopsis: 'Co-sell deals, offline',
      maintainer: env['TANDEM_MAINTAINER'] ?? 'Tandem contributors <packages@tandem.invalid>',
      files: filesWith(root, `linux-${ARCH}`),
    },
    extraMetadata: { homepage: env['TANDEM_HOMEPAGE'] ?? 'https://tandem.invalid' },
  }
}
