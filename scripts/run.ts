/** How every script begins and ends: what a person can mend is shown in two lines and no stack; the exit code is 1, or 2 for what cannot be asked. */
import { Problem } from '@/db/problem'
import { QuestionError } from '@/db/question'

/**
 * Run a script's work; set its exit code and keep its output readable when it fails.
 * @param work Gets the arguments after the script's name. What it throws is shown: a `Problem` with its remedy,
 *   a `QuestionError` with all its mistakes, anything else with its stack, for it is a defect.
 */
export async function run(work: (args: string[]) => Promise<void> | void): Promise<void> {
  process.stdout.on('error', stopWhenNobodyReads)
  try {
    await work(process.argv.slice(2))
  } catch (error) {
    process.stderr.write(`${describe(await explained(error))}\n`)
    process.exitCode = error instanceof QuestionError ? 2 : 1
  }
}

/** What a person reads when a script fails. */
export function describe(error: unknown): string {
  if (error instanceof Problem) return `${error.message}\n${error.remedy}`
  if (error instanceof QuestionError) return error.mistakes.map((mistake) => mistake.message).join('\n')
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

/** SQLite's own errors in our words, wherever in the work they were thrown. */
async function explained(error: unknown): Promise<unknown> {
  if (!(error instanceof Error && error.name === 'SqliteError')) return error
  const [{ databaseFile, explain }, { readSettings }] = await Promise.all([import('@/db/sqlite'), import('@/db/settings')])
  return explain(error, databaseFile(readSettings().dataFolder))
}

/** `npm run -s export | head` closes the pipe early: that is an end, not a failure. */
function stopWhenNobodyReads(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
}
