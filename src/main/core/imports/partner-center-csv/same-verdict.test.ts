import { beforeEach, expect, test } from 'vitest'
import type { TestApplication } from '../../../../../tests/support/application.ts'
import {
  type Line,
  fileOf,
  importLines,
  line,
  preview,
  withMicrosoft,
} from '../../../../../tests/support/bulk-csv.ts'
import { contentOf, rawOf } from '../../../../../tests/support/database-content.ts'
import { type CommandInput, euros, execute } from '../../../../../tests/support/deal-commands.ts'
import { openApplication } from '../../../../../tests/support/open-application.ts'

let app: TestApplication

beforeEach(async () => {
  app = await openApplication()
})

const closed = (substatus: string): Line => ({
  'Partner Referral Status': 'Closed',
  'Partner Referral Substatus': substatus,
})
const INBOUND: Line = {
  'Partner Referral Status': 'New',
  'Partner Referral Substatus': 'Pending',
  'Sales Stage': '',
}
const CONTACT = {
  firstName: 'Iris',
  lastName: 'Bakker',
  phone: '+31 10 555 0100',
  email: 'iris.bakker@example.com',
}

interface Asked {
  /** The deal as an earlier file brought it, and what was done with it since. */
  readonly had?: Line
  readonly since?: CommandInput
  /** What a line asks, and the command that asks the same. */
  readonly says: Line
  readonly command: CommandInput
}

const ASKED: Record<string, Asked> = {
  'lost without a reason': { says: closed('Lost'), command: { kind: 'lose', reason: null } },
  'declined without a reason': {
    had: INBOUND,
    says: { ...INBOUND, ...closed('Declined') },
    command: { kind: 'decline', reason: null },
  },
  'declined though we accepted it': {
    had: INBOUND,
    since: { kind: 'accept', name: 'Deal R-1' },
    says: { ...INBOUND, ...closed('Declined'), 'Declined/Lost reason': '1', 'Sales Stage': '' },
    command: { kind: 'decline', reason: 'budget' },
  },
  'renamed though it is won': {
    since: { kind: 'win' },
    says: { ...closed('Won'), 'Deal Name': 'Renamed' },
    command: { kind: 'edit', changes: { name: 'Renamed' } },
  },
  'another value though it is lost': {
    since: { kind: 'lose', reason: 'budget' },
    says: { ...closed('Lost'), 'Declined/Lost reason': '1', 'Estimated Deal Value': '2000' },
    command: { kind: 'edit', changes: { value: euros(2000_00) } },
  },
  'renamed while it waits for our answer': {
    had: INBOUND,
    says: { ...INBOUND, 'Deal Name': 'Renamed' },
    command: { kind: 'edit', changes: { name: 'Renamed' } },
  },
  'another contact though Microsoft knows this one': {
    had: withMicrosoft('Pending'),
    says: { ...withMicrosoft('Pending'), 'Customer Contact First Name': 'Olga' },
    command: { kind: 'edit', changes: { contact: { ...CONTACT, firstName: 'Olga' } } },
  },
  'Microsoft asked without the customer’s contact': {
    says: { 'Microsoft help required?': 'Yes', 'What specific help from Microsoft?': '1' },
    command: { kind: 'invite-microsoft', help: 'workload-value', consent: true },
  },
}

test.for(Object.entries(ASKED))('the same verdict by a line of a file: %s', async ([, asked]) => {
  await importLines(app, [line('R-1', asked.had)])
  const { rows } = await app.call('deals.list', { tab: 'all' })
  const dealId = rows[0]!.id
  if (asked.since) await execute(app, dealId, asked.since)
  const { allowed, reasons } = await app.call('deals.check', { dealId, command: asked.command })
  expect(allowed).toBe(false)
  const before = contentOf(rawOf(app))
  const lines = [line('R-1', { ...asked.had, ...asked.says })]
  const { sample } = await preview(app, fileOf(lines))
  expect(sample[0]!.verdict).toBe('refused')
  expect(sample[0]!.reasons.map(({ code }) => code)).toEqual(reasons.map(({ code }) => code))
  const { committed } = await importLines(app, lines)
  expect(committed).toMatchObject({ created: 0, updated: 0, refused: 1 })
  expect(contentOf(rawOf(app))).toEqual(before)
})

test('4.3: the company’s own names mean stages for a deal we have as for a new one, ahead and back', async () => {
  const stageMapping = [
    { name: 'Angebot', stage: 'proposed' as const },
    { name: '商务谈判', stage: 'negotiated' as const },
    { name: '40', stage: 'qualified' as const },
  ]
  await app.call('profile.save', { stageMapping })
  const stageAfter = async (text: string) => {
    const { previewed } = await importLines(app, [line('R-1', { 'Sales Stage': text })])
    const { rows } = await app.call('deals.list', { tab: 'all' })
    return [rows[0]!.stage, previewed.sample[0]!.warnings]
  }
  expect(await stageAfter('angebot')).toEqual(['proposed', []])
  expect(await stageAfter(' 商务谈判 ')).toEqual(['negotiated', []])
  expect(await stageAfter('ANGEBOT')).toEqual(['proposed', []])
  // An exact percent comes before the company's table.
  expect(await stageAfter('40')).toEqual(['developed', []])
})

test('4.3: without the table the same name is unmapped, kept word for word and reported', async () => {
  const { previewed } = await importLines(app, [line('R-1', { 'Sales Stage': 'Angebot' })])
  expect(previewed.sample[0]!.warnings).toEqual([
    { code: 'STAGE_UNMAPPED', column: 'Sales Stage', value: 'Angebot' },
  ])
  const { rows } = await app.call('deals.list', { tab: 'all' })
  const { stage, external } = await app.call('deals.get', { dealId: rows[0]!.id })
  expect([stage, external!.extra['Sales Stage']]).toEqual(['created', 'Angebot'])
  await app.call('profile.save', { stageMapping: [{ name: 'Angebot', stage: 'proposed' }] })
  await importLines(app, [line('R-1', { 'Sales Stage': 'Angebot' })])
  const mapped = await app.call('deals.get', { dealId: rows[0]!.id })
  // The spelling stays: it is what goes back into a file.
  expect([mapped.stage, mapped.external!.extra['Sales Stage']]).toEqual(['proposed', 'Angebot'])
})
