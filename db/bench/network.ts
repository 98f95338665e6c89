/** A directory of made-up companies with relationships between them at random, to measure walks along those. */
import { rmSync } from 'node:fs'
import { INTRODUCING } from '../market/introductions'
import { openDatabaseFile } from '../sqlite'
import { Random } from './random'

/** Make one in a folder of its own. @param each How many relationships each company's entry states. @returns the slugs. */
export function makeNetwork(folder: string, size: number, each: number, seed: number): string[] {
  rmSync(folder, { recursive: true, force: true })
  const { sqlite, close } = openDatabaseFile(folder)
  const random = new Random(seed)
  const slugs = Array.from({ length: size }, (_, index) => `company-${index + 1}`)
  try {
    sqlite.pragma('synchronous = OFF')
    const company = sqlite.prepare(
      `INSERT INTO organizations (id, slug, name, pack, fingerprint, tier_estimated, tier_reason, product_count, in_report) VALUES (?, ?, ?, 'bench', '', 0, '', 0, 0)`,
    )
    const relationship = sqlite.prepare(
      `INSERT INTO relationships (organization_id, position, type, "to", to_organization_id, resolved) VALUES (?, ?, ?, ?, ?, 'organization')`,
    )
    sqlite.transaction(() => {
      for (const [index, slug] of slugs.entries()) company.run(index + 1, slug, `Company ${index + 1}`)
      for (let id = 1; id <= size; id++) {
        for (let position = 0; position < each; position++) {
          const other = 1 + random.below(size)
          relationship.run(id, position, random.pick(INTRODUCING), `Company ${other}`, other)
        }
      }
    })()
    sqlite.exec('ANALYZE')
    return slugs
  } finally {
    close()
  }
}
