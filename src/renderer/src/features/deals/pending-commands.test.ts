import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, test } from 'vitest'
import { usePendingCommands } from './pending-commands.ts'

beforeEach(() => void setActivePinia(createPinia()))

test('it is settled after whoever waited for an answer has seen it', async () => {
  const commands = usePendingCommands()
  const [first, second] = [Promise.withResolvers<string>(), Promise.withResolvers<string>()]
  const order: string[] = []
  const see = async (answer: Promise<string>) => void order.push(await answer)
  const seen = [see(commands.run(() => first.promise)), see(commands.run(() => second.promise))]
  const settled = commands.settled().then(() => order.push('settled'))
  second.resolve('second')
  await seen[1]
  expect(order).toEqual(['second'])
  first.resolve('first')
  await settled
  expect(order).toEqual(['second', 'first', 'settled'])
})

test('a command that fails is over too, and its failure is the caller’s', async () => {
  const commands = usePendingCommands()
  await expect(commands.run(() => Promise.reject(new Error('refused')))).rejects.toThrow('refused')
  await commands.settled()
})
