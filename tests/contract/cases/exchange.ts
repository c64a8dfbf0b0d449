import { parse } from 'csv-parse/sync'
import { expect } from 'vitest'
import type { Input } from '#shared/ipc/contract.ts'
import type { exchange } from '#shared/ipc/contract/exchange.ts'
import { exported, importCommitted, importPreview, importUndo } from '#shared/ipc/contract/exchange.ts'
import { fileOf, line } from '../../support/bulk-csv.ts'
import { CUSTOMER_TABLE } from '../../support/directory-tables.ts'
import { createDeal } from '../../support/deal-commands.ts'
import { type Case, type ContractClient, jobOf } from '../client.ts'

const NOBODY = '01890000-0000-7000-8000-000000000000'
let uses = 0
const referral = (): string => `REF-CONTRACT-${(uses += 1)}`

async function previewed(client: ContractClient, bytes: string) {
  const fileId = await client.upload('交易.csv', bytes)
  const { jobId } = await client.call('imports.preview', { fileId, format: 'partner-center-csv' })
  return jobOf(client, jobId)
}

/** Imports one deal of its own and gives the batch. */
async function imported(client: ContractClient): Promise<string> {
  const { importId } = importPreview.parse((await previewed(client, fileOf([line(referral())]))).result)
  const { jobId } = await client.call('imports.commit', { importId })
  return importCommitted.parse((await jobOf(client, jobId)).result).batchId
}

export const exchangeCases: Record<keyof typeof exchange, readonly Case[]> = {
  'exports.start': [
    {
      title: 'writes the chosen deals to a file that can be fetched',
      run: async (client) => {
        const deal = await createDeal(client, { name: '=formula, "quoted"' })
        const { jobId } = await client.call('exports.start', {
          format: 'deals-csv',
          selection: { ids: [deal.id] },
          columns: ['name', 'amount', 'currency'],
          locale: 'zh-CN',
        })
        const result = exported.parse((await jobOf(client, jobId)).result)
        const bytes = await client.download(result.fileId)
        expect([bytes.length, result.rows]).toEqual([result.bytes, 1])
        const rows: string[][] = parse(bytes, { bom: true })
        expect(rows[1]).toEqual([`'=formula, "quoted"`, '12000.00', 'EUR'])
      },
    },
    {
      title: 'writes deal sheets and reports as documents, in the fonts of the host',
      run: async (client) => {
        const deal = await createDeal(client, { name: '冷链监控' })
        const written = async (input: Input<'exports.start'>) => {
          const { jobId } = await client.call('exports.start', { locale: 'zh-CN', ...input })
          const { fileId } = exported.parse((await jobOf(client, jobId)).result)
          return (await client.download(fileId)).toString()
        }
        const sheet = await written({ format: 'deal-sheet', selection: { ids: [deal.id] } })
        expect(sheet).toContain('<h1>冷链监控</h1>')
        expect(sheet).toContain("font-family:'Noto Sans SC'")
        const report = await written({ format: 'report', options: { report: 'pipeline' } })
        expect(report).toContain('<svg')
        const csv = await written({ format: 'report', options: { report: 'pipeline', as: 'csv' } })
        expect(csv).toContain('"阶段"')
      },
    },
    {
      title: 'a report nobody names and a table of sheets are INVALID_INPUT',
      run: async (client) => {
        const selection = { ids: [NOBODY] }
        for (const input of [
          { format: 'report' as const },
          { format: 'deal-sheet' as const },
          { format: 'deal-sheet' as const, selection, options: { as: 'xlsx' as const } },
          { format: 'report' as const, options: { report: 'response' as const, groupBy: 'type' as const } },
        ]) {
          expect((await client.fail('exports.start', input)).code).toBe('INVALID_INPUT')
        }
      },
    },
  ],
  'imports.columns': [
    {
      title: 'says what an uploaded table is, and what its columns are taken for',
      run: async (client) => {
        const fileId = await client.upload('客户.csv', CUSTOMER_TABLE)
        const answer = await client.call('imports.columns', { fileId })
        expect(answer).toMatchObject({ name: '客户.csv', recognised: 'customers-csv' })
        expect(answer.table!.mapping).toMatchObject({ name: 'Company', duns: 'DUNS' })
      },
    },
    {
      title: 'a file nobody uploaded is NOT_FOUND, one that is no text INVALID_INPUT',
      run: async (client) => {
        expect((await client.fail('imports.columns', { fileId: NOBODY })).code).toBe('NOT_FOUND')
        const fileId = await client.upload('a.csv', '"')
        expect((await client.fail('imports.columns', { fileId })).code).toBe('INVALID_INPUT')
      },
    },
  ],
  'imports.preview': [
    {
      title: 'judges every row of a table by the mapping it is given',
      run: async (client) => {
        const table = `Firma,Land\nContract ${referral()},NL\nContract,Atlantis\n`
        const fileId = await client.upload('kunden.csv', table)
        const mapping = { name: 'Firma', country: 'Land' }
        const { jobId } = await client.call('imports.preview', { fileId, format: 'customers-csv', mapping })
        const { result } = await jobOf(client, jobId)
        expect(importPreview.parse(result)).toMatchObject({ rows: 2, create: 1, refused: 1 })
      },
    },
    {
      title: 'judges every line of an uploaded file',
      run: async (client) => {
        const job = await previewed(client, fileOf([line(referral()), line(referral(), { Currency: 'ABC' })]))
        expect(job).toMatchObject({ state: 'done', kind: 'import-preview', name: '交易.csv' })
        const preview = importPreview.parse(job.result)
        expect(preview).toMatchObject({ rows: 2, create: 1, refused: 1 })
        expect((await client.download(preview.errorsFileId!)).toString()).toContain('UNKNOWN_CURRENCY')
      },
    },
    {
      title: 'a file nobody uploaded is NOT_FOUND, one that is no table a failed job',
      run: async (client) => {
        const input = { fileId: NOBODY, format: 'partner-center-csv' as const }
        expect((await client.fail('imports.preview', input)).code).toBe('NOT_FOUND')
        expect(await previewed(client, 'no table')).toMatchObject({
          state: 'failed',
          error: { code: 'INVALID_INPUT' },
        })
      },
    },
  ],
  'imports.commit': [
    {
      title: 'carries a preview out, once',
      run: async (client) => {
        const job = await previewed(client, fileOf([line(referral()), line(referral())]))
        const { importId } = importPreview.parse(job.result)
        const { jobId } = await client.call('imports.commit', { importId })
        const { result } = await jobOf(client, jobId)
        expect(importCommitted.parse(result)).toMatchObject({ created: 2, updated: 0, refused: 0 })
        expect((await client.fail('imports.commit', { importId })).code).toBe('NOT_FOUND')
      },
    },
  ],
  'imports.undoPreview': [
    {
      title: 'says what would leave, and changes nothing; a batch nobody knows is NOT_FOUND',
      run: async (client) => {
        const batchId = await imported(client)
        const would = await client.call('imports.undoPreview', { batchId })
        expect(would).toMatchObject({ leave: 1, back: 0, stay: { count: 0 } })
        expect(await client.call('imports.undoPreview', { batchId })).toEqual(would)
        expect((await client.fail('imports.undoPreview', { batchId: NOBODY })).code).toBe('NOT_FOUND')
      },
    },
  ],
  'imports.undo': [
    {
      title: 'takes an import back as a job; what has left is passed over the second time',
      run: async (client) => {
        const batchId = await imported(client)
        const { jobId } = await client.call('imports.undo', { batchId })
        const job = await jobOf(client, jobId)
        expect(job).toMatchObject({ state: 'done', kind: 'import-undo', name: '交易.csv', done: 1, total: 1 })
        expect(importUndo.parse(job.result)).toMatchObject({ leave: 1, back: 0, stay: { count: 0 } })
        expect(await client.call('imports.undoPreview', { batchId })).toMatchObject({ leave: 0, back: 0 })
        expect((await client.fail('imports.undo', { batchId: NOBODY })).code).toBe('NOT_FOUND')
      },
    },
  ],
  'jobs.get': [
    {
      title: 'a job nobody started is NOT_FOUND',
      run: async (client) => {
        const error = await client.fail('jobs.get', { jobId: NOBODY })
        expect(error).toEqual({ code: 'NOT_FOUND', details: { what: 'job', id: NOBODY } })
      },
    },
  ],
  'jobs.cancel': [
    {
      title: 'leaves a finished job finished; one nobody started is NOT_FOUND',
      run: async (client) => {
        const selection = { tab: 'favorites' as const }
        const { jobId } = await client.call('exports.start', { format: 'deals-csv', selection })
        await jobOf(client, jobId)
        expect(await client.call('jobs.cancel', { jobId })).toEqual({})
        expect((await client.call('jobs.get', { jobId })).state).toBe('done')
        expect((await client.fail('jobs.cancel', { jobId: NOBODY })).code).toBe('NOT_FOUND')
      },
    },
  ],
}
