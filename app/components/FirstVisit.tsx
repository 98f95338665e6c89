/** What stands above the whole list while nothing is asked: what this is, and questions to begin with. */
import { type Directory, directory } from '@/db/directory'
import { DEFAULT_SIZE, defaultSort, type FilterName, type Question } from '@/db/question'
import { readOrganization } from '@/db/records/organization'
import { keptWhileUnchanged } from '@/db/unchanged'
import { counted } from './format'
import { address, ORGANIZATIONS, type Place, PRODUCTS } from './place'
import { ENTRY_WORDS } from './words'

const EAST_COAST = 'ME NH MA RI CT NY NJ PA DE MD DC VA NC SC GA FL'.split(' ').map((state) => `US/${state}`)

/** A question with the number of its answers and where they stand; null where the directory has none. */
type Example = { words: string; href: string; answers: string } | null

/** The first of these that the directory has an answer to are shown: a pack of one's own need not have any. */
const EXAMPLES: readonly (() => Example | Promise<Example>)[] = [
  // Of products, for a company that makes both a fault-tolerant server and one that runs Linux need not make one that is both.
  () => asking('Fault-tolerant servers that run Linux', PRODUCTS, { segment: ['servers/fault-tolerant'], os: ['linux'] }),
  () =>
    asking('Tier 2 storage VARs on the US East Coast', ORGANIZATIONS, {
      role: ['var'],
      tier: ['2'],
      segment: ['storage'],
      location: EAST_COAST,
    }),
  () => sellers(directory()),
  () => asking('Tier 2 VARs on the US East Coast', ORGANIZATIONS, { role: ['var'], tier: ['2'], location: EAST_COAST }),
]
const SHOWN = 3

export async function FirstVisit() {
  const examples = await answerable()
  return (
    <div className="first-visit">
      <p>
        Vendors and the channel that sells them: who they are, how big, what they make and sell, and the page on which each fact was read.
      </p>
      {examples.length > 0 && (
        <ul aria-label="Questions to begin with">
          {examples.map(({ words, href, answers }) => (
            <li key={words}>
              <a href={href}>{words}</a> <span>{answers}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

async function answerable(): Promise<NonNullable<Example>[]> {
  const found = []
  for (const read of EXAMPLES) {
    const example = await read()
    if (example) found.push(example)
    if (found.length === SHOWN) break
  }
  return found
}

/** The question with those of its values that exist in the data; none where a filter has none left. */
async function asking(words: string, place: Place, filters: Question['filters']): Promise<Example> {
  const vocabulary = directory().vocabulary()
  const existing: { [name in FilterName]?: string[] } = {}
  for (const [name, values] of Object.entries(filters) as [FilterName, readonly string[]][]) {
    existing[name] = values.filter((value) => vocabulary.label(name, value) !== undefined)
    if (existing[name].length === 0) return null
  }
  const question: Question = {
    collection: place.collection,
    q: '',
    filters: existing,
    sort: defaultSort(''),
    page: 1,
    size: DEFAULT_SIZE,
    columns: [],
    bom: false,
    selection: [],
  }
  const { total } = await directory().engine.search(question)
  return total === 0 ? null : { words, href: address(place, question), answers: counted(total, ...ENTRY_WORDS[place.collection]) }
}

/** Who sells VERITAS's products, where its page says so. Reading the whole entry takes some milliseconds, which no two visits need pay. */
const sellers = keptWhileUnchanged((here: Directory): Example => {
  const company = readOrganization(here, 'veritas-software')
  const lines = company?.relationships.filter(({ group }) => group === 'sold-by') ?? []
  const names = new Set(lines.map(({ party }) => party.url ?? party.name))
  if (!company || names.size === 0) return null
  return {
    words: `Who sells ${company.name}`,
    href: `${company.url}#relationships-sold-by`,
    answers: counted(names.size, ...ENTRY_WORDS.organizations),
  }
})
