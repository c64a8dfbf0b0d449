import type { FileId } from '#shared/domain/ids.ts'
import type { ErrorShape, Refusal } from '#shared/errors.ts'
import type { Input, Output, ProcedureName } from '#shared/ipc/contract.ts'
import type { HostInput, HostOutput, HostProcedureName } from '#shared/ipc/host-contract.ts'
import type { AppEventName, AppEvents } from '#shared/ipc/events.ts'
import { CallError, type Client } from '../bridge/client.ts'

type AnyName = ProcedureName | HostProcedureName
type In<N extends AnyName> = N extends ProcedureName
  ? Input<N>
  : N extends HostProcedureName
    ? HostInput<N>
    : never
type Out<N extends AnyName> = N extends ProcedureName
  ? Output<N>
  : N extends HostProcedureName
    ? HostOutput<N>
    : never
type Answer<N extends AnyName> = Out<N> | ((input: In<N>) => Out<N> | Promise<Out<N>>)
type AnyAnswer = (input: unknown) => unknown
type Listener = (payload: never) => void

/** The client of the contract without a host: answers what it was told to, and remembers what it was asked. */
export class FakeClient implements Client {
  /** Every call so far, oldest first. */
  readonly calls: { readonly name: AnyName; readonly input: unknown }[] = []
  readonly uploads: File[] = []
  readonly downloads: { readonly fileId: FileId; readonly name: string }[] = []
  uploadAnswer: FileId | ErrorShape | null = null
  downloadAnswer = true
  readonly #answers = new Map<AnyName, AnyAnswer>()
  readonly #listeners = new Map<AppEventName, Set<Listener>>()

  /** From now on, this is what a procedure answers: a value, or what a function makes of the input. */
  answer<N extends AnyName>(name: N, answer: Answer<N>): this {
    const make = typeof answer === 'function' ? (answer as AnyAnswer) : () => answer
    this.#answers.set(name, make)
    return this
  }

  /** From now on, a procedure fails like this. */
  fail(name: AnyName, shape: ErrorShape): this {
    this.#answers.set(name, () => {
      throw new CallError(shape)
    })
    return this
  }

  /** From now on, the rulebook refuses a procedure for these reasons. */
  refuse(name: ProcedureName, ...reasons: readonly Refusal[]): this {
    return this.fail(name, { code: 'REFUSED', details: { reasons } })
  }

  /** What a procedure was asked so far, oldest first, as it would cross the boundary. */
  inputsOf<N extends AnyName>(name: N): readonly In<N>[] {
    return this.calls.filter((call) => call.name === name).map(({ input }) => input as In<N>)
  }

  /** Tells the screens an event. */
  tell<N extends AppEventName>(name: N, payload: AppEvents[N]): void {
    for (const listener of this.#listeners.get(name) ?? []) listener(payload as never)
  }

  /** How many hear an event now. */
  heardBy(name: AppEventName): number {
    return this.#listeners.get(name)?.size ?? 0
  }

  async call<N extends ProcedureName>(name: N, input: Input<N>): Promise<Output<N>> {
    return (await this.#ask(name, input)) as Output<N>
  }

  async askHost<N extends HostProcedureName>(name: N, input: HostInput<N>): Promise<HostOutput<N>> {
    return (await this.#ask(name, input)) as HostOutput<N>
  }

  async #ask(name: AnyName, input: unknown): Promise<unknown> {
    const plain: unknown = JSON.parse(JSON.stringify(input))
    this.calls.push({ name, input: plain })
    const make = this.#answers.get(name)
    if (!make) throw new Error(`the test has no answer for ${name}`)
    return make(plain)
  }

  on<N extends AppEventName>(name: N, listener: (payload: AppEvents[N]) => void): () => void {
    const listeners = this.#listeners.get(name) ?? new Set<Listener>()
    this.#listeners.set(name, listeners.add(listener))
    return () => void listeners.delete(listener)
  }

  async upload(file: File): Promise<FileId> {
    this.uploads.push(file)
    if (this.uploadAnswer === null) throw new Error('the test has no answer for an upload')
    if (typeof this.uploadAnswer === 'object') throw new CallError(this.uploadAnswer)
    return this.uploadAnswer
  }

  async download(fileId: FileId, name: string): Promise<boolean> {
    this.downloads.push({ fileId, name })
    return this.downloadAnswer
  }
}
