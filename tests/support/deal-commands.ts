import type { Input } from '#shared/ipc/contract.ts'
import type { TestApplication } from './application.ts'

/** A command as a screen sends it. */
export type CommandInput = Input<'deals.execute'>['command']
type Of<K extends CommandInput['kind']> = Extract<CommandInput, { kind: K }>

/** Anything that can call a procedure: the application in this process, or a host far away. */
export type Caller = Pick<TestApplication, 'call'>

export const person = (name = 'Ana', email = `${name.toLowerCase()}@kestrel.example`) => ({
  firstName: name,
  lastName: 'Silva',
  phone: '+351 21 555 0101',
  email,
})

export const customer = (name = 'Harborline Foods BV', city = 'Rotterdam') => ({
  name,
  addressLine1: 'Kade 12',
  city,
  country: 'NL',
})

export const euros = (amount: number) => ({ amount, currency: 'EUR' })

/** An inbound deal from Microsoft. */
export const receive = (overrides: Partial<Of<'receive'>> = {}): Of<'receive'> => ({
  kind: 'receive',
  from: { kind: 'microsoft', organization: 'Microsoft' },
  customer: customer(),
  name: 'Cold-chain telemetry',
  value: euros(86_000_50),
  closeDate: '2027-02-26',
  solutions: [],
  ...overrides,
})

/** A private deal of our own; it needs a solution of the directory. */
export const create = (solutionId: string, overrides: Partial<Of<'create'>> = {}): Of<'create'> => ({
  kind: 'create',
  customer: customer(),
  name: 'Warehouse sensors',
  value: euros(12_000_00),
  closeDate: '2027-03-31',
  team: [person()],
  solutions: [{ id: solutionId }],
  ...overrides,
})

export const partnerInvite = (partnerId: string, solutionId: string) => ({
  partnerId,
  closeDate: '2027-03-01',
  value: euros(4_000_00),
  team: [person()],
  solutions: [{ id: solutionId }],
  help: 'general' as const,
})

/** Gives a command to a deal, or begins one, and gives the deal. */
export async function execute(
  app: Caller,
  dealId: string | null,
  command: CommandInput,
  expectedVersion: number | null = null,
) {
  const { deal } = await app.call('deals.execute', { dealId, expectedVersion, command })
  return deal
}

/** A solution of our own in the directory. */
export async function addSolution(app: Caller, name = 'ColdTrace') {
  const { id } = await app.call('solutions.save', { name, kind: 'own' })
  return id
}

export async function addPartner(app: Caller, name = 'Brink & Daughters') {
  const { id } = await app.call('partners.save', { name, partnerId: `P-${name}`, country: 'NL' })
  return id
}

/** A deal of our own that runs. */
export async function createDeal(app: Caller, overrides: Partial<Of<'create'>> = {}) {
  return execute(app, null, create(await addSolution(app), overrides))
}

/** An inbound deal that waits for our answer. */
export const receiveDeal = (app: Caller, overrides: Partial<Of<'receive'>> = {}) =>
  execute(app, null, receive(overrides))
