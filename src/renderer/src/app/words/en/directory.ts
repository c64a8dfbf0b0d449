/** Words of the directory: customers, partners and solutions. */
export const directory = {
  title: 'Directory',
  parts: { solutions: 'Solutions', partners: 'Partners', customers: 'Customers' },
  about: {
    solutions:
      'What deals are about. Only a deal with an incentive can be registered: say here which solutions earn one.',
    partners: 'Companies you can invite to a deal.',
    customers:
      'Organisations your deals are with. A deal keeps its customer as it was when the deal was created.',
  },
  search: {
    solutions: 'Search by name, publisher or ID',
    partners: 'Search by name or Partner ID',
    customers: 'Search by name',
  },
  add: { solutions: 'Add a solution', partners: 'Add a partner', customers: 'Add a customer' },
  edit: 'Edit {name}',
  empty: {
    solutions: 'No solutions yet',
    partners: 'No partners yet',
    customers: 'No customers yet',
  },
  none: 'Nothing found',
  more: 'The first {count} are shown. Type to narrow them down.',
  columns: {
    name: 'Name',
    kind: 'Kind',
    incentive: 'Incentive',
    publisher: 'Publisher',
    externalId: 'Solution ID',
    country: 'Country',
    partnerId: 'Partner ID',
    address: 'Address',
    addressLine2: 'Address, second line',
    postalCode: 'Postal code',
    city: 'City',
    state: 'State',
    duns: 'D-U-N-S number',
  },
  noIncentive: 'none',
  incentiveHint: 'Partner Center shows it with the solution.',
  nameMissing: 'Enter a name.',
  countryMissing: 'Choose the country.',
  dunsDigits: 'A D-U-N-S number has nine digits.',
  externalIdTaken: 'Another solution has this ID.',
} as const
