/** Reading a YAML file under a schema: its value, or every problem with its line. */
import { type Document, isCollection, isMap, isScalar, LineCounter, type Node, parseDocument, type ScalarTag, type YAMLError } from 'yaml'
import { z } from 'zod'
import type { ContentFile } from './folders'
import { type ContentProblem, type Finding, findings, printPath, printValue } from './problems'

/** Amounts may be written in groups of three digits: 12_300_000. */
const GROUPED_NUMBER = {
  tag: 'tag:yaml.org,2002:int',
  default: true,
  test: /^-?\d{1,3}(_\d{3})+$/,
  resolve: (text: string) => Number(text.replaceAll('_', '')),
} as const satisfies ScalarTag

/** A place in a file, from 1. */
interface Place {
  line: number
  column: number
}

export type ReadFile<Value> = { value: Value } | { problems: ContentProblem[] }

/**
 * Read a file and check it. A date and `no` stay the text they are.
 * @param more Finds what the schema cannot know.
 * @returns the value as the schema has it, or the file's syntax errors (a key given twice is one), or what the schema finds.
 */
export function readYaml<Schema extends z.ZodType>(
  file: ContentFile,
  schema: Schema,
  more: (value: unknown) => Finding[] = () => [],
): ReadFile<z.infer<Schema>> {
  const lines = new LineCounter()
  const document = parseDocument(file.text, { lineCounter: lines, prettyErrors: false, customTags: [GROUPED_NUMBER] })
  const faults = [...document.errors, ...document.warnings]
  if (faults.length > 0) {
    const problems = faults.map((fault) => syntaxProblem(file, describeFault(fault, file.text), placeAt(lines, fault.pos[0])))
    return { problems }
  }
  let value: unknown
  try {
    value = document.toJS()
  } catch (error) {
    return { problems: [syntaxProblem(file, error instanceof Error ? error.message : String(error))] }
  }
  const parsed = schema.safeParse(value, { reportInput: true })
  const found = [...(parsed.success ? [] : findings(parsed.error, (path) => keysAt(schema, path))), ...more(value)]
  if (parsed.success && found.length === 0) return { value: parsed.data }
  const problems = found.map(({ path, value, message, atKey }): ContentProblem => {
    const offset = offsetOf(document, path, atKey ?? false)
    const shown = value === null ? undefined : printValue(value)
    return {
      file: file.shown,
      ...(offset === undefined ? {} : placeAt(lines, offset)),
      path: printPath(path),
      ...(shown === undefined ? {} : { value: shown }),
      message,
    }
  })
  return { problems: problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0)) }
}

function describeFault(fault: YAMLError, text: string): string {
  if (fault.code !== 'DUPLICATE_KEY') return fault.message.split('\n')[0] ?? fault.message
  const key = /^[^:\s]+/.exec(text.slice(fault.pos[0]))?.[0] ?? ''
  return `the key ${JSON.stringify(key)} stands twice in one mapping`
}

function syntaxProblem(file: ContentFile, message: string, place?: Place): ContentProblem {
  return { file: file.shown, ...place, path: '', message: `is not YAML that can be read: ${message}` }
}

/** Where a path begins in a document; one that leads nowhere has the place of its nearest parent. */
function offsetOf(document: Document.Parsed, path: readonly PropertyKey[], atKey: boolean): number | undefined {
  let node: Node | null | undefined = document.contents
  let offset = node?.range?.[0]
  for (const [depth, step] of path.entries()) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step))
      if (!pair) return offset
      const key = isScalar(pair.key) ? pair.key.range?.[0] : undefined
      node = pair.value as Node | null | undefined
      offset = atKey && depth === path.length - 1 ? key : (node?.range?.[0] ?? key)
    } else if (isCollection(node)) {
      node = node.items[Number(step)] as Node | undefined
      offset = node?.range?.[0] ?? offset
    } else return offset
  }
  return offset
}

function placeAt(lines: LineCounter, offset: number): Place {
  const { line, col } = lines.linePos(offset)
  return { line, column: col }
}

/** The keys that a schema allows in the mapping at a path. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let part: z.core.JSONSchema._JSONSchema | undefined = z.toJSONSchema(schema, { unrepresentable: 'any' })
  for (const step of path) {
    if (typeof part !== 'object') return []
    const { items, additionalProperties }: z.core.JSONSchema.JSONSchema = part
    part =
      typeof step === 'number' ? (Array.isArray(items) ? items[step] : items) : (part.properties?.[String(step)] ?? additionalProperties)
  }
  return typeof part === 'object' ? Object.keys(part.properties ?? {}) : []
}
