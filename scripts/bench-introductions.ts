/** Measure how long chains of relationships take to find: `npm run bench:introductions -- [--size 100000] [--each 10] [--pairs 200]`. */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { makeNetwork } from '@/db/bench/network'
import { Random } from '@/db/bench/random'
import { openDirectory } from '@/db/directory'
import { readIntroductions } from '@/db/market/introductions'
import { MOST_KNOWN } from '@/db/market/limits'
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
    const worked: number[] = []
    let found = 0
    for (let pair = 0; pair < pairs; pair++) {
      const from = Array.from({ length: known }, () => random.pick(slugs))
      const wanted = random.pick(slugs)
      const [start, before] = [performance.now(), process.cpuUsage()]
      const chains = readIntroductions(directory, wanted, from)
      times.push(performance.now() - start)
      const { user, system } = process.cpuUsage(before)
      worked.push((user + system) / 1000)
      if (chains !== null && chains.length > 0) found++
    }
    console.log(
      `${size.toLocaleString('en')} companies, ${each} relationships each, from ${known}: ${spread(times)} by the clock, ${spread(worked)} of processor time; a chain for ${found} of ${pairs}`,
    )
  }
  await directory.close()
})

/** p50, p95 and the most of some milliseconds. */
function spread(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1)
  return `${at(0.5)} / ${at(0.95)} / ${at(1)} ms`
}

function readArguments(args: string[]): { size: number; each: number; pairs: number } {
  const { values } = parseArgs({ args, options: { size: { type: 'string' }, each: { type: 'string' }, pairs: { type: 'string' } } })
  const read = (name: 'size' | 'each' | 'pairs', usual: number) => {
    const number = Number(values[name] ?? usual)
    if (!Number.isInteger(number) || number < 1) throw new Problem(`--${name} is no “${values[name]}”.`, 'Give a whole number above 0.')
    return number
  }
  return { size: read('size', 100_000), each: read('each', 10), pairs: read('pairs', 200) }
}
