import type { FileId } from '#shared/domain/ids.ts'
import type { ErrorShape, Json } from '#shared/errors.ts'
import type { Input, Output, ProcedureName } from '#shared/ipc/contract.ts'
import type { AppEventName, AppEvents } from '#shared/ipc/events.ts'
import type { HostInput, HostOutput, HostProcedureName } from '#shared/ipc/host-contract.ts'
import type { HostBridge } from './choose-bridge.ts'

/** A call that failed: the error of the envelope, for the one place that has words for it. */
export class CallError extends Error {
  readonly shape: ErrorShape

  constructor(shape: ErrorShape) {
    super(shape.code)
    this.name = 'CallError'
    this.shape = shape
  }
}

/** The typed client of the contract: what screens use. */
export interface Client {
  /** Calls a procedure. Throws CallError. */
  call<N extends ProcedureName>(name: N, input: Input<N>): Promise<Output<N>>
  /** Asks the host itself, where a capability of it says that it answers. Throws CallError. */
  askHost<N extends HostProcedureName>(name: N, input: HostInput<N>): Promise<HostOutput<N>>
  /** Hears one kind of event until the returned function is called. */
  on<N extends AppEventName>(name: N, listener: (payload: AppEvents[N]) => void): () => void
  /** Hands a file over. Throws CallError. */
  upload(file: File): Promise<FileId>
  download(fileId: FileId, name: string): Promise<boolean>
}

/** The one place where reactive objects become plain ones: structured clone would refuse them. */
const plain = (input: unknown): Json => JSON.parse(JSON.stringify(input)) as Json

export function createClient({ bridge, files }: HostBridge): Client {
  const call = async (name: string, input: unknown) => {
    const envelope = await bridge.call(name, plain(input))
    if (!envelope.ok) throw new CallError(envelope.error)
    return envelope.value as never
  }
  return {
    call,
    askHost: call,
    on: (name, listener) =>
      bridge.subscribe((event) => {
        if (event.name === name) listener(event.payload as never)
      }),
    upload: async (file) => {
      const envelope = await files.upload(file)
      if (!envelope.ok) throw new CallError(envelope.error)
      return envelope.value.fileId
    },
    download: (fileId, name) => files.download(fileId, name),
  }
}
