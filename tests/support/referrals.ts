import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import Ajv from 'ajv'
import type { TestApplication } from './application.ts'
import { type Preview, commit, upload } from './bulk-csv.ts'

export type Json = Record<string, unknown>

const fixture = (name: string) => readFileSync(resolve(import.meta.dirname, '../fixtures', name))

/** A list response of Partner Center's API: twelve invented referrals. */
export const referralBytes = (): Buffer => fixture('partner-center-sample.json')
export const referrals = (): Json[] => (JSON.parse(referralBytes().toString()) as { value: Json[] }).value

/** Previews a file of referrals. */
export async function previewJson(app: TestApplication, content: Buffer | string | object): Promise<Preview> {
  const bytes = typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content)
  const fileId = await upload(app, bytes, 'referrals.json')
  const { jobId } = await app.call('imports.preview', { fileId, format: 'partner-center-json' })
  return (await app.job(jobId)) as Preview
}

export async function importJson(app: TestApplication, content: Buffer | string | object) {
  const previewed = await previewJson(app, content)
  return { previewed, committed: await commit(app, previewed.importId) }
}

/** What an export leaves out: links, and what the protocol adds at any level. */
export function withoutProtocol(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutProtocol)
  if (value === null || typeof value !== 'object') return value
  const kept = Object.entries(value).filter(([key]) => key !== 'links' && !key.startsWith('@odata.'))
  return Object.fromEntries(kept.map(([key, part]) => [key, withoutProtocol(part)]))
}

const withoutNulls = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutNulls)
  if (value === null || typeof value !== 'object') return value
  const kept = Object.entries(value).filter(([, part]) => part !== null)
  return Object.fromEntries(kept.map(([key, part]) => [key, withoutNulls(part)]))
}

/**
 * Says what the public definition of the API finds wrong with a referral. Two things it cannot say: it knows no null,
 * so that null is read as absent, and its names of stages are those of a form, where the API itself sends percents.
 */
export function findings(record: unknown): string[] {
  const { definitions } = JSON.parse(fixture('partner-center-referrals.swagger.json').toString()) as {
    definitions: Record<string, { properties: Record<string, { enum?: string[] }> }>
  }
  const name = Object.keys(definitions).find((key) => key.endsWith('.V3.Referral'))!
  const { salesStage, ...properties } = definitions[name]!.properties
  const schema = {
    ...definitions[name],
    properties: { ...properties, salesStage: { ...salesStage, enum: undefined } },
  }
  const ajv = new Ajv({ allErrors: true, unknownFormats: 'ignore', logger: false })
  const validate = ajv.compile(JSON.parse(JSON.stringify(schema)) as object)
  validate(withoutNulls(record))
  return (validate.errors ?? []).map(({ dataPath, message }) => `${dataPath} ${message}`)
}
