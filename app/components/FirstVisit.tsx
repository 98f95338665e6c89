/** What stands above the whole list while nothing is asked: what this is, and questions to begin with. */
import { directory } from '@/db/directory'
import { DEFAULT_SIZE, defaultSort, type FilterName, type Question } from '@/db/question'
import type { DirectoryVocabulary } from '@/db/vocabulary'
import { counted } from './format'
import { address, ORGANIZATIONS } from './place'

const EAST_COAST = 'ME NH MA RI CT NY NJ PA DE MD DC VA NC SC GA FL'.split(' ').map((state) => `US/${state}`)

interface Example {
  words: string
  q?: string
  filters: Question['filters']
}

/** The first of these that the directory has an answer to are shown: a pack of one's own need not have any. */
const EXAMPLES: readonly Example[] = [
  { words: 'Makers of fault-tolerant servers that run Linux', filters: { segment: ['servers/fault-tolerant'], os: ['linux'] } },
  {
    words: 'Tier 2 storage VARs on the US East Coast',
    filters: { role: ['var'], tier: ['2'], segment: ['storage'], location: EAST_COAST },
  },
  { words: 'VERITAS, and who sells it', q: 'veritas', filters: {} },
  { words: 'Tier 2 VARs on the US East Coast', filters: { role: ['var'], tier: ['2'], location: EAST_COAST } },
]
const SHOWN = 3

export async function FirstVisit() {
  const examples = await answerable(directory().vocabulary())
  return (
    <div className="first-visit">
      <p>
        Vendors and the channel that sells them: who they are, how big, what they make and sell, and the page on which each fact was read.
      </p>
      {examples.length > 0 && (
        <ul aria-label="Questions to begin with">
          {examples.map(({ words, question, total }) => (
            <li key={words}>
              <a href={address(ORGANIZATIONS, question)}>{words}</a> <span>{counted(total, 'company', 'companies')}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

async function answerable(vocabulary: DirectoryVocabulary): Promise<{ words: string; question: Question; total: number }[]> {
  const found = []
  for (const example of EXAMPLES) {
    const question = asQuestion(example, vocabulary)
    const total = question ? (await directory().engine.search(question)).total : 0
    if (question && total > 0) found.push({ words: example.words, question, total })
    if (found.length === SHOWN) break
  }
  return found
}

/** The question with those of its values that exist in the data; null where a filter has none left. */
function asQuestion({ q = '', filters }: Example, vocabulary: DirectoryVocabulary): Question | null {
  const existing: { [name in FilterName]?: string[] } = {}
  for (const [name, values] of Object.entries(filters) as [FilterName, readonly string[]][]) {
    existing[name] = values.filter((value) => vocabulary.label(name, value) !== undefined)
    if (existing[name].length === 0) return null
  }
  return {
    collection: 'organizations',
    q,
    filters: existing,
    sort: defaultSort(q),
    page: 1,
    size: DEFAULT_SIZE,
    columns: [],
    bom: false,
    selection: [],
  }
}
