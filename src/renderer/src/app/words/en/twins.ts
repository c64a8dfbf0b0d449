/** Words for deals that look like one. */
export const twins = {
  title: 'This looks like a deal you already have',
  line: '{deal}: {why}',
  quiet: 'Possibly the same as {deal}: {why}',
  because: {
    'crm-id': 'same CRM ID',
    duns: 'same D-U-N-S number',
    customer: 'same customer',
    'customer-alike': 'nearly the same customer',
    name: 'similar name',
    value: 'about the same value',
  },
  sameDay: 'closes on the same day',
  apart: 'closes {count} day apart | closes {count} days apart',
  note: 'Nothing stops you: create it if it is another one.',
} as const
