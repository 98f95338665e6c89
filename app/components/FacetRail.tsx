'use client'
/** The facets of an answer: each value a link that adds it to the question or takes it away. Beside the table where there is room, else a sheet. */
import { type CSSProperties, type KeyboardEvent, memo, type ReactNode, useState } from 'react'
import { chosenAndExcluded, type FilterName, type Question, UNKNOWN, UNRATED } from '@/db/question'
import type { Facets, FacetValue } from '@/db/search/engine'
import { FacetSearch } from './FacetSearch'
import { count, counted } from './format'
import { RAIL_ID } from './ids'
import { address, excluding, type Place, toggled, withValues } from './place'
import type { Wording } from './wording'
import { ENTRY_WORDS, FILTER_WORDS, valueWords, withinGroup } from './words'

/** By what people narrow first. */
const ORDER: readonly FilterName[] = ['supplier', 'tier', 'segment', 'os', 'role', 'location', 'category', 'hal', 'status', 'ownership']
/** So many facets fill a screen: those after them can wait until these are painted. */
const FIRST = 4
/** How many values stand before the rest folds away, and how few more are not worth folding. */
const SHOWN = 8
const NOT_WORTH_FOLDING = 2

/** What the values of the rail are drawn from. */
export interface RailDrawing {
  question: Question
  facets: Facets
  wording: Wording
}

interface RailProps extends RailDrawing {
  place: Place
  /** What the facets far down are drawn from: the same, or for a moment what was before. */
  below?: RailDrawing
  /** How many match, where the rail stays open while one chooses. */
  total?: number
  /** Whether clicks with the alt key are followed here. */
  alt?: boolean
  /** Draw what is folded away only when it is opened: three quarters of the values, in every answer a script shows. Without one they must be there. */
  brief?: boolean
}

/** Drawn anew only for another answer or question. */
export const FacetRail = memo(Rail)

function Rail({ place, below, total, alt = false, brief = false, ...now }: RailProps) {
  const { facets } = now
  const names = ORDER.filter((name) => name !== place.fixed?.name && (facets[name]?.length ?? 0) > 0)
  return (
    <aside id={RAIL_ID} popover="auto" className="rail" aria-label="Filters" onKeyDown={(event) => tickBySpace(event, alt)}>
      <p className="rail-head">
        <span className="font-semibold text-base">Filters</span>
        <button type="button" className="button-plain" popoverTarget={RAIL_ID} popoverTargetAction="hide">
          {total === undefined ? 'Close' : `Show ${counted(total, ...ENTRY_WORDS[place.collection])}`}
        </button>
      </p>
      {names.map((name, at) => {
        const { question, wording, facets } = at < FIRST ? now : (below ?? now)
        return <Facet key={name} {...{ name, place, question, wording, brief }} values={facets[name] ?? []} />
      })}
      {alt && names.length > 0 && <p className="rail-hint needs-script">Alt-click leaves a value out.</p>}
    </aside>
  )
}

/** A value has a box to tick, and is ticked as one: what Enter does at a link the space bar does as well. */
function tickBySpace(event: KeyboardEvent, alt: boolean): void {
  const link = event.target instanceof Element ? event.target.closest('a.facet-value') : null
  if (link === null || event.key !== ' ' || event.shiftKey || event.ctrlKey || event.metaKey || (event.altKey && !alt)) return
  event.preventDefault()
  if (!event.repeat) link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, altKey: event.altKey }))
}

interface FacetProps extends Pick<RailProps, 'place' | 'question' | 'wording' | 'brief'> {
  name: FilterName
  values: readonly FacetValue[]
}

const Facet = memo(OneFacet)

function OneFacet({ name, values, ...props }: FacetProps) {
  const { place, question } = props
  const [found, setFound] = useState<readonly FacetValue[] | null>(null)
  const title = FILTER_WORDS[name]
  const most = Math.max(1, ...values.filter(isKnown).map((value) => value.count))
  const long = isLong(values)
  const shown = (long && found) || values
  return (
    <fieldset
      className="facet"
      data-filter={name}
      data-asked={question.filters[name] && true}
      data-tree={values.some(({ children }) => children !== undefined) || undefined}
    >
      <legend>{title}</legend>
      {question.filters[name] && (
        <a href={address(place, withValues(question, name, []))} className="facet-clear">
          Clear<span className="sr-only"> {title}</span>
        </a>
      )}
      {long && <FacetSearch name={name} question={question} onFound={setFound} />}
      {shown.length === 0 && <p className="facet-none">No such value</p>}
      <Values name={name} values={shown} most={most} {...props} />
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
        <Fold
          asked={rest.some((value) => isAsked(props.question, props.name, value))}
          summary={`${count(rest.length)} more`}
          className="facet-rest"
          brief={props.brief}
        >
          {() => (
            <ul>
              {rest.map((value) => (
                <Value key={value.value} of={value} {...props} />
              ))}
            </ul>
          )}
        </Fold>
      )}
    </>
  )
}

function Value({ of, ...props }: Omit<ValuesProps, 'values'> & { of: FacetValue }) {
  const { name, place, question, wording, most, group = '' } = props
  const label = withinGroup(valueWords(wording, name, of.value, of.label), group)
  const [one, many] = ENTRY_WORDS[place.collection]
  const share = { '--share': Math.min(1, of.count / most).toFixed(3) } as CSSProperties
  const below = worthOpening(question, name, of)
  // What the address asks, not what the answer repeats: a tick is seen before the answer to it comes.
  const { chosen, excluded } = asking(question, name, of)
  const shown = excluded ? `not ${label}` : label
  const act = excluded ? 'excluded, remove filter' : chosen ? 'chosen, remove filter' : 'add filter'
  return (
    <li className={chosen ? 'facet-beside' : undefined}>
      <a
        href={address(place, toggled(question, name, of.value))}
        data-value={of.value}
        className="facet-value"
        data-excluded={excluded || undefined}
        aria-current={chosen || excluded ? 'true' : undefined}
        aria-label={`${shown}, ${counted(of.count, one, many)}, ${act}`}
        style={share}
      >
        <span className="facet-label">{shown}</span>
        <span className="facet-count">{count(of.count)}</span>
      </a>
      {chosen && (
        <a href={address(place, excluding(question, name, of.value))} className="facet-flip">
          not<span className="sr-only"> {label}: leave it out instead</span>
        </a>
      )}
      {below.length > 0 && (
        <Fold
          asked={below.some((value) => isAsked(question, name, value))}
          label={`${counted(below.length, 'value', 'values')} in ${label}`}
          className="facet-below"
          brief={props.brief}
        >
          {() => <Values {...props} values={below} group={of.label} />}
        </Fold>
      )}
    </li>
  )
}

interface FoldProps {
  asked: boolean
  /** What stands on the switch. */
  summary?: string
  /** What a switch that is only drawn is called. */
  label?: string
  className: string
  brief: boolean | undefined
  children: () => ReactNode
}

/** Values that fold away: opened where one of them is asked for, and from then on as the reader leaves it. */
function Fold({ asked, summary, label, className, brief, children }: FoldProps) {
  const [open, setOpen] = useState(asked)
  const [wasAsked, setWasAsked] = useState(asked)
  if (asked !== wasAsked) {
    setWasAsked(asked)
    if (asked) setOpen(true)
  }
  return (
    <details open={open} className={className} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary aria-label={label}>{summary}</summary>
      {(open || !brief) && children()}
    </details>
  )
}

function asking(question: Question, name: FilterName, { value }: FacetValue) {
  const { chosen, excluded } = chosenAndExcluded(question.filters[name])
  return { chosen: chosen.includes(value), excluded: excluded.includes(value) }
}

function isAsked(question: Question, name: FilterName, value: FacetValue): boolean {
  const { chosen, excluded } = asking(question, name, value)
  return chosen || excluded || (value.children ?? []).some((child) => isAsked(question, name, child))
}

const isKnown = ({ value }: FacetValue) => value !== UNKNOWN && value !== UNRATED

/** Whether a list is so long that one would rather type than look through it. */
const isLong = (values: readonly FacetValue[]) =>
  values.reduce((sum, { children = [] }) => sum + 1 + children.length, 0) > 2 * SHOWN &&
  values.some((value) => !Number.isInteger(Number(value.value)))

/** What is below a value, unless that is only the same again under the same name, as with Linux in Linux. */
function worthOpening(question: Question, name: FilterName, { label, children = [] }: FacetValue): readonly FacetValue[] {
  const [child] = children
  const same = children.length === 1 && child?.label === label && !isAsked(question, name, child)
  return same ? [] : children
}
