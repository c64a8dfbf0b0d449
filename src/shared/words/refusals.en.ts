import type { RefusalWords } from './refusals.ts'

/** Why the rulebook refuses something: what holds, and what to do. */
export const en: RefusalWords = {
  DEAL_TERMINAL: {
    title: 'This deal is closed',
    text: 'A closed deal never changes. Copy it as a new deal to go on.',
  },
  NOT_ACTIVE: {
    title: 'Not accepted yet',
    text: 'Answer the invitation first. Everything else opens once the deal is accepted.',
  },
  NOT_RECEIVED: {
    title: 'Nothing to answer',
    text: 'Only a received deal can be accepted or declined. This one already runs.',
  },
  INVITATION_EXPIRED: {
    title: 'The time to answer is over',
    text: 'The invitation expired. Ask the sender for a new one, or copy it as a new deal.',
  },
  INBOUND_CANNOT_INVITE_PARTNER: {
    title: 'Only the sender invites partners',
    text: 'This deal was sent to you. Create a deal of your own to invite partners.',
  },
  INBOUND_CANNOT_INVITE_MICROSOFT: {
    title: 'Only the sender invites Microsoft',
    text: 'The sender holds the customer’s consent. Ask them to invite Microsoft.',
  },
  MICROSOFT_ALREADY_INVITED: {
    title: 'Microsoft is already on this deal',
    text: 'A deal asks Microsoft once; after that the answer stands. Copy it as a new deal to ask again.',
  },
  PARTNER_ALREADY_INVITED: {
    title: '{partner} is already invited',
    text: 'Wait for the answer. A partner can be invited again after declining or expiring.',
  },
  PARTNER_IS_SELF: {
    title: '{partner} is your own company',
    text: 'Choose another partner.',
  },
  PARTNER_REQUIRED: {
    title: 'Partner is missing',
    text: 'Choose the partner to invite, or add a new one.',
  },
  HELP_REQUIRED: {
    title: 'Help wanted is missing',
    text: 'Choose what you ask the partner for.',
  },
  SA_NO_INVITATIONS: {
    title: 'Assessments invite nobody',
    text: 'A solution assessment is your own work. Create a deal of its own to invite somebody.',
  },
  CONTACT_REQUIRED: {
    title: 'Customer contact is missing',
    text: 'Microsoft needs name, phone and e-mail of a contact.',
  },
  CONTACT_INCOMPLETE: {
    title: 'Contact is incomplete',
    text: 'Complete {missing}.',
  },
  CONSENT_REQUIRED: {
    title: 'Customer consent is missing',
    text: 'Get the customer’s agreement to share their data, then tick it.',
  },
  NAME_REQUIRED: { title: 'Deal name is missing', text: 'Give the deal a name.' },
  VALUE_REQUIRED: { title: 'Estimated value is missing', text: 'Enter an amount greater than zero.' },
  CLOSE_DATE_REQUIRED: { title: 'Close date is missing', text: 'Enter the day you expect it to close.' },
  CLOSE_DATE_PAST: { title: 'Close date has passed', text: 'Choose today or a later day.' },
  CUSTOMER_REQUIRED: { title: 'Customer is missing', text: 'Choose a customer or add a new one.' },
  TEAM_REQUIRED: { title: 'Team is empty', text: 'Add at least one person with phone and e-mail.' },
  TEAM_MEMBER_INCOMPLETE: {
    title: 'Team member {number} is incomplete',
    text: 'Complete {missing}, or remove the person.',
  },
  SOLUTION_REQUIRED: { title: 'Solution is missing', text: 'Choose at least one solution.' },
  ASSESSMENT_EXACTLY_ONE: {
    title: 'Exactly one assessment',
    text: 'Choose one solution assessment, no more and no less.',
  },
  ASSESSMENT_EXCLUDES_OTHERS: {
    title: 'An assessment stands alone',
    text: 'Remove the other solutions, or the assessment.',
  },
  LOCATION_REQUIRED: {
    title: 'Location is missing',
    text: 'Choose which location of your company carries the assessment. Locations are kept in Settings.',
  },
  NOT_ELIGIBLE_FOR_ASSESSMENT: {
    title: 'Your company is not vetted for assessments',
    text: 'If it is, say so in Settings.',
  },
  REASON_REQUIRED: { title: 'Reason is missing', text: 'Choose a reason.' },
  NOTES_REQUIRED: { title: 'Notes are missing', text: 'Say in a few words why.' },
  STAGE_NOT_AHEAD: {
    title: 'Not ahead',
    text: 'The deal is there or further. To go back, correct the stage.',
  },
  STAGE_NOT_BEHIND: {
    title: 'Not behind',
    text: 'Only an earlier stage can be corrected to; on an assessment only the one before.',
  },
  STAGE_NOT_NEXT: {
    title: 'Not the next stage',
    text: 'Stages of an assessment are marked one after the other.',
  },
  ASSESSMENT_STAGES_OPEN: {
    title: 'Stages are not marked yet',
    text: 'An assessment is won after all four. Missing: {missing}.',
  },
  FIELD_LOCKED: { title: '{field} is locked', text: '{why}' },
  LAST_MEMBER: { title: 'The last member stays', text: 'Add somebody else before removing this person.' },
  LAST_SOLUTION: { title: 'The last solution stays', text: 'Add another before removing this one.' },
  TOO_MANY: { title: 'Too many', text: 'At most {limit}. Remove some.' },
  PARTY_NOT_PENDING: { title: 'Already answered', text: 'This party’s answer is recorded.' },
  PARTY_NOT_ACCEPTED: {
    title: 'Not accepted',
    text: 'A party can win or lose only after it accepted.',
  },
  NOT_WON: {
    title: 'Not won yet',
    text: 'Only a won deal can be registered. Close it as won first.',
  },
  MICROSOFT_NOT_INVITED: {
    title: 'Microsoft was not invited',
    text: 'A deal can be registered only if Microsoft was on it before it was won.',
  },
  MICROSOFT_NOT_ACCEPTED: {
    title: 'Microsoft has not accepted',
    text: 'Record Microsoft’s answer as soon as Partner Center shows it.',
  },
  NO_INCENTIVE_SOLUTION: {
    title: 'No solution earns an incentive',
    text: 'Choose a solution of the deal that is IP co-sell ready or a business application; tag it in the directory.',
  },
  PRIVATE_NOT_REGISTRABLE: {
    title: 'A private deal is not registered',
    text: 'There is no incentive for a deal nobody else is on.',
  },
  SA_NOT_REGISTRABLE: {
    title: 'An assessment is not registered',
    text: 'Solution assessments are claimed in a programme of their own.',
  },
  REGISTRATION_STATE: {
    title: 'Not at this point of the registration',
    text: 'Look at the lifecycle: it shows where the registration stands and what comes next.',
  },
  CONTRACT_DATES: {
    title: 'Contract dates do not fit',
    text: 'Signed today or earlier, start on that day or later, end on the start or later; or choose perpetual.',
  },
  CONTRACT_VALUE: {
    title: 'Solution value is above the total',
    text: 'The value of the solution is a part of the total contract value. Correct one of them.',
  },
  CLOCK_UNCERTAIN: {
    title: 'The computer’s clock is in doubt',
    text: 'Confirm today’s date first. Until then no invitation can be recorded, answered or closed.',
  },
  ATTESTATION_REQUIRED: {
    title: 'Confirmation is missing',
    text: 'Confirm that the contract names your company and the solution.',
  },
  NOT_UNDOABLE: {
    title: 'This cannot be undone',
    text: 'Closings, final answers, registrations, expiries and what a file brought stay as they are.',
  },
  ALREADY_UNDONE: {
    title: 'Already undone',
    text: 'Nothing is left to take back here. To bring it back, undo the undo.',
  },
  UNDO_OVERTAKEN: {
    title: 'Changed again since',
    text: 'First undo what came later: {fields}.',
  },
}
