import { expect, test } from 'vitest'
import { differences } from './differences.ts'
import { startsFormula } from './generated.ts'
import { allProofs } from './proofs.ts'

test('files in and out hold what is promised of them, at a small size', async () => {
  const proofs = await allProofs({ rows: 60, hostile: 400 })
  expect(proofs.length).toBeGreaterThan(15)
  for (const { name, counted, wrong, skipped } of proofs) {
    if (skipped) continue
    expect(wrong, name).toEqual([])
    expect(counted, name).toBeGreaterThan(0)
  }
})

test('what must not differ is seen to differ', () => {
  const line = { 'Deal Name': 'A', 'Customer D-U-N-S ID': '12345678' }
  expect(differences(line, { ...line, 'Customer D-U-N-S ID': '012345678' })).toEqual([])
  expect(differences(line, { ...line, 'Deal Name': 'B' })).toHaveLength(1)
  expect(['=1', ' +1', '\t', '＝x', "'=1", 'a=1'].map(startsFormula)).toEqual([
    true,
    true,
    true,
    true,
    false,
    false,
  ])
})
