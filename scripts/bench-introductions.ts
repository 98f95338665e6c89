/** Measure how long chains of relationships take to find: `npm run bench:introductions -- [--size 100000] [--each 10] [--pairs 200]`. */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { makeNetwork } from '@/db/bench/network'
import { Random } from '@/db/bench/random'
import { openDirectory } from '@/db/directory'
import { MOST_KNOWN, readIntroductions } from '@/db/market/introductions'
import { Problem } from '@/db/problem'
import { readSettings } from '@/db/settings'
import { run } from './run'

const SEED = 2003

await run(async (args) => {
  const { size, each, pairs } = readArguments(args)
  const settings = { ...readSettings(), dataFolder: join(readSettings().dataFolder, 'bench', 'network') }
  const slugs = makeNetwork(settings.dataFolder, size, each, SEED)
  const directory = openDirectory(settings)
  const random = new Random(SEED)
  for (const known of [1, MOST_KNOWN]) {
    const times: number[] = []
    let found = 0
    for (let pair = 0; pair < pairs; pair++) {
      const from = Array.from({ length: known }, () => random.pick(slugs))
      const wanted = random.pick(slugs)
      const start = performance.now()
      const chains = readIntroductions(directory, wanted, from)
      times.push(performance.now() - start)
      if (chains !== null && chains.length > 0) found++
    }
    times.sort((a, b) => a - b)
    const at = (share: number) => `${(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(1)} ms`
    console.log(
      `${size.toLocaleString('en')} companies, ${each} relationships each, from ${known}: p50 ${at(0.5)}, p95 ${at(0.95)}, most ${at(1)}; a chain for ${found} of ${pairs}`,
    )
  }
  await directory.close()
})

function readArguments(args: string[]): { size: number; each: number; pairs: number } {
  const { values } = parseArgs({ args, options: { size: { type: 'string' }, each: { type: 'string' }, pairs: { type: 'string' } } })
  const read = (name: 'size' | 'each' | 'pairs', usual: number) => {
    const number = Number(values[name] ?? usual)
    if (!Number.isInteger(number) || number < 1) throw new Problem(`--${name} is no “${values[name]}”.`, 'Give a whole number above 0.')
    return number
  }
  return { size: read('size', 100_000), each: read('each', 10), pairs: read('pairs', 200) }
}
