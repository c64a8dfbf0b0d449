import type { Input } from '#shared/ipc/contract.ts'
import { person } from './deal-commands.ts'

type Form = Input<'drafts.save'>['form']

/** A deal half written: an amount that cannot be read, a new customer, a partner whose country is still to come. */
export const writtenDraft = (over: Form = {}): Form => ({
  step: 'partners',
  name: 'Harbour sensors',
  customer: {
    country: 'NL',
    city: 'Rotterdam',
    name: 'Harborline Foods BV',
    addressLine1: 'Kade 12',
    postalCode: '3011',
    state: '',
    duns: '01-234',
    adding: true,
    picked: null,
  },
  contact: { ...person('Iris'), email: 'iris@' },
  value: { text: 'about 125k', currency: 'EUR' },
  closeDate: null,
  closeDateParts: { year: null, month: 12, day: 3 },
  crmId: '',
  campaignId: 'SPRING',
  notes: 'They want it before summer.',
  team: [person('Ana'), { firstName: 'Bo', lastName: '', phone: '', email: '' }],
  solutions: [],
  locationId: '',
  help: 'poc-demo',
  helpNotes: '',
  partners: [
    {
      partner: { name: 'Brink', choice: { kind: 'new', name: 'Brink', country: '', partnerId: '' } },
      closeDate: null,
      value: { text: '4o,000', currency: 'EUR' },
      notes: 'The edge part',
      team: [],
      solutions: [],
      help: null,
    },
  ],
  consent: false,
  sourceDealId: null,
  ...over,
})
