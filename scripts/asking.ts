/** What `search` and `export` have in common: the arguments are read, the directory is opened, asked and closed. */
import { type Directory, openDirectory } from '@/db/directory'
import { Problem } from '@/db/problem'
import { COLUMNS, type Collection, type Door, FILTERS, parseQuestion, type Question, SORTS } from '@/db/question'
import type { DirectoryVocabulary } from '@/db/vocabulary'
import { readArguments } from './arguments'

export interface Tool {
  door: Door
  /** The options of this tool alone, without a value, and what each does. */
  switches: Readonly<Record<string, string>>
  /** How it is called, a line each. */
  examples: readonly string[]
  answer(directory: Directory, question: Question, switches: ReadonlySet<string>): Promise<void>
}

/**
 * Do what the arguments ask of a tool, or say what can be asked (`--help`).
 * @throws {QuestionError} for what cannot be asked, {Problem} where there is nothing to ask.
 */
export async function asking(tool: Tool, args: readonly string[]): Promise<void> {
  const { collection, pairs, switches } = readArguments(args, tool.door, Object.keys(tool.switches))
  const directory = openDirectory()
  try {
    const vocabulary = directory.vocabulary()
    if (switches.has('help')) {
      process.stdout.write(help(tool, collection, vocabulary))
      return
    }
    if (vocabulary.terms('role').length === 0) {
      throw new Problem(`The directory in ${directory.settings.dataFolder} is empty.`, 'Load content into it first: npm run -s load')
    }
    await tool.answer(directory, parseQuestion(collection, pairs, vocabulary, tool.door), switches)
  } finally {
    await directory.close()
  }
}

/** Of a longer list of values the first are enough to see what they look like. */
const MOST_VALUES = 24
const WIDTH = 14

function help(tool: Tool, collection: Collection, vocabulary: DirectoryVocabulary): string {
  const option = (name: string, values: string) => `  --${name.padEnd(WIDTH)} ${values}\n`
  const filters = FILTERS[collection].map((name) => {
    const values = vocabulary.values(name).map((term) => term.value)
    const rest = values.length - MOST_VALUES
    return option(name, values.slice(0, MOST_VALUES).join(' ') + (rest > 0 ? ` … and ${rest} more` : ''))
  })
  return [
    ...tool.examples.map((example) => `  ${example}\n`),
    '\nWords without a dash are the text to search for.\n\n',
    `Filters of ${collection}; several values with commas between them, a “-” before one leaves out what has it:\n`,
    ...filters,
    '\nOther options:\n',
    option('sort', `${SORTS[collection].join(' ')}; --sort=-name turns the order round`),
    ...(tool.door === 'export'
      ? [
          option('columns', COLUMNS[collection].join(' ')),
          option('bom', 'begin with a byte order mark, for Excel'),
          option('slug', `export this entry, given again for each further one${collection === 'products' ? ': supplier/slug' : ''}`),
        ]
      : [option('page', 'from 1'), option('size', 'entries on a page, 1 to 200')]),
    ...(collection === 'products' ? [] : [option('products', 'ask for products; with --help their filters')]),
    ...Object.entries(tool.switches).map(([name, what]) => option(name, what)),
  ].join('')
}
