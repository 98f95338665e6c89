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
  const statedElsewhere = relationships.some((relationship) => relationship.statements.some((statement) => statement.by !== null))
  return (
    <>
      <dl>
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
      {statedElsewhere && <p className="mt-2 text-ink-3 text-s">† As the other company’s own entry states it.</p>}
    </>
  )
}

function Line({ line: { party, since, statements }, sources }: { line: Relationship; sources: readonly Source[] }) {
  return (
    <>
      {party.url === null ? <span className="font-serif text-name">{party.name}</span> : <NameLink href={party.url}>{party.name}</NameLink>}
      {since !== null && <span className="text-ink-2 tabular-nums"> ({since})</span>}
      {statements.map((statement, index) => (
        <span key={index} className="text-ink-2">
          {remark(party, statement)}
          {statement.by !== null && <StatedBy name={statement.by.name} />}
          <Cite sources={sources} of={statement.source} />
        </span>
      ))}
    </>
  )
}

/** The note of a statement, and the name it uses for the other party where that is another one. */
function remark(party: Relationship['party'], { by, to, note }: Statement): string {
  const as = by === null && to !== party.name ? `as ${to}` : null
  const told = [as, note].filter(Boolean).join('; ')
  return told ? ` · ${told}` : ''
}

function StatedBy({ name }: { name: string }) {
  return (
    <span title={`Stated in the entry of ${name}`}>
      <span aria-hidden="true">{'\u00a0'}†</span>
      <span className="sr-only">, stated in the entry of {name}</span>
    </span>
  )
}
