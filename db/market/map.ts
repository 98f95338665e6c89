/** The market map: what is sold by how large those are who sell it. */
import type { Directory } from '../directory'
import { chosenAndExcluded, type Question, type Term, UNRATED } from '../question'
import { directoryUrl, type Filters, inForce, type Mark, narrowed } from './narrowing'
import { type Revenue, sumRevenue } from './revenues'

export interface MapCell extends Mark {
  revenue: Revenue
}

export interface MapRow extends Term {
  /** One for each tier of the map. */
  cells: MapCell[]
  /** All tiers together. */
  all: MapCell
}

export interface MarketMap {
  /** The columns: tiers in force, and companies without one. */
  tiers: Term[]
  /** Groups of segments; the segments of a group that was chosen. A company stands in every row of what it sells. */
  rows: MapRow[]
  /** Every company of the question, each once. */
  total: MapRow
}

export async function readMarketMap(directory: Directory, question: Question): Promise<MarketMap> {
  const vocabulary = directory.vocabulary()
  const everyTier = [...vocabulary.terms('tier').map(({ id }) => id), UNRATED]
  const tiers = everyTier.filter((tier) => inForce(question, 'tier', tier))
  const rowOf = async (value: string, label: string, filters: Filters): Promise<MapRow> => {
    const cells = await Promise.all(tiers.map((tier) => cellOf(directory, narrowed(question, { ...filters, tier: [tier] }))))
    return { value, label, cells, all: await cellOf(directory, narrowed(question, filters)) }
  }
  const rows = await Promise.all(
    segmentsOf(directory, question).map((segment) =>
      rowOf(segment, vocabulary.label('segment', segment) ?? segment, { segment: [segment] }),
    ),
  )
  return {
    tiers: tiers.map((value) => ({ value, label: vocabulary.label('tier', value) ?? value })),
    rows: rows.filter(({ all }) => all.count > 0),
    total: await rowOf('all', 'All', {}),
  }
}

/** The groups; where some segments were chosen what is in them, and what was chosen by itself. */
function segmentsOf({ vocabulary }: Directory, question: Question): string[] {
  const { chosen } = chosenAndExcluded(question.filters.segment)
  return vocabulary()
    .terms(chosen.length === 0 ? 'segment-group' : 'segment')
    .map(({ id }) => id)
    .filter((segment) => inForce(question, 'segment', segment))
}

async function cellOf(directory: Directory, question: Question): Promise<MapCell> {
  const ids = await directory.engine.unordered(question)
  return { count: ids.length, url: directoryUrl(question), revenue: sumRevenue(directory, ids) }
}
