/** How an application in a process of its own is started. */
export interface Launch {
  /** What it is run from; what was built last, if nothing is said. */
  readonly out?: string
  /** What follows the name of its program, as a file manager writes it there. */
  readonly argv?: readonly string[]
  /** The system it believes to be on. */
  readonly platform?: NodeJS.Platform
  /** Files a Mac tells it to open, before it is ready. */
  readonly told?: readonly string[]
}
