import type { ProcedureName } from '#shared/ipc/contract.ts'
import { applicationCases } from './cases/application.ts'
import { companyCases } from './cases/company.ts'
import { dealsCases } from './cases/deals.ts'
import { directoryCases } from './cases/directory.ts'
import { draftsCases } from './cases/drafts.ts'
import { exchangeCases } from './cases/exchange.ts'
import { notificationsCases } from './cases/notifications.ts'
import { reportsCases } from './cases/reports.ts'
import { todayCases } from './cases/today.ts'
import { viewsCases } from './cases/views.ts'
import type { Case } from './client.ts'

/** What every procedure must do over every transport. A procedure without a case does not compile. */
export const CASES: Record<ProcedureName, readonly Case[]> = {
  ...applicationCases,
  ...companyCases,
  ...dealsCases,
  ...directoryCases,
  ...draftsCases,
  ...exchangeCases,
  ...notificationsCases,
  ...reportsCases,
  ...todayCases,
  ...viewsCases,
}

/** All cases one by one. */
export const allCases = (): { name: ProcedureName; title: string; run: Case['run'] }[] =>
  (Object.entries(CASES) as [ProcedureName, readonly Case[]][]).flatMap(([name, cases]) =>
    cases.map(({ title, run }) => ({ name, title, run })),
  )
