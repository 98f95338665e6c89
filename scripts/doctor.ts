/** `npm run doctor`: look over the search server and say what to run; the exit code is 1 where something is wrong. */
import { examine } from '@/db/search/meilisearch/doctor'
import { readSettings } from '@/db/settings'
import { run } from './run'

const SIGNS = { ok: '✓', warning: '!', problem: '✗' } as const

await run(async () => {
  const findings = await examine(readSettings(), process.env.MEILI_MASTER_KEY)
  for (const { state, what, remedy } of findings) console.log(`${SIGNS[state]} ${what}${remedy ? `\n  ${remedy}` : ''}`)
  if (findings.some(({ state }) => state === 'problem')) process.exitCode = 1
})
