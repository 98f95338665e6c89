import { scaleLinear } from 'd3-scale'
import { stack } from 'd3-shape'
import type { Metadata } from 'next'
import { count, counted } from '@/app/components/format'
import type { SearchParams } from '@/app/components/place'
import { directory } from '@/db/directory'
import { CHANGE_KINDS, type Change, type ChangeKind, type ChangesOfYear, readHistory } from '@/db/market/history'
import { PicturePage } from '../picture-page'
import { SourceMark } from '../source-mark'

interface PageProps {
  searchParams: Promise<SearchParams>
}

export const metadata: Metadata = {
  title: 'Mergers and names',
  description: 'Who became whom: mergers, acquisitions, spin-offs and changes of name by year.',
}

export default async function HistoryPage({ searchParams }: PageProps) {
  return (
    <PicturePage
      path="/market/history"
      title="Mergers and names"
      lead="Who became whom: what was bought, merged, spun off or renamed, and of whom a part was bought, as far as a source of an entry says so."
      params={await searchParams}
      draw={async (question) => <History years={(await readHistory(directory(), question)).years} />}
    />
  )
}

/** What a kind is called, and the sentence that a change of it is: which of the two is its subject. */
const KIND_WORDS: { readonly [kind in ChangeKind]: { many: string; subject: 'before' | 'after'; verb: string } } = {
  acquisition: { many: 'acquisitions', subject: 'before', verb: 'was bought by' },
  merger: { many: 'mergers', subject: 'before', verb: 'merged with' },
  'spin-off': { many: 'spin-offs', subject: 'after', verb: 'was spun off from' },
  renaming: { many: 'renamings', subject: 'before', verb: 'became' },
  'part-acquisition': { many: 'parts of companies that were bought', subject: 'after', verb: 'bought a part of' },
}

function History({ years }: { years: readonly ChangesOfYear[] }) {
  const dated = years.filter(({ year }) => year !== null)
  if (years.length === 0) return <p className="sheet-note">Of none of them a change is stated.</p>
  return (
    <>
      {dated.length > 0 && (
        <figure className="figure" aria-labelledby="history-caption">
          <div className="sideways">
            <Timeline years={dated} />
          </div>
          <figcaption id="history-caption" className="sheet-note">
            Changes by year, from the bottom {CHANGE_KINDS.map((kind) => KIND_WORDS[kind].many).join(', ')}; a column leads to its year.
          </figcaption>
        </figure>
      )}
      {years.map(({ year, changes }) => (
        <section key={year} aria-labelledby={anchorOf(year)} className="flow">
          <h2 id={anchorOf(year)}>
            {year ?? 'In a year that no source gives'} <span>{counted(changes.length, 'change', 'changes')}</span>
          </h2>
          <ul className="link-list">
            {changes.map((change) => (
              <ChangeLine key={`${change.kind} ${change.before.name} ${change.after.name}`} change={change} />
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

const anchorOf = (year: number | null) => (year === null ? 'undated' : `year-${year}`)

function ChangeLine({ change: { kind, before, after, part, note, source } }: { change: Change }) {
  const { subject, verb } = KIND_WORDS[kind]
  const [first, second] = subject === 'before' ? [before, after] : [after, before]
  return (
    <li>
      <Name of={first} /> <i>{verb}</i> <Name of={second} />
      {part !== null && `: ${part}`}
      <span>
        {note !== null && `; ${note}`}
        <SourceMark source={source} />
      </span>
    </li>
  )
}

function Name({ of: { name, url } }: { of: Change['before'] }) {
  return url === null ? name : <a href={url}>{name}</a>
}

const HEIGHT = 260
const FOOT = 26
const COLUMN = 26

/** A column for each year from the first to the last, its parts by kind. */
function Timeline({ years }: { years: readonly ChangesOfYear[] }) {
  const [first = 0, last = 0] = [years[0]?.year, years.at(-1)?.year].map((year) => year ?? 0)
  const all = Array.from({ length: last - first + 1 }, (_, index) => {
    const changes = years.find(({ year }) => year === first + index)?.changes ?? []
    const of = (kind: ChangeKind) => changes.filter((change) => change.kind === kind).length
    return {
      year: first + index,
      total: changes.length,
      acquisition: of('acquisition'),
      merger: of('merger'),
      'spin-off': of('spin-off'),
      renaming: of('renaming'),
      'part-acquisition': of('part-acquisition'),
    }
  })
  const y = scaleLinear()
    .domain([0, Math.max(...all.map(({ total }) => total))])
    .range([HEIGHT - FOOT, 16])
  const parts = stack<(typeof all)[number], ChangeKind>().keys(CHANGE_KINDS)(all)
  const width = all.length * COLUMN
  return (
    <svg viewBox={`0 0 ${width} ${HEIGHT}`} className="timeline" style={{ minWidth: width, maxWidth: Math.max(width, 480) * 1.3 }}>
      <title>Mergers and changes of name by year</title>
      <line className="figure-rule-strong" y1={HEIGHT - FOOT} y2={HEIGHT - FOOT} x2={width} />
      {all.map(({ year, total }, index) =>
        total === 0 ? (
          <YearLabel key={year} year={year} x={index * COLUMN} />
        ) : (
          <a
            key={year}
            href={`#${anchorOf(year)}`}
            aria-label={`${year}: ${counted(total, 'change', 'changes')}`}
            className="timeline-year"
          >
            <rect className="figure-ground" x={index * COLUMN} width={COLUMN} height={HEIGHT} />
            {parts.map((part) => {
              const [from = 0, to = 0] = part[index] ?? []
              return (
                <rect
                  key={part.key}
                  data-kind={part.key}
                  x={index * COLUMN + 4}
                  y={y(to)}
                  width={COLUMN - 8}
                  height={y(from) - y(to)}
                  className="timeline-part"
                />
              )
            })}
            <text x={index * COLUMN + COLUMN / 2} y={y(total) - 4} textAnchor="middle" className="figure-small">
              {count(total)}
            </text>
            <YearLabel year={year} x={index * COLUMN} />
          </a>
        ),
      )}
    </svg>
  )
}

function YearLabel({ year, x }: { year: number; x: number }) {
  return (
    <text x={x + COLUMN / 2} y={HEIGHT - 8} textAnchor="middle" className="figure-small">
      {String(year).slice(2)}
    </text>
  )
}
