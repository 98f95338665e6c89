/** `npm run -s content:check -- [DIR...]`: print every problem of content folders (content/ where none is named), else what they cover. */
import { checkContent } from '@/db/content/check'
import { describeCoverage } from '@/db/content/coverage'
import { readFolders } from '@/db/content/folders'
import { printProblem } from '@/db/content/problems'
import { run } from './run'

await run((folders) => {
  const checked = checkContent(readFolders(folders.length > 0 ? folders : ['content']))
  if ('content' in checked) {
    for (const line of describeCoverage(checked.content)) console.log(line)
    console.log('No problems.')
    return
  }
  for (const problem of checked.problems) console.log(printProblem(problem))
  console.log(`${checked.problems.length} ${checked.problems.length === 1 ? 'problem' : 'problems'}.`)
  process.exitCode = 1
})
