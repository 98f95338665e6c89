/** `npm run -s export -- veritas --segment software --columns name,tier,website > list.csv`: every match as CSV on standard output. */
import { once } from 'node:events'
import type { Directory } from '@/db/directory'
import { exportCsv } from '@/db/export/csv'
import type { Question } from '@/db/question'
import { asking } from './asking'
import { run } from './run'
import { counted } from './table'

async function writeCsv(directory: Directory, question: Question): Promise<void> {
  const start = performance.now()
  const { total, pieces } = await exportCsv(directory, question)
  for (const piece of pieces) if (!process.stdout.write(piece)) await once(process.stdout, 'drain')
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  process.stderr.write(`${counted(total, question.collection)} exported in ${seconds} s\n`)
}

await run((args) =>
  asking(
    {
      door: 'export',
      switches: {},
      examples: ['npm run -s export -- veritas --segment software --columns name,tier,website > list.csv'],
      answer: writeCsv,
    },
    args,
  ),
)
