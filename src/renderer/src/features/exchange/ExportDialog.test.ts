import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { useApplication } from '../../app/application.store.ts'
import { id } from '../../testing/deals.ts'
import { FakeClient } from '../../testing/fake-client.ts'
import { job } from '../../testing/jobs.ts'
import { mountScreen } from '../../testing/mount.ts'
import { button, click, field, hasButton, pageWords, role, wordsOf } from '../../testing/page.ts'
import ExportDialog from './ExportDialog.vue'
import { useJobs } from './jobs.store.ts'

const SELECTION = { tab: 'inbound', filters: { statuses: ['won'] }, sort: { by: 'name', direction: 'asc' } }
const WRITTEN = { fileId: id(40), name: 'inbound.csv', bytes: 10, rows: 12, people: 0, files: 1 }
const USUAL =
  'name customerName status type direction stage percent amount currency closeDate country countryCode microsoft expiresAt crmId campaignId referralId'

async function open(
  ended: Partial<ReturnType<typeof job>> = { result: WRITTEN },
  locale?: 'en' | 'zh-CN',
  props: object = {},
) {
  const client = new FakeClient()
    .answer('exports.start', { jobId: id(20) })
    .answer('jobs.cancel', {})
    .answer('jobs.get', () => job({ kind: 'export', ...ended }))
  const stage = mountScreen(ExportDialog, {
    client,
    locale: locale ?? 'en',
    props: { selection: SELECTION, count: 12, ...props },
    attach: true,
  })
  await flushPromises()
  return { ...stage, client, started: () => client.inputsOf('exports.start') }
}
/** The choice of a format; each says what it is for. */
const format = (name: string): HTMLElement =>
  [...document.querySelectorAll<HTMLElement>('[role="radio"]')].find((radio) =>
    radio.textContent.trim().startsWith(name),
  )!
const start = async () => {
  await click(button('Export'))
  await flushPromises()
}

test('writes exactly the rows of the list, with the usual columns, in the language in use', async () => {
  const { started } = await open()
  expect(pageWords()).toContain('Export 12 deals')
  await start()
  expect(started()).toEqual([
    {
      format: 'deals-csv',
      selection: SELECTION,
      columns: USUAL.split(' '),
      locale: 'en',
      options: { personalData: false },
    },
  ])
})

test('a list is written in the columns it shows, in their order; others can be ticked behind them', async () => {
  const { started } = await open(undefined, 'en', { columns: ['name', 'amount', 'currency', 'closeDate'] })
  await click(field('Country'))
  await start()
  expect(started()[0]?.columns).toEqual(['name', 'amount', 'currency', 'closeDate', 'country'])
})

test('the file is saved as soon as it is there, and again when asked', async () => {
  const { client, wrapper } = await open()
  await start()
  expect(pageWords()).toContain('Saved as inbound.csv in your downloads.')
  expect(pageWords()).toContain('12 rows.')
  expect(pageWords()).toContain('Names nobody.')
  expect(client.downloads).toEqual([{ fileId: id(40), name: 'inbound.csv' }])
  await click(button('Save again'))
  expect(client.downloads).toHaveLength(2)
  await click(button('Done'))
  expect(wrapper.emitted('close')).toEqual([[]])
})

test('a file that names people leaves only once a person has read how many', async () => {
  const { client, wrapper } = await open({ result: { ...WRITTEN, people: 31 } })
  await click(field('Notes'))
  await start()
  expect(pageWords()).toContain('inbound.csv is ready and not saved yet.')
  expect(pageWords()).toContain('Names 31 people.')
  expect(client.downloads).toEqual([])
  await click(button('Save'))
  await flushPromises()
  expect(client.downloads).toEqual([{ fileId: id(40), name: 'inbound.csv' }])
  expect(wrapper.emitted('close')).toBeUndefined()
  await click(button('Done'))
  expect(wrapper.emitted('close')).toEqual([[]])
})

test('a ticked column is written in its place, an unticked one is not', async () => {
  const { started } = await open()
  await click(field('Tandem ID'))
  await click(field('Customer'))
  await start()
  expect(started()[0]?.columns).toEqual(`${USUAL} id`.replace('customerName ', '').split(' '))
})

test('all columns and the usual ones are one press each', async () => {
  await open()
  const ticked = () => document.querySelectorAll(':checked[type="checkbox"]').length
  await click(button('All columns'))
  expect(ticked()).toBe(32)
  await click(button('None'))
  expect(ticked()).toBe(0)
  await click(button('Usual columns'))
  expect(ticked()).toBe(17)
})

test('columns of personal data are warned about and go along because they were ticked', async () => {
  const { started } = await open()
  const warning = 'Contacts, team and notes are personal data. Tick them only if the reader may see it.'
  expect(pageWords()).not.toContain(warning)
  await click(field('Notes'))
  expect(pageWords()).toContain(warning)
  await start()
  expect(started()[0]).toMatchObject({ options: { personalData: true } })
})

test('a workbook can be written instead', async () => {
  const { started } = await open()
  await click(format('Excel workbook'))
  await start()
  expect(started()[0]?.format).toBe('deals-xlsx')
})

test('without a column there is nothing to write', async () => {
  const { started } = await open()
  for (const box of document.querySelectorAll<HTMLInputElement>(':checked[type="checkbox"]')) await click(box)
  expect(button('Export').disabled).toBe(true)
  expect(started()).toEqual([])
})

test('the headings come in the language that is chosen', async () => {
  const { started } = await open()
  await click(role('radio', '简体中文'))
  await start()
  expect(started()[0]?.locale).toBe('zh-CN')
})

test('the language in use is proposed', async () => {
  const { started } = await open({ result: WRITTEN }, 'zh-CN')
  await click(button('导出'))
  expect(started()[0]?.locale).toBe('zh-CN')
})

test('is written once, however often it is pressed', async () => {
  const { started } = await open()
  button('Export').click()
  await click(button('Export'))
  await flushPromises()
  expect(started()).toHaveLength(1)
})

test('while it is written, it says how far, and can be stopped', async () => {
  const { client } = await open({ state: 'running', done: 3, total: 12, result: null })
  await start()
  expect(role('progressbar').getAttribute('aria-valuenow')).toBe('25')
  client.answer('jobs.get', job({ kind: 'export', state: 'cancelled' }))
  await click(button('Cancel'))
  expect(client.inputsOf('jobs.cancel')).toEqual([{ jobId: id(20) }])
  void useJobs().follow(id(20))
  await flushPromises()
  expect(wordsOf('[role="alert"]')).toEqual(['Cancelled. Nothing was changed.'])
  expect(hasButton('Export')).toBe(true)
  expect(client.downloads).toEqual([])
})

test('a failure is said, and one may try again', async () => {
  const { client } = await open()
  client.fail('exports.start', { code: 'BUSY', details: { what: 'x' } } as never)
  await start()
  expect(wordsOf('[role="alert"]')).toEqual(['Another program holds the data. Wait a moment and try again.'])
  expect(button('Export').disabled).toBe(false)
})

test('it says what goes out, and the file is named after it', async () => {
  const { started } = await open(undefined, 'en', { title: 'Inbound – Overdue' })
  expect(pageWords()).toContain(
    'Inbound – Overdue. Narrowed by 1 filter. All rows of this list, in this order.',
  )
  await start()
  expect(started()[0]?.title).toBe('Inbound – Overdue')
})

test('what Partner Center takes has its own columns, and goes whole unless somebody says otherwise', async () => {
  const { started } = await open()
  await click(format('Partner Center bulk CSV'))
  expect(document.querySelectorAll('fieldset')).toHaveLength(0)
  expect(pageWords()).toContain('Names, phones and e-mails go along.')
  expect(pageWords()).not.toContain('in one zip')
  await start()
  expect(started()).toEqual([
    { format: 'partner-center-csv', selection: SELECTION, locale: 'en', options: { personalData: true } },
  ])
})

test('without personal data such a file is for reading only, and the result says what is not in it', async () => {
  const { started } = await open({ result: { ...WRITTEN, people: 0 } })
  await click(format('Partner Center JSON'))
  await click(field('With personal data: contacts, team members, notes'))
  expect(pageWords()).toContain('cannot be imported again whole')
  await start()
  expect(started()[0]).toMatchObject({ format: 'partner-center-json', options: { personalData: false } })
  expect(pageWords()).toContain('Left out: contact, team members, notes')
})

test('more than a thousand deals for Partner Center are several files, said before and after', async () => {
  await open({ result: { ...WRITTEN, rows: 2400, people: 31, files: 3 } }, 'en', { count: 2400 })
  await click(format('Partner Center bulk CSV'))
  expect(pageWords()).toContain('Partner Center takes 1,000 deals a file: 3 files in one zip.')
  await start()
  expect(pageWords()).toContain('3 files in the zip')
  expect(pageWords()).toContain('Names 31 people.')
})

test('a column of the list that was not ticked is named in the result', async () => {
  await open(undefined, 'en', { columns: ['name', 'amount', 'closeDate'] })
  await click(field('Estimated close date'))
  await start()
  expect(pageWords()).toContain('Left out: Estimated close date.')
})

test('deal sheets name nobody until that is ticked, and go out as a PDF only where one can be printed', async () => {
  const { started } = await open()
  await click(format('Deal sheets'))
  expect(pageWords()).not.toContain('PDF, to send or print')
  await start()
  expect(started()[0]).toMatchObject({
    format: 'deal-sheet',
    selection: SELECTION,
    options: { personalData: false, as: 'html' },
  })
  expect(started()[0]).not.toHaveProperty('columns')
})

test('more deals than one file of sheets holds are refused before anything is written', async () => {
  const { started } = await open(undefined, 'en', { count: 501 })
  await click(format('Deal sheets'))
  expect(pageWords()).toContain('One file holds 500 deal sheets at most')
  await start()
  expect(started()).toEqual([])
  await click(format('Excel workbook'))
  await start()
  expect(started()).toHaveLength(1)
})

test('with dialogs of the system the file goes where the person says, and is shown there once', async () => {
  const handle = '7d444840-9dc0-41d1-b245-5ffdce74fad2'
  const { client } = await open()
  useApplication().info = { capabilities: ['save-dialog'] } as never
  client.answer('host.save-file', { saved: { handle, name: 'mine.csv' } }).answer('host.show-saved', {})
  await start()
  expect(client.inputsOf('host.save-file')).toEqual([{ fileId: id(40) }])
  expect(client.downloads).toEqual([])
  expect(pageWords()).toContain('Saved as mine.csv.')
  await click(button('Show in folder'))
  expect(client.inputsOf('host.show-saved')).toEqual([{ handle }])
  expect(hasButton('Show in folder')).toBe(false)
})

test('a dialog that is called off loses nothing, and a place that cannot be written is said', async () => {
  const { client } = await open()
  useApplication().info = { capabilities: ['save-dialog'] } as never
  client.answer('host.save-file', { saved: null })
  await start()
  expect(pageWords()).toContain('inbound.csv is ready and not saved yet.')
  client.fail('host.save-file', { code: 'READ_ONLY', details: { why: 'save-no-room' } })
  await click(button('Save as…'))
  expect(pageWords()).toContain('There is no room for the file. Free some space, or save it elsewhere.')
  client.fail('host.save-file', { code: 'READ_ONLY', details: { why: 'save-denied' } })
  await click(button('Save as…'))
  expect(pageWords()).toContain('the place is protected')
})

test('a file that is no longer kept is said', async () => {
  const { client } = await open()
  client.downloadAnswer = false
  await start()
  expect(pageWords()).toContain('This file is no longer kept. Write it again.')
})
