/**
 * What was asked: one type, one parser and one printer for every door (page, API, CSV, CLI, saved search).
 * The names are public; see docs/contract.md.
 */
import { COLUMNS, type Collection, type ColumnName, FILTERS, type FilterName, SCREEN_COLUMNS, SORTS, type SortName } from './question-names'
import { closest } from './search/closest'

export * from './question-names'

export const MAX_TEXT = 512
export const MAX_SIZE = 200
export const DEFAULT_SIZE = 50
/** Past this a page number cannot hold an answer; it keeps the arithmetic exact. */
const MAX_PAGE = 1_000_000_000

export interface Sort {
  by: SortName
  descending: boolean
}

export interface Question {
  collection: Collection
  /** Trimmed; empty when nothing was typed. */
  q: string
  /** Only the filters that were given, each with at least one value, in the order given and without repeats; excluded ones with their sign. */
  filters: { readonly [name in FilterName]?: readonly string[] }
  sort: Sort
  /** From 1. */
  page: number
  size: number
  /** The export's columns in the order wanted, all unless said; those of the table on the screen, none where they were not said. */
  columns: readonly ColumnName[]
  /** Whether an export starts with a byte order mark, for Excel. */
  bom: boolean
  /** The entries that an export is to hold, by slug (a product by `supplier/slug`), as `slug` names them; empty for every match. */
  selection: readonly string[]
}

/** The value of `tier` for those without one. */
export const UNRATED = 'unrated'
/** The value of a filter for entries whose fact is not known, so that no row is out of reach. */
export const UNKNOWN = 'unknown'

/** Before a value of a filter: what has it is left out. */
const EXCLUDED = '-'

export const isExcluded = (value: string) => value.startsWith(EXCLUDED)

/** A value as a question excludes it. */
export const excludedValue = (value: string) => EXCLUDED + value

/** A value itself, whether it is chosen or excluded. */
export const bareValue = (value: string) => (isExcluded(value) ? value.slice(EXCLUDED.length) : value)

/** What a filter asks for, its values without the sign: any of the chosen (where there are some), and none of the excluded. */
export function chosenAndExcluded(values: readonly string[] = []): { chosen: string[]; excluded: string[] } {
  return { chosen: values.filter((value) => !isExcluded(value)), excluded: values.filter(isExcluded).map(bareValue) }
}

/** What a door lets its asker say beside text, filters and sort. */
const OWN_NAMES = { search: ['page', 'size'], page: ['page', 'size', 'columns'], export: ['columns', 'bom', 'slug'] } as const
/** `page` is the address of a screen, `search` the API and the terminal. Suggestions are asked for with text alone. */
export type Door = keyof typeof OWN_NAMES | 'suggest'

/** Every name that a question may hold at a door. */
export function parameterNames(collection: Collection, door: Door): readonly string[] {
  return door === 'suggest' ? ['q'] : ['q', ...FILTERS[collection], 'sort', ...OWN_NAMES[door]]
}

export interface Term {
  value: string
  label: string
}

/** The values that exist: of a filter with a closed list all of them, of `location` and `supplier` what the data holds. */
export interface Vocabulary {
  /** The label of a value, or undefined where the value does not exist. */
  label(filter: FilterName, value: string): string | undefined
  /** Every value of a filter in its natural order. */
  values(filter: FilterName): readonly Term[]
}

/** One mistake in a question, as RFC 9457's `errors` carry it. */
export interface QuestionMistake {
  parameter: string
  value: string
  message: string
  allowed: string[]
}

/** A question that cannot be answered as asked: every mistake in it, never only the first. */
export class QuestionError extends Error {
  constructor(readonly mistakes: QuestionMistake[]) {
    super(mistakes.map((mistake) => mistake.message).join(' '))
    this.name = 'QuestionError'
  }
}

/** How many values a message lists before it names only the closest. */
const LISTED = 20
const CLOSEST = 5

/**
 * Read a question from name-value pairs, as a query string or a command line gives them.
 * @throws {QuestionError} with every unknown name, value, column or sort and every number out of range.
 */
export function parseQuestion(
  collection: Collection,
  pairs: Iterable<readonly [string, string]>,
  vocabulary: Vocabulary,
  door: Door = 'search',
): Question {
  const mistakes: QuestionMistake[] = []
  const filterNames: readonly FilterName[] = FILTERS[collection]
  const names = parameterNames(collection, door)
  const given = new Map<string, Set<string>>()
  for (const [name, value] of pairs) {
    if (!names.includes(name)) {
      mistakes.push(
        unknown(name, value, `There is no parameter “${brief(name)}” for ${collection}${door === 'export' ? ' as CSV' : ''}.`, names, name),
      )
    } else {
      given.set(name, (given.get(name) ?? new Set()).add(value))
    }
  }
  const all = (name: string) => [...(given.get(name) ?? [])]
  const single = (name: string) => {
    const values = all(name)
    if (values.length > 1) {
      mistakes.push({
        parameter: name,
        value: brief(values.join(', ')),
        message: `“${name}” can be given once, not ${values.length} times.`,
        allowed: [],
      })
    }
    return values[0]
  }
  const whole = (name: string, fallback: number, most: number) => {
    const value = single(name)
    if (value === undefined) return fallback
    const number = /^\d{1,10}$/.test(value) ? Number(value) : 0
    if (number >= 1 && number <= most) return number
    mistakes.push({
      parameter: name,
      value: brief(value),
      message: `“${name}” is a whole number from 1 to ${most}, not “${brief(value)}”.`,
      allowed: [],
    })
    return fallback
  }

  const q = wellFormed(single('q') ?? '').trim()
  if (q.length > MAX_TEXT) {
    mistakes.push({
      parameter: 'q',
      value: brief(q),
      message: `The text has ${q.length} characters; ${MAX_TEXT} is the most.`,
      allowed: [],
    })
  }

  const filters: { [name in FilterName]?: string[] } = {}
  for (const name of filterNames) {
    const values = all(name)
    if (values.length === 0) continue
    mistakes.push(...mistakenValues(name, values, vocabulary))
    filters[name] = values
  }

  const bom = single('bom')
  if (bom !== undefined && bom !== '0' && bom !== '1') {
    mistakes.push(unknown('bom', bom, `“bom” is 0 or 1, not “${brief(bom)}”.`, ['0', '1'], bom))
  }
  const question: Question = {
    collection,
    q,
    filters,
    sort: readSort(collection, q, single('sort'), mistakes),
    page: whole('page', 1, MAX_PAGE),
    size: whole('size', DEFAULT_SIZE, MAX_SIZE),
    columns: readColumns(collection, door, all('columns'), mistakes),
    bom: bom === '1',
    selection: all('slug').map(wellFormed),
  }
  if (mistakes.length > 0) throw new QuestionError(mistakes)
  return question
}

/** Print a question as the query string that `parseQuestion` reads back; what is as usual is left out. */
export function printQuestion(question: Question, door: Door = 'search'): URLSearchParams {
  const pairs = new URLSearchParams()
  if (question.q) pairs.set('q', question.q)
  const names: readonly FilterName[] = FILTERS[question.collection]
  for (const name of names) for (const value of question.filters[name] ?? []) pairs.append(name, value)
  const usual = defaultSort(question.q)
  if (question.sort.by !== usual.by || question.sort.descending !== usual.descending) pairs.set('sort', printSort(question.sort))
  if (door === 'export') {
    const { columns } = question
    if (columns.length > 0 && columns.join() !== COLUMNS[question.collection].join()) pairs.set('columns', columns.join(','))
    if (question.bom) pairs.set('bom', '1')
    for (const slug of question.selection) pairs.append('slug', slug)
    return pairs
  }
  if (question.page !== 1) pairs.set('page', String(question.page))
  if (question.size !== DEFAULT_SIZE) pairs.set('size', String(question.size))
  if (door === 'page' && question.columns.length > 0) pairs.set('columns', question.columns.join(','))
  return pairs
}

export const printSort = (sort: Sort) => (sort.descending ? `-${sort.by}` : sort.by)

/** Relevance where there is text to be relevant to, else the name. */
export function defaultSort(q: string): Sort {
  return { by: q ? 'relevance' : 'name', descending: false }
}

/** Values that do not exist, and those that are chosen and excluded at once. */
function mistakenValues(name: FilterName, values: readonly string[], vocabulary: Vocabulary): QuestionMistake[] {
  return values.flatMap((value) => {
    const bare = bareValue(value)
    if (vocabulary.label(name, bare) === undefined) {
      const existing = vocabulary.values(name).map((term) => term.value)
      const mistake = unknown(name, value, `“${brief(bare)}” is not a value of “${name}”.`, existing, bare)
      return [isExcluded(value) ? { ...mistake, allowed: mistake.allowed.map(excludedValue) } : mistake]
    }
    if (!isExcluded(value) || !values.includes(bare)) return []
    return [{ parameter: name, value: brief(value), message: `“${name}” both chooses and excludes “${brief(bare)}”.`, allowed: [] }]
  })
}

function readSort(collection: Collection, q: string, value: string | undefined, mistakes: QuestionMistake[]): Sort {
  if (value === undefined) return defaultSort(q)
  const descending = value.startsWith('-')
  const by = descending ? value.slice(1) : value
  const names: readonly SortName[] = SORTS[collection]
  const known = names.find((name) => name === by)
  if (known === undefined) {
    mistakes.push(
      unknown(
        'sort',
        value,
        `There is no order “${brief(value)}” for ${collection}.`,
        names.flatMap((name) => (name === 'relevance' ? [name] : [name, `-${name}`])),
        value,
      ),
    )
  } else if (known === 'relevance' && (descending || !q)) {
    const message = descending
      ? 'Relevance has one direction: the most relevant first.'
      : 'Sorting by relevance needs a text to search for.'
    mistakes.push({ parameter: 'sort', value, message, allowed: names.filter((name) => name !== 'relevance' || q !== '') })
  } else {
    return { by: known, descending }
  }
  return defaultSort(q)
}

function readColumns(collection: Collection, door: Door, given: readonly string[], mistakes: QuestionMistake[]): readonly ColumnName[] {
  const onScreen = door === 'page'
  const all: readonly ColumnName[] = (onScreen ? SCREEN_COLUMNS : COLUMNS)[collection]
  if (given.length === 0) return onScreen ? [] : all
  const wanted: ColumnName[] = []
  for (const name of given.flatMap((value) => value.split(',')).map((value) => value.trim())) {
    const column = all.find((existing) => existing === name)
    if (column === undefined) mistakes.push(unknown('columns', name, `There is no column “${brief(name)}” for ${collection}.`, all, name))
    else if (!wanted.includes(column)) wanted.push(column)
  }
  return wanted
}

/** The mistake of naming what does not exist, with what does: all of it, or of a long list the closest. */
export function unknown(parameter: string, value: string, message: string, existing: readonly string[], near: string): QuestionMistake {
  if (existing.length > LISTED) return missing(parameter, value, message, closest(brief(near), existing, CLOSEST))
  return withHint(parameter, value, message, 'It is one of', existing)
}

/** The mistake of naming an entry that does not exist, with the closest that do, where there are any. */
export function missing(parameter: string, value: string, message: string, close: readonly string[]): QuestionMistake {
  return withHint(parameter, value, message, 'Closest', close)
}

function withHint(parameter: string, value: string, message: string, hint: string, allowed: readonly string[]): QuestionMistake {
  const told = allowed.length === 0 ? message : `${message} ${hint}: ${allowed.join(', ')}.`
  return { parameter: brief(parameter), value: brief(value), message: told, allowed: [...allowed] }
}

/** What was typed, short enough to be shown back. */
function brief(text: string): string {
  const shown = wellFormed(text)
  return shown.length > 80 ? `${[...shown].slice(0, 79).join('')}…` : shown
}

/** Half a surrogate cannot be stored, sent or compared: it becomes the replacement character, a NUL a space. */
function wellFormed(text: string): string {
  return text.toWellFormed().replaceAll('\0', ' ')
}
