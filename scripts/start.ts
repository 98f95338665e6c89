/** `npm start` and `npm run dev`: build, database, content and server, each only where it is needed. */
import { relative } from 'node:path'
import { compareWithLoaded, type LoadTotals, readTotals } from '@/db/content/loaded'
import { Problem } from '@/db/problem'
import { readSettings, type Settings } from '@/db/settings'
import { openDatabaseFile } from '@/db/sqlite'
import { ensureBuild } from './build'
import { run } from './run'
import { settlePort, shownUrl, startServer, untilAnswering, warmUp } from './server'

await run(async (args) => {
  const dev = args.includes('--dev')
  const unknown = args.find((arg) => arg !== '--dev')
  if (unknown)
    throw new Problem(`npm start knows no argument “${unknown}”.`, 'Settings are environment variables: see the table in README.md.')
  const settings = readSettings()
  // What fails fast comes first: nobody should wait for a build to read that the port is taken or that a file has a typo.
  const address = await settlePort(settings)
  await prepareData(settings)
  if (!dev) {
    const build = timer('Build')
    const built = await ensureBuild(() => console.log(`${label('Build')}the sources have changed: building`))
    build(built ? 'done' : 'is current')
  }

  const serve = timer('Server')
  const server = startServer(address, dev)
  if (await untilAnswering(server, address)) {
    serve(shownUrl(address))
    if (!dev) await warmUp(address)
  }
  const { code, stopped } = await server.ended
  process.exitCode = stopped ? 0 : code
})

/** Migrate the database and load what is new in the content folders. */
async function prepareData({ dataFolder, contentFolders }: Settings): Promise<void> {
  const migrate = timer('Database')
  const database = openDatabaseFile(dataFolder)
  try {
    const file = relative('', database.file)
    migrate(database.migrated > 0 ? `${file}, migrations applied: ${database.migrated}` : `${file} is current`)
    const fill = timer('Content')
    const { current, files } = compareWithLoaded(database, contentFolders)
    if (!current) {
      // Checking and planning a load need a good part of a second to be imported alone, which most starts are spared.
      const { load } = await import('@/db/load')
      load(database, contentFolders, { onProgress: showProgress('Content') })
    }
    fill(`${files.folders.join(', ')} ${current ? 'is current' : 'loaded'}: ${summary(readTotals(database))}`)
  } finally {
    database.close()
  }
}

function summary({ organizations, products, relationships, sources, rankings }: LoadTotals): string {
  const related = relationships.organization + relationships.self + relationships.text
  return `${organizations} organizations, ${products} products, ${related} relationships, ${rankings} rankings, ${sources} sources`
}

/** Start the clock of a step; the function that comes back prints what came of it and how long it took. */
function timer(step: string): (outcome: string) => void {
  const start = performance.now()
  return (outcome) => console.log(`${label(step)}${outcome} (${((performance.now() - start) / 1000).toFixed(1)} s)`)
}

/** Keep one line of a terminal up to date while a step goes on; elsewhere its end is told, and that is enough. */
function showProgress(step: string): (part: string, done: number, total: number) => void {
  return (part, done, total) => {
    if (process.stdout.isTTY) process.stdout.write(`\r\x1b[2K${done < total ? `${label(step)}${part} ${done} of ${total}` : ''}`)
  }
}

function label(step: string): string {
  return step.padEnd(10)
}
