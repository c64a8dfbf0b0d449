/** A character that needs quotes around the argument it stands in, by the Desktop Entry Specification. */
const RESERVED = /[\s"'\\><~|&;$*?#()`]/

/** An argument of `Exec`: quoted where it must be, and every percent doubled, or it would begin a field code. */
function quoted(argument: string): string {
  const plain = argument.replaceAll('%', '%%')
  return argument === '' || RESERVED.test(argument) ? `"${plain.replace(/["`$\\]/g, '\\$&')}"` : plain
}

/** A value of the file: the rule of the file itself, over whatever the value means. */
const escaped = (value: string): string =>
  value
    .replaceAll('\\', '\\\\')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
    .replace(/^ /, '\\s')

/** Whether a program may stand in `Exec` at all: the specification allows no equals sign in its path. */
export const canStart = (program: string): boolean => !program.includes('=')

/** Where the program of a person lies, by what its environment says of AppImages. */
export interface RunsFrom {
  /** The program that runs. */
  readonly running: string
  /** The folder an AppImage is mounted at, where its links lead. */
  readonly mounted: string | null
  readonly image: string | undefined
}

/**
 * The file a person starts: an AppImage is another one than the program that runs out of it. The environment is
 * inherited: started from inside another program's AppImage it names that one, which is not us.
 */
export const programIn = ({ running, mounted, image }: RunsFrom): string =>
  image && mounted !== null && running.startsWith(`${mounted}/`) ? image : running

/** What a desktop of Linux starts when somebody logs in: a file of its autostart folder. */
export const autostartEntry = (program: string, args: readonly string[]): string =>
  `${[
    '[Desktop Entry]',
    'Type=Application',
    'Version=1.5',
    'Name=Tandem',
    'Comment=Warns of invitations that run out',
    'Comment[zh_CN]=在邀请到期前提醒',
    `Exec=${escaped([program, ...args].map(quoted).join(' '))}`,
    'Icon=tandem',
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
  ].join('\n')}\n`

/** Whether an entry is in force: desktops switch one off in place instead of taking it away. */
export const isInForce = (entry: string): boolean =>
  !/^\s*(?:Hidden\s*=\s*true|X-GNOME-Autostart-enabled\s*=\s*false)\s*$/im.test(entry)
