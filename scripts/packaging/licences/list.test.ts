import { expect, test } from 'vitest'
import { CHROMIUM, faultsOf } from './list.ts'

const TEXT = 'Permission is hereby granted, free of charge, to any person.'
const component = (licence: string, text: string | null = TEXT) => ({
  name: 'part',
  version: '1.0.0',
  licence,
  text,
})

test.each(['MIT', 'OFL-1.1', '(MIT OR GPL-3.0)', 'Apache-2.0 AND MIT', 'blessing'])(
  '%s may be shipped',
  (licence) => {
    expect(faultsOf([component(licence), CHROMIUM])).toEqual([])
  },
)

test.each([
  'GPL-3.0',
  'MIT AND GPL-3.0',
  'UNLICENSED',
  'SEE LICENSE IN LICENSE',
  'see LICENSES.chromium.html',
])('%s stops the build', (licence) => {
  expect(faultsOf([component(licence)])).toEqual([`part 1.0.0: ${licence} is not on the list`])
})

test('so does a licence nobody named, and one without its text', () => {
  expect(faultsOf([component(''), component('MIT', null), component('MIT', ' ')])).toEqual([
    'part 1.0.0: no licence is named',
    'part 1.0.0: the text of its licence is missing',
    'part 1.0.0: the text of its licence is missing',
  ])
})
