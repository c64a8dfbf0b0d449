import { expect, test } from 'vitest'
import { Ending, type EndingDeps, MOST_CLOSING_MS } from './ending.ts'

function ending(changes: Partial<EndingDeps> = {}) {
  const done: string[] = []
  const deps: EndingDeps = {
    close: async () => void done.push('close'),
    say: (words) => done.push(`say ${words}`),
    exit: (code) => done.push(`exit ${code}`),
    wait: () => new Promise(() => {}),
    ...changes,
  }
  return { done, ending: new Ending(deps) }
}

test('it closes first and exits then', async () => {
  const { done, ending: end } = ending()
  await end.end()
  expect(done).toEqual(['close', 'exit 0'])
})

test('whoever asks again gets the same end, with the words and the code of the first', async () => {
  const { done, ending: end } = ending()
  await Promise.all([end.end(1, 'It failed.'), end.end(), end.end(2, 'Otherwise.')])
  await end.end()
  expect(done).toEqual(['close', 'say It failed.', 'exit 1'])
})

test('a last step is done when everything is closed, whether it succeeds or not, and never after a failure', async () => {
  const good = ending()
  good.ending.lastly(async () => void good.done.push('last'))
  await good.ending.end()
  expect(good.done).toEqual(['close', 'last', 'exit 0'])
  const broken = ending()
  broken.ending.lastly(() => Promise.reject(new Error('broken')))
  await broken.ending.end()
  expect(broken.done).toEqual(['close', 'exit 0'])
  const failed = ending()
  failed.ending.lastly(async () => void failed.done.push('last'))
  await failed.ending.end(1, 'It failed.')
  expect(failed.done).toEqual(['close', 'say It failed.', 'exit 1'])
})

test('what cannot be closed in time, or at all, does not keep the application', async () => {
  const waited: number[] = []
  const stuck = ending({
    close: () => new Promise(() => {}),
    wait: async (ms) => void waited.push(ms),
  })
  await stuck.ending.end()
  expect([stuck.done, waited]).toEqual([['exit 0'], [MOST_CLOSING_MS]])
  const broken = ending({ close: () => Promise.reject(new Error('broken')) })
  await broken.ending.end()
  expect(broken.done).toEqual(['exit 0'])
})

test('what must be first is done at once, before anything is closed', () => {
  const { done, ending: end } = ending()
  end.first(() => done.push(`first ${end.begun}`))
  expect(end.begun).toBe(false)
  void end.end()
  expect([done, end.begun]).toEqual([['first true', 'close'], true])
})
