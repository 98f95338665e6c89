/** `npm run -s content:schemas`: write the JSON Schemas of content files, which editors use, from the schemas that the check uses. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkContent } from '@/db/content/check'
import { readFolders } from '@/db/content/folders'
import { jsonSchemas } from '@/db/content/json-schemas'
import { ContentError } from '@/db/content/problems'
import { run } from './run'

const FOLDERS = ['content']

await run(() => {
  const checked = checkContent(readFolders(FOLDERS))
  if ('problems' in checked) throw new ContentError(checked.problems, FOLDERS)
  const folder = join('content', 'schemas')
  mkdirSync(folder, { recursive: true })
  const schemas = jsonSchemas(checked.content.taxonomy, checked.content.labels)
  for (const [name, text] of schemas) writeFileSync(join(folder, name), text)
  console.log(`${schemas.size} schemas written to ${folder}.`)
})
