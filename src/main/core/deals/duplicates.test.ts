import { expect, test } from 'vitest'
import { createDeal, customer, euros, execute } from '../../../../tests/support/deal-commands.ts'
import type { TestApplication } from '../../../../tests/support/application.ts'
import { openApplication } from '../../../../tests/support/open-application.ts'
import { planFaults, statementsOf } from '../../../../tests/support/query-plans.ts'

const WRITTEN = {
  name: 'Warehouse sensors',
  customer: { name: 'Harborline Foods BV', country: 'NL', duns: null },
  value: null,
  closeDate: '2027-04-02',
  crmId: null,
}
type Input = Partial<Omit<typeof WRITTEN, 'crmId'> & { crmId: string }>

async function asked(app: TestApplication, changes: Input = {}, openOnly = false) {
  const { rows } = await app.call('deals.duplicates', { deal: { ...WRITTEN, ...changes }, openOnly })
  return rows.map(({ deal, reasons, daysApart }) => ({ id: deal.id, reasons, daysApart }))
}
const named = (name: string, country = 'NL') => ({ customer: { name, country, duns: null } })

test('a customer is found whatever is wrong in its name: at its end, in the middle, at its beginning', async () => {
  const app = await openApplication()
  const { id } = await createDeal(app)
  const spelled = [
    'HARBORLINE FOODS',
    'The Harborline Foods Ltd',
    'Harborline Fods B.V.',
    'Hrborline Foods',
    'Ahrborline Foods',
    'Xharborline foods',
  ]
  for (const name of spelled)
    expect(await asked(app, named(name)), name).toMatchObject([{ id, daysApart: 2 }])
  expect(await asked(app, named('Harborline Foods BV', 'BE'))).toEqual([])
  expect(await asked(app, named('Harborview Foods'))).toEqual([])
  expect(await asked(app, named('!'))).toEqual([])
})

test('a Chinese customer as well', async () => {
  const app = await openApplication()
  const { id } = await createDeal(app, {
    customer: { ...customer('深圳云帆科技有限公司', '深圳'), country: 'CN' },
  })
  const spelled = ['深圳云帆科技', '深圳云航科技有限公司', '深川云帆科技股份有限公司']
  for (const name of spelled) expect(await asked(app, named(name, 'CN')), name).toMatchObject([{ id }])
})

test('a CRM ID is found however it is written, and one that says nothing never', async () => {
  const app = await openApplication()
  const { id } = await createDeal(app, { crmId: 'CRM-20418/A' })
  await createDeal(app, { crmId: 'TBD', name: 'Another', customer: customer('Elsewhere') })
  const elsewhere = { ...named('Nobody we know', 'JP'), name: 'Nothing alike' }
  expect(await asked(app, { ...elsewhere, crmId: 'crm 20418 a' })).toEqual([
    { id, reasons: ['crm-id'], daysApart: 2 },
  ])
  expect(await asked(app, { ...elsewhere, crmId: 'tbd' })).toEqual([])
})

test('what came to nothing does not count; what was won does, unless only open deals are asked for', async () => {
  const app = await openApplication()
  const lost = await createDeal(app)
  await execute(app, lost.id, { kind: 'lose', reason: 'no-response' }, lost.version)
  expect(await asked(app)).toEqual([])
  const won = await createDeal(app)
  await execute(app, won.id, { kind: 'win' }, won.version)
  expect(await asked(app)).toMatchObject([{ id: won.id }])
  expect(await asked(app, {}, true)).toEqual([])
})

test('the five likeliest are named, of a deal of ours not itself', async () => {
  const app = await openApplication()
  const ids: string[] = []
  for (const [index, day] of ['03', '09', '12', '15', '18', '21', '24'].entries()) {
    const { id } = await createDeal(app, { closeDate: `2027-03-${day}`, value: euros(1_000_00 + index) })
    ids.push(id)
  }
  const { rows } = await app.call('deals.duplicates', { dealId: ids[3]! })
  expect(rows.map(({ deal }) => deal.id).sort()).toEqual([1, 2, 4, 5, 6].map((at) => ids[at]!).sort())
})

test('nothing is asked of the database that no index answers', async () => {
  const app = await openApplication()
  await createDeal(app, { crmId: 'CRM-1' })
  const duns = {
    ...WRITTEN,
    customer: { name: 'Harborline', country: 'NL', duns: '012345678' },
    crmId: 'CRM-1',
  }
  const statements = await statementsOf(app, () => app.call('deals.duplicates', { deal: duns }))
  expect(statements.filter((text) => text.includes('"deals"')).length).toBeGreaterThan(1)
  expect(statements.flatMap((statement) => planFaults(app, statement))).toEqual([])
})
