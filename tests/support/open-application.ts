import { onTestFinished } from 'vitest'
import { type TestApplication, testApplication } from './application.ts'

/** An application that closes itself when the test is over. */
export async function openApplication(
  options: Parameters<typeof testApplication>[0] = {},
): Promise<TestApplication> {
  const app = await testApplication(options)
  onTestFinished(() => app.close())
  return app
}
