/** The facets of an answer: each value a link that adds it to the question or takes it away. Beside the table where there is room, else a sheet. */
import type { CSSProperties } from 'react'
import type { FilterName, Question } from '@/db/question'
import type { Facets, FacetValue } from '@/db/search/engine'
import { type DirectoryVocabulary, UNKNOWN, UNRATED } from '@/db/vocabulary'
import { count, counted } from './format'
import { address, type Place, toggled, withValues } from './place'
import { ENTRY_WORDS, FILTER_WORDS, valueWords, withinGroup } from './words'

export const RAIL_ID = 'filters'

/** By what people narrow first. */
const ORDER: readonly FilterName[] = ['supplier', 'tier', 'segment', 'os', 'role', 'location', 'category', 'hal', 'status', 'ownership']
/** How many values stand before the rest folds away, and how few more are not worth folding. */
const SHOWN = 8
const NOT_WORTH_FOLDING = 2

interface RailProps {
  place: Place
  question: Question
  facets: Facets
  vocabulary: DirectoryVocabulary
}

export function FacetRail(props: RailProps) {
  const { place, facets } = props
  const names = ORDER.filter((name) => name !== place.fixed?.name && (facets[name]?.length ?? 0) > 0)
  return (
    <aside id={RAIL_ID} popover="auto" className="rail" aria-label="Filters">
      <p className="rail-head">
        <span className="font-semibold text-base">Filters</span>
        <button type="button" className="button-plain" popoverTarget={RAIL_ID} popoverTargetAction="hide">
          Close
        </button>
      </p>
      {names.map((name) => (
        <Facet key={name} name={name} values={facets[name] ?? []} {...props} />
      ))}
    </aside>
  )
}

interface FacetProps extends RailProps {
  name: FilterName
  values: readonly FacetValue[]
}

function Facet({ name, values, ...props }: FacetProps) {
  const { place, question } = props
  const title = FILTER_WORDS[name]
  const most = Math.max(1, ...values.filter(isKnown).map((value) => value.count))
  return (
    <fieldset className="facet">
      <legend>{title}</legend>
      {question.filters[name] && (
        <a href={address(place, withValues(question, name, []))} className="facet-clear">
          Clear<span className="sr-only"> {title}</span>
        </a>
      )}
      <Values name={name} values={values} most={most} {...props} />
    </fieldset>
  )
}

interface ValuesProps extends FacetProps {
  /** The label of the group that the values are in. */
  group?: string
  /** The count whose line is as wide as the rail: the greatest of those that say something. */
  most: number
}

/** The values in their order, the tail of a long list folded unless something in it is chosen. */
function Values({ values, ...props }: ValuesProps) {
  const cut = values.length > SHOWN + NOT_WORTH_FOLDING ? SHOWN : values.length
  const rest = values.slice(cut)
  return (
    <>
      <ul>
        {values.slice(0, cut).map((value) => (
          <Value key={value.value} of={value} {...props} />
        ))}
      </ul>
      {rest.length > 0 && (
        <details open={rest.some(isChosen)} className="facet-rest">
          <summary>{count(rest.length)} more</summary>
          <ul>
            {rest.map((value) => (
              <Value key={value.value} of={value} {...props} />
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function Value({ of, ...props }: Omit<ValuesProps, 'values'> & { of: FacetValue }) {
  const { name, place, question, vocabulary, most, group = '' } = props
  const label = withinGroup(valueWords(vocabulary, name, of.value, of.label), group)
  const [one, many] = ENTRY_WORDS[place.collection]
  const share = { '--share': Math.min(1, of.count / most).toFixed(3) } as CSSProperties
  const below = worthOpening(of)
  return (
    <li>
      <a
        href={address(place, toggled(question, name, of.value))}
        className="facet-value"
        aria-current={of.selected || of.excluded ? 'true' : undefined}
        style={share}
      >
        <span className="facet-label">{of.excluded ? `not ${label}` : label}</span>
        <span className="sr-only">, </span>
        <span className="facet-count">{count(of.count)}</span>
        <span className="sr-only">
          {of.count === 1 ? ` ${one}` : ` ${many}`}
          {of.excluded ? ', excluded, remove filter' : of.selected ? ', chosen, remove filter' : ', add filter'}
        </span>
      </a>
      {below.length > 0 && (
        <details open={below.some(isChosen)} className="facet-below">
          <summary>
            <span className="sr-only">
              {counted(below.length, 'value', 'values')} in {label}
            </span>
          </summary>
          <Values {...props} values={below} group={of.label} />
        </details>
      )}
    </li>
  )
}

const isChosen = (value: FacetValue): boolean => value.selected || value.excluded || (value.children ?? []).some(isChosen)

const isKnown = ({ value }: FacetValue) => value !== UNKNOWN && value !== UNRATED

/** What is below a value, unless that is only the same again under the same name, as with Linux in Linux. */
function worthOpening({ label, children = [] }: FacetValue): readonly FacetValue[] {
  const same = children.length === 1 && children[0]?.label === label && !isChosen(children[0])
  return same ? [] : children
}
