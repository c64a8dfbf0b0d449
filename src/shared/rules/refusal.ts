import type { Fix, Json, Refusal, RefusalCode } from '#shared/errors.ts'

/** One reason against an action. `fix` names what would mend it; null when nothing can. */
export const refusal = (
  code: RefusalCode,
  params: { readonly [key: string]: Json } = {},
  fix: Fix | null = null,
): Refusal => ({ code, params, fix })
