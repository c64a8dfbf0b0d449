import { click } from './page.ts'

const steps = (): HTMLButtonElement[] => [...document.querySelectorAll<HTMLButtonElement>('nav ol button')]

/** Goes to a step of the wizard by its rail. */
export async function toStep(title: string): Promise<void> {
  const step = steps().find((button) => button.querySelector('.title')?.textContent.startsWith(title))
  if (!step) throw new Error(`there is no step ${title}`)
  await click(step)
}

/** How the steps stand: what each says, with "!" where that is red. */
export const railWords = (): string[] =>
  steps().map((button) => {
    const words = button.querySelector('.words')!
    return `${words.classList.contains('bad') ? '! ' : ''}${words.textContent}`
  })
