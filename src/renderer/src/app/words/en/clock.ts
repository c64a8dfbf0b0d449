/** Words of a clock that is in doubt. */
export const clock = {
  label: 'The clock of this computer',
  why: {
    'before-release': 'The computer’s clock says {date}: Tandem did not exist then.',
    'after-support': 'The computer’s clock says {date}: that is further ahead than Tandem can vouch for.',
    'moved-back-far': 'The computer’s clock went back by more than a day, to {date}.',
    'leaped-forward': 'The computer’s clock says {date}: more than 90 days since Tandem was last used.',
    'jumped-while-running': 'The computer’s clock jumped ahead by more than a day, to {date}.',
  },
  meanwhile: 'Until you confirm the date, no invitation expires and none can be answered.',
  question: 'Is today {date}?',
  yes: 'Yes, today is {date}',
  no: 'If not, set the computer’s clock right. Tandem then asks again.',
  changed: 'The computer’s clock has changed since. Look at the date once more.',
  expired:
    '{count} deal had run out by the wrong date. It stays closed; copy it as a new deal to go on. | {count} deals had run out by the wrong date. They stay closed; copy them as new deals to go on.',
  movedBack: 'The computer’s clock was moved back. Tandem counts time on from where it was.',
} as const
