/** `npm run -s load -- [DIR...]`: check content folders and load them; those of the last load, else content/, where none is named. */
import { openDatabase } from '@/db/database'
import { load } from '@/db/load'
import { readSettings } from '@/db/settings'
import { run } from './run'

await run((folders) => {
  const settings = readSettings()
  const database = openDatabase(settings.dataFolder)
  try {
    console.log(load(database, folders.length > 0 ? folders : settings.contentFolders))
  } finally {
    database.close()
  }
})
