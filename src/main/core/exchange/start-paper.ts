import { AppError, type Json, invalidInput } from '#shared/errors.ts'
import type { JobId } from '#shared/domain/ids.ts'
import type { Parsed } from '#shared/ipc/contract.ts'
import type { Exported } from '#shared/ipc/contract/exchange.ts'
import type { CommandContext } from '../context.ts'
import type { JobControl } from '../jobs/job-control.ts'
import type { PaperTask } from '../paper/paper-task.ts'

type Asked = Parsed<'exports.start'>
type Kind = 'deal-sheet' | 'report'

/** What is to be written, checked before any work begins. Errors: INVALID_INPUT. */
async function taskOf(context: CommandContext, kind: Kind, asked: Asked): Promise<PaperTask> {
  const { now, today } = context
  const { selection, locale = 'en', options = {} } = asked
  const { as = 'html', report, period, asOf, filters, groupBy, currency = null } = options
  if (as === 'pdf' && !context.core.ports.printPdf) {
    throw invalidInput('options.as', 'there is nothing here to print a PDF with')
  }
  const moment = { kind: 'paper', locale, now, today, printed: as === 'pdf' } as const
  if (kind === 'deal-sheet') {
    if (!selection) throw invalidInput('selection', 'is needed to know which deals')
    if (as === 'csv' || as === 'xlsx') throw invalidInput('options.as', 'deal sheets are no tables')
    return { ...moment, paper: kind, selection, personalData: options.personalData ?? false }
  }
  if (!report) throw invalidInput('options.report', 'is needed to know which report')
  const question = { report, ...period, asOf, filters, groupBy }
  const { frameOf } = await import('../reports/reports.service.ts')
  frameOf(context, question)
  return { ...moment, paper: kind, as: as === 'pdf' ? 'html' : as, asked: question, currency }
}

/** Prints a document that was just written, and keeps the PDF in its place. */
async function printed(
  { core }: CommandContext,
  task: PaperTask,
  made: Exported,
  control: JobControl,
): Promise<Exported> {
  const print = core.ports.printPdf
  if (!print) throw new AppError('INTERNAL', { reference: 'print' })
  const { files } = core
  const source = await files.get(made.fileId)
  const { settledPdf } = await import('../paper/settled-pdf.ts')
  const name = made.name.replace(/\.html$/, '.pdf')
  const { fileId, bytes } = await files.write(name, async (path) => {
    await print(source.path, path, control)
    await settledPdf(path, task.today)
  })
  await files.remove(made.fileId)
  return { ...made, fileId, name, bytes }
}

/** Starts writing reports and deal sheets. Errors: INVALID_INPUT. */
export async function startPaper(context: CommandContext, kind: Kind, asked: Asked): Promise<JobId> {
  const { core } = context
  const task = await taskOf(context, kind, asked)
  const work = async (control: JobControl): Promise<Json> => {
    const made = await core.ports.runLongTask(task, control)
    return task.printed ? printed(context, task, made as unknown as Exported, control) : made
  }
  const as = (asked.options?.as ?? 'html').toUpperCase()
  return core.jobs.start('export', as, work)
}
