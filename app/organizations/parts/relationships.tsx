/** What an organization is to others, as both ends state it: what a seller asks first comes first. */
import type { Source } from '@/db/records/citations'
import { aroundUrl, introductionsUrl } from '@/db/records/links'
import { RELATIONSHIP_GROUPS, type RelationshipGroup } from '@/db/records/relationship-groups'
import type { Relationship } from '@/db/records/relationships'
import { Cite } from './cite'
import { Fold } from './fold'
import { sentence } from './format'
import { groupBy } from './group'
import { NameLink, QuietLink } from './links'
import { toldOnce } from './told-once'

const TITLES: { readonly [group in RelationshipGroup]: string } = {
  'sold-by': 'Who sells it',
  sells: 'Whom it sells for',
  owners: 'Owners and holdings',
  supply: 'Suppliers and customers',
  partners: 'Partners',
  competitors: 'Competitors',
  others: 'Others',
}

/** How many parties of one kind stand open. */
const SHOWN = 8

interface RelationshipsProps {
  relationships: readonly Relationship[]
  sources: readonly Source[]
  /** Whose relationships they are. */
  slug: string
}

export function Relationships({ relationships, sources, slug }: RelationshipsProps) {
  const groups = groupBy(relationships, ({ group }) => group)
  const statedElsewhere = relationships.some((relationship) => relationship.statements.some((statement) => statement.by !== null))
  return (
    <div className="relationships">
      {RELATIONSHIP_GROUPS.filter((group) => groups.has(group)).map((group) => (
        <section key={group} aria-labelledby={`relationships-${group}`}>
          <h3 id={`relationships-${group}`}>{TITLES[group]}</h3>
          {[...groupBy(groups.get(group) ?? [], ({ words }) => words)].map(([words, lines]) => (
            <div key={words} className="relationship">
              <p id={`relationships-${group}-${wordId(words)}`}>{sentence(words)}</p>
              <div>
                <Fold items={lines} shown={SHOWN} more="more">
                  {(some) => (
                    <ul aria-labelledby={`relationships-${group}-${wordId(words)}`}>
                      {some.map((line) => (
                        <li key={line.party.url ?? line.party.name}>
                          <Line line={line} sources={sources} />
                        </li>
                      ))}
                    </ul>
                  )}
                </Fold>
              </div>
            </div>
          ))}
        </section>
      ))}
      <p className="remark">
        {statedElsewhere && '† As the other company’s own entry states it. '}
        <QuietLink href={aroundUrl(slug)}>See them as a picture</QuietLink> ·{' '}
        <QuietLink href={introductionsUrl(slug)}>Who can introduce us</QuietLink>
      </p>
    </div>
  )
}

const wordId = (words: string) => words.replaceAll(' ', '-')

function Line({ line, sources }: { line: Relationship; sources: readonly Source[] }) {
  const { party, since } = line
  return (
    <>
      {party.url === null ? <span className="font-serif text-name">{party.name}</span> : <NameLink href={party.url}>{party.name}</NameLink>}
      {since !== null && <span className="text-ink-2 tabular-nums"> ({since})</span>}
      {toldOnce(line).map(({ statement, remark, source }, index) => (
        <span key={index} className="text-ink-2">
          {remark !== null && ` · ${remark}`}
          {statement.by !== null && <StatedBy name={statement.by.name} />}
          <Cite sources={sources} of={source} />
        </span>
      ))}
    </>
  )
}

function StatedBy({ name }: { name: string }) {
  return (
    <span title={`Stated in the entry of ${name}`}>
      <span aria-hidden="true">{'\u00a0'}†</span>
      <span className="sr-only">, stated in the entry of {name}</span>
    </span>
  )
}
