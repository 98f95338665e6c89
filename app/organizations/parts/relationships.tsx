/** What an organization is to others, one kind after the other, as both ends state it. */
import type { Source } from '@/db/records/citations'
import type { Relationship, Statement } from '@/db/records/relationships'
import { Cite } from './cite'
import { sentence } from './format'
import { groupBy } from './group'
import { NameLink } from './links'

interface RelationshipsProps {
  /** In the order of their words. */
  relationships: readonly Relationship[]
  sources: readonly Source[]
}

export function Relationships({ relationships, sources }: RelationshipsProps) {
  const groups = groupBy(relationships, (relationship) => relationship.words)
  return (
    <dl className="text-m">
      {[...groups].map(([words, lines]) => (
        <div key={words} className="border-rule py-1.5 not-first:border-t sm:grid sm:grid-cols-[11rem_minmax(0,1fr)] sm:gap-4">
          <dt className="text-ink-2">{sentence(words)}</dt>
          <dd>
            <ul>
              {lines.map((line) => (
                <li key={line.party.url ?? line.party.name} className="py-px max-sm:pl-4">
                  <Line line={line} sources={sources} />
                </li>
              ))}
            </ul>
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Line({ line: { party, since, statements }, sources }: { line: Relationship; sources: readonly Source[] }) {
  return (
    <>
      {party.url === null ? <span className="font-serif text-name">{party.name}</span> : <NameLink href={party.url}>{party.name}</NameLink>}
      {since !== null && <span className="text-ink-2"> since {since}</span>}
      {statements.map((statement, index) => (
        <span key={index} className="text-ink-2">
          {remark(party, statement)}
          <Cite sources={sources} of={statement.source} />
        </span>
      ))}
    </>
  )
}

/** The note of a statement, the name it uses where that is another one, and whose entry it is in where that is another. */
function remark(party: Relationship['party'], { by, to, note }: Statement) {
  const as = by === null && to !== party.name ? `as ${to}` : null
  const told = [as, note].filter(Boolean).join('; ')
  const origin = by !== null && <span className="text-ink-3">{told ? ' (from its own entry)' : 'from its own entry'}</span>
  if (!told && !origin) return null
  return (
    <>
      {' · '}
      {told}
      {origin}
    </>
  )
}
