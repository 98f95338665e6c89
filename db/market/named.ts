/** Companies by their slugs. */
import { type Link, organizationLink } from '../records/links'
import type { Reader } from '../records/reader'

/** In the order given; slugs that name nothing are left out. */
export function readNamed({ database }: Pick<Reader, 'database'>, slugs: readonly string[]): Link[] {
  const rows = database.sqlite
    .prepare('SELECT slug, name FROM json_each(?) AS wanted JOIN organizations ON slug = wanted.value ORDER BY wanted.key')
    .all(JSON.stringify(slugs)) as { slug: string; name: string }[]
  return rows.map(organizationLink)
}
