import { expect, sampleTest as test } from './support/test.ts'

const FILLED = {
  customer: 'Blue Harbor Yachts',
  country: 'Sweden',
  name: 'Marina sensors',
  value: '125000',
  closeDate: ['03', '15', '2030'],
} as const

test('with a partner of the directory and a new one: both are invited', async ({ tandem }) => {
  const { page, shell, newDeal, deal } = tandem
  await shell.newDeal()
  await newDeal.fill({ ...FILLED, solution: 'Kestrel Cloud Move' })
  await newDeal.addRecent('Helena Wójcik')
  await newDeal.addPartner('Harbor Data')
  const first = newDeal.partner(1)
  await expect(newDeal.missing).toHaveText([
    'Harbor Data: Choose the country of the new partner',
    'Harbor Data: Help wanted is missing',
    'Harbor Data: Estimated value is missing',
    'Harbor Data: Solution is missing',
  ])
  await newDeal.missing.getByRole('button', { name: /country/ }).click()
  await expect(first.getByLabel('Country')).toBeFocused()
  await first.getByLabel('Country').selectOption('SE')
  await newDeal.missing.getByRole('button', { name: /Help wanted/ }).click()
  await expect(first.getByRole('radio').first()).toBeFocused()
  await first.getByRole('radio', { name: 'Customer technical architecture' }).click()
  await newDeal.missing.getByRole('button', { name: /value/ }).click()
  await expect(first.getByLabel('Their value')).toBeFocused()
  await page.keyboard.type('40000')
  await newDeal.missing.getByRole('button', { name: /Solution/ }).click()
  await expect(first.getByLabel('Search solutions')).toBeFocused()
  await first.getByRole('listbox').getByRole('option').first().click()
  await expect(newDeal.missing).toHaveCount(0)
  await expect(page.getByText('This will be a partner-to-partner deal')).toBeVisible()
  await page.getByRole('radio', { name: 'Quotes / licensing' }).first().click()
  await expect(page.getByText('This will be a co-sell deal')).toBeVisible()
  for (const [label, text] of [
    ['First name', 'Noor'],
    ['Last name', 'Haddad'],
    ['Phone', '+961 1 555 010'],
    ['E-mail', 'noor@example.com'],
  ]) {
    await page.getByLabel(`Contact person: ${label}`).fill(text!)
  }
  await page.getByRole('checkbox', { name: /The customer agrees/ }).check()
  await expect(newDeal.missing).toHaveCount(0)
  await newDeal.create()
  await deal.shown('Marina sensors')
  const parties = page.getByRole('region', { name: 'Parties' })
  await expect(parties.getByRole('heading', { level: 3 })).toHaveText(['Microsoft', 'Harbor Data'])
  await expect(page.getByText('Co-sell', { exact: true }).first()).toBeVisible()
})

test('as a solution assessment: the company is vetted, a location carries it, the customer agrees', async ({
  tandem,
}) => {
  const { page, shell, newDeal, deal } = tandem
  await shell.newDeal()
  await newDeal.fill({ ...FILLED, solution: 'Azure cost optimization assessment' })
  await newDeal.addRecent('Helena Wójcik')
  await expect(page.getByText('This will be a solution assessment')).toBeVisible()
  await expect(page.getByText('An assessment asks nobody for help.')).toBeVisible()
  await expect(page.getByText('An assessment invites no partners.')).toBeVisible()
  await expect(newDeal.missing).toContainText(['not vetted', 'Location', 'consent'])

  await shell.go('Settings')
  await page.getByRole('checkbox', { name: /vetted for solution assessments/ }).check()
  await page.getByRole('button', { name: 'Add a location' }).click()
  await page.getByLabel('Name', { exact: true }).last().fill('Gdańsk')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByText('No changes')).toBeVisible()

  await page.getByRole('button', { name: 'Go on with a draft (1)' }).click()
  await page.getByRole('menuitem', { name: /Marina sensors/ }).click()
  await expect(newDeal.missing).toHaveCount(2)
  await newDeal.missing.getByRole('button', { name: /Location/ }).click()
  await expect(page.getByLabel('Location that carries the assessment')).toBeFocused()
  await page.getByLabel('Location that carries the assessment').selectOption({ label: 'Gdańsk' })
  await page.getByRole('checkbox', { name: /The customer agrees/ }).check()
  await expect(newDeal.missing).toHaveCount(0)
  await newDeal.create()
  await deal.shown('Marina sensors')
  await expect(deal.lifecycle).toContainText('Secure customer LOE')
})
