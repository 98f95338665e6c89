/** `npm start` and `npm run dev`: build, database, content and server, each only where it is needed. */
import { relative } from 'node:path'
import { Problem } from '@/db/problem'
import { readSettings, type Settings } from '@/db/settings'
import { ensureBuild } from './build'
import { run } from './run'
import { settlePort, shownUrl, startServer, untilAnswering } from './server'

await run(async (args) => {
  const dev = args.includes('--dev')
  const unknown = args.find((arg) => arg !== '--dev')
  if (unknown)
    throw new Problem(`npm start knows no argument “${unknown}”.`, 'Settings are environment variables: see the table in README.md.')
  const settings = readSettings()
  // Before the build: nobody should wait a minute to read that the port is taken.
  const address = await settlePort(settings)

  if (!dev) {
    const build = timer('Build')
    const built = await ensureBuild(() => console.log('Build     the sources have changed, building'))
    build(built ? 'done' : 'is current')
  }
  await prepareData(settings)

  const serve = timer('Server')
  const server = startServer(address, dev)
  if (await untilAnswering(server, address)) serve(shownUrl(address))
  const { code, stopped } = await server.ended
  process.exitCode = stopped ? 0 : code
})

/** Migrate the database and load what is new in the content folders. */
async function prepareData(settings: Settings): Promise<void> {
  // What only this part needs is imported here, so that a port in use is told at once.
  const [{ openDatabase }, { load }] = await Promise.all([import('@/db/database'), import('@/db/load')])
  const migrate = timer('Database')
  const database = openDatabase(settings.dataFolder)
  try {
    const file = relative('', database.file)
    migrate(database.migrated > 0 ? `${file}, ${database.migrated} migrations applied` : `${file} is current`)
    const fill = timer('Content')
    const report = await load(database, settings.contentFolders)
    fill(JSON.stringify(report))
  } finally {
    database.close()
  }
}

/** Start the clock of a step; the function that comes back prints what came of it and how long it took. */
function timer(step: string): (outcome: string) => void {
  const start = performance.now()
  return (outcome) => console.log(`${step.padEnd(9)} ${outcome} (${((performance.now() - start) / 1000).toFixed(1)} s)`)
}
