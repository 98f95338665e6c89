import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { expect, it } from 'vitest'

it('is read and printed in a browser as on the server: nothing of Node is in the way', () => {
  const esbuild = join('node_modules', '.bin', 'esbuild')
  const bundle = execFileSync(esbuild, ['db/question.ts', '--bundle', '--platform=browser', '--global-name=question'], { encoding: 'utf8' })
  const browser = createContext({ URLSearchParams })
  runInContext(bundle, browser)
  const printed = runInContext(
    `const asked = new URLSearchParams('q=caf\\ud800&tier=-1&tier=2&page=3')
     const vocabulary = { label: (_, value) => value, values: () => [] }
     question.printQuestion(question.parseQuestion('organizations', asked, vocabulary)).toString()`,
    browser,
  )
  expect(printed).toBe(new URLSearchParams('q=caf\ufffd&tier=-1&tier=2&page=3').toString())
})
