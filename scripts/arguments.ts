/** The command line as a question: every parameter is an option of its name, words without a dash are the text. */
import { parseArgs } from 'node:util'
import { type Collection, type Door, FILTERS, parameterNames, QuestionError, type QuestionMistake, unknown } from '@/db/question'

export interface Asked {
  collection: Collection
  /** As parseQuestion reads them. */
  pairs: [string, string][]
  /** The options that are either given or not. */
  switches: ReadonlySet<string>
}

/** Chooses the collection, at every tool. */
const PRODUCTS = 'products'
/** A parameter that needs no value to be meant. */
const BOM = 'bom'
/** `--tier 1,2` gives two values; a comma before a space belongs to a name. */
const COMMA = /,(?!\s)/

/**
 * Read the arguments of a tool.
 * @param switches The tool's own options without a value; `products` and `help` belong to every tool.
 * @throws {QuestionError} with every option that does not exist or lacks its value.
 */
export function readArguments(args: readonly string[], door: Door, switches: readonly string[]): Asked {
  const flags = [PRODUCTS, 'help', ...switches]
  const collection = args.includes(`--${PRODUCTS}`) ? 'products' : 'organizations'
  const names = parameterNames(collection, door)
  const lists: readonly string[] = [...FILTERS[collection], 'slug']
  const { tokens } = parseArgs({
    args: [...args],
    options: {
      ...Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
      ...Object.fromEntries([...flags, BOM].map((name) => [name, { type: 'boolean' as const }])),
    },
    strict: false,
    allowPositionals: true,
    tokens: true,
  })

  const mistakes: QuestionMistake[] = []
  const words: string[] = []
  const pairs: [string, string][] = []
  const given = new Set<string>()
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value)
    if (token.kind !== 'option') continue
    const { name, rawName, value } = token
    if (flags.includes(name)) given.add(name)
    else if (!names.includes(name)) {
      const options = [...names, ...flags].map((option) => `--${option}`)
      mistakes.push(unknown(rawName, value ?? '', `There is no option ${rawName} for ${collection}.`, options, rawName))
    } else if (name === BOM) pairs.push([BOM, value ?? '1'])
    else if (value === undefined) mistakes.push({ parameter: name, value: '', message: `--${name} needs a value after it.`, allowed: [] })
    else if (lists.includes(name)) for (const one of value.split(COMMA)) pairs.push([name, one])
    else pairs.push([name, value])
  }
  if (mistakes.length > 0) throw new QuestionError(mistakes)
  if (words.length > 0) pairs.unshift(['q', words.join(' ')])
  return { collection, pairs, switches: given }
}
