import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PLACES } from '#shared/domain/places.ts'
import { keptAddress } from './address.ts'

const ID = '0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b'

test.for([...PLACES, '/insights/forecast', `/deal/${ID}`, `/new?draft=${ID}`])('%s is kept', (address) => {
  expect(keptAddress(address)).toBe(address)
})

test.for([
  ['/deals/all?customer=Contoso', '/deals/all'],
  [`/deal/${ID}?from=Fabrikam`, `/deal/${ID}`],
  ['/settings#about', '/settings'],
  [`/new?name=Contoso&draft=${ID}`, `/new?draft=${ID}`],
  [`/new?draft=${ID}&customer=Contoso`, `/new?draft=${ID}`],
])('of %s stays %s', ([address, kept]) => {
  expect(keptAddress(address!)).toBe(kept)
})

test.for([
  '',
  '/',
  '/new',
  '/new?draft=Contoso',
  '/deal/Contoso',
  '/deals/Contoso',
  '/todayish',
  '//evil.invalid',
])('of %j nothing is kept', (address) => {
  expect(keptAddress(address)).toBeNull()
})

test('whatever the address: what is kept names a screen and ids, and is kept again', () => {
  const parts = fc.constantFrom(
    ...PLACES,
    '/deal/',
    '/new',
    '/insights/',
    ID,
    '?',
    '&',
    'draft=',
    '#',
    'Contoso',
    '/',
  )
  const addresses = fc.oneof(
    fc.string(),
    fc.array(parts).map((all) => all.join('')),
  )
  fc.assert(
    fc.property(addresses, (address) => {
      const kept = keptAddress(address)
      if (kept === null) return
      expect(keptAddress(kept)).toBe(kept)
      expect(kept).toMatch(/^\/[a-z/]*(?:(?:\?draft=)?[0-9a-f]{8}-[0-9a-f-]{27})?$/)
    }),
  )
})
