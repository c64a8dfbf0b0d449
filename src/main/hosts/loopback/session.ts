import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

const CODE_LIFE_MS = 10 * 60_000

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
const same = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b))
const secret = (): string => randomBytes(32).toString('base64url')

/** Who may talk to the host: a token for this process, handed out once for each one-time code (PROMISES 3). */
export class Session {
  readonly #token = secret()
  #code: string | null = null
  #codeUntilMs = 0

  /** A fresh one-time code; the one before is void. It lives ten minutes. */
  newCode(nowMs: number): string {
    this.#code = secret()
    this.#codeUntilMs = nowMs + CODE_LIFE_MS
    return this.#code
  }

  /** The token for a code, which is used up by it; null when it isn't the current one. */
  redeem(code: string, nowMs: number): string | null {
    const valid = this.#code !== null && nowMs < this.#codeUntilMs && same(code, this.#code)
    if (!valid) return null
    this.#code = null
    return this.#token
  }

  /** Whether an Authorization header carries the token. */
  allows(authorization: string | undefined): boolean {
    const token = /^Bearer (.+)$/.exec(authorization ?? '')?.[1]
    return token !== undefined && same(token, this.#token)
  }
}
