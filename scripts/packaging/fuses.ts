import { type FuseConfig, FuseV1Options, FuseVersion } from '@electron/fuses'

/** One switch inside Electron's own program, and why it stands as it does. */
interface Fuse {
  readonly name: keyof typeof FuseV1Options
  readonly on: boolean
  readonly why: string
}

/** All nine, each named (PROMISES 2 item 19): one that a newer Electron brings stops the packaging. */
export const FUSES: readonly Fuse[] = [
  {
    name: 'RunAsNode',
    on: false,
    why: 'the signed program is no Node for whoever sets ELECTRON_RUN_AS_NODE',
  },
  {
    name: 'EnableCookieEncryption',
    on: true,
    why: 'what Chromium keeps of a session lies encrypted by the system’s key',
  },
  { name: 'EnableNodeOptionsEnvironmentVariable', on: false, why: 'NODE_OPTIONS brings no code in' },
  { name: 'EnableNodeCliInspectArguments', on: false, why: 'no argument opens a door to a debugger' },
  {
    name: 'EnableEmbeddedAsarIntegrityValidation',
    on: true,
    why: 'an archive that was changed is not run (macOS, Windows)',
  },
  { name: 'OnlyLoadAppFromAsar', on: true, why: 'a folder put beside the archive is not run in its place' },
  { name: 'LoadBrowserProcessSpecificV8Snapshot', on: false, why: 'there is no snapshot of our own to load' },
  {
    name: 'GrantFileProtocolExtraPrivileges',
    on: false,
    why: 'pages come over app://; file:// gets no rights beyond the web’s',
  },
  { name: 'WasmTrapHandlers', on: true, why: 'as Electron ships it: bounds of WebAssembly by the processor' },
]

/** The table as the tool that sets them wants it. A Mac’s unsigned program is signed for itself again afterwards. */
export const fuseConfig = (isMac: boolean): FuseConfig => ({
  version: FuseVersion.V1,
  strictlyRequireAllFuses: true,
  resetAdHocDarwinSignature: isMac,
  ...(Object.fromEntries(FUSES.map(({ name, on }) => [FuseV1Options[name], on])) as Record<
    FuseV1Options,
    boolean
  >),
})
