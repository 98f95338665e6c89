/** `npm run -s load -- [DIR...]`: check content folders and load them; those of the last load, else content/, where none is named. */
import { type LoadReport, load } from '@/db/load'
import { readSettings } from '@/db/settings'
import { openDatabaseFile } from '@/db/sqlite'
import { run } from './run'

await run((folders) => {
  const settings = readSettings()
  const database = openDatabaseFile(settings.dataFolder)
  try {
    const report = load(database, folders.length > 0 ? folders : settings.contentFolders)
    for (const line of describeLoad(report)) console.log(line)
  } finally {
    database.close()
  }
})

function describeLoad({ folders, unchanged, organizations, rankings, totals, steps }: LoadReport): string[] {
  const { relationships, headings } = totals
  const times = steps.map(({ step, ms }) => `${step} ${ms} ms`).join(', ')
  if (unchanged) return [`${folders.join(', ')}: nothing changed (${times}).`]
  return [
    `${folders.join(', ')} loaded (${times}).`,
    ...Object.entries({ organizations, rankings }).map(
      ([what, { added, changed, removed, unchanged: same }]) =>
        `${what}: ${added} added, ${changed} changed, ${removed} removed, ${same} unchanged`,
    ),
    `products: ${totals.products}, sources: ${totals.sources}, people: ${totals.people}, financial rows: ${totals.financials}, events: ${totals.events}`,
    `relationships: ${relationships.organization} to organizations, ${relationships.self} to an earlier name or a part of the same, ` +
      `${relationships.text} to names that no organization here has`,
    `headings of the report: ${headings.linked} of ${headings.total} lead to what they name`,
  ]
}
