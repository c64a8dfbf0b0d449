import { en as labels } from '../en.ts'
import { dealPage } from './deal-page.ts'
import { filters } from './filters.ts'
import { insights } from './insights.ts'
import { joints } from './joints.ts'
import { paper } from './paper.ts'
import { registration } from './registration.ts'

/** What screens and documents say in the same words. */
export const told = { labels, common: joints, dealPage, filters, insights, paper, registration } as const
