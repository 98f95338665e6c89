/** Reading a YAML file: its value, and the line of any place in it. */
import { type Document, isCollection, isMap, isPair, isScalar, LineCounter, type Node, parseDocument } from 'yaml'
import type { ContentFile } from './folders'
import { type ContentProblem, findings, printPath, printValue } from './problems'

/** A place in a file, from 1. */
interface Place {
  line: number
  column: number
}

/** The value of a file, or its syntax errors (a key given twice is one). Dates and `no` stay the text they are. */
export function readYaml(file: ContentFile): { value: unknown } | { problems: ContentProblem[] } {
  const lines = new LineCounter()
  const document = parseDocument(file.text, { lineCounter: lines, prettyErrors: false })
  const faults = [...document.errors, ...document.warnings]
  if (faults.length > 0) return { problems: faults.map((fault) => syntaxProblem(file, fault.message, place(lines, fault.pos[0]))) }
  try {
    return { value: document.toJS() }
  } catch (error) {
    return { problems: [syntaxProblem(file, error instanceof Error ? error.message : String(error))] }
  }
}

function syntaxProblem(file: ContentFile, message: string, where?: Place): ContentProblem {
  return { file: file.shown, ...where, path: '', message: `is not YAML that can be read: ${message.split('\n')[0]}` }
}

/** The issues of a schema as problems of a file, each with its line. */
export function problemsIn(file: ContentFile, error: Parameters<typeof findings>[0]): ContentProblem[] {
  const locate = locator(file)
  return findings(error).map(({ path, value, message, atKey }) => ({
    file: file.shown,
    ...locate(path, atKey ?? false),
    path: printPath(path),
    ...shown(value),
    message,
  }))
}

const shown = (value: unknown) => {
  const text = value === null ? undefined : printValue(value)
  return text === undefined ? {} : { value: text }
}

/** Finds the line of a path in a file; a path that leads nowhere has the line of its nearest parent. */
export function locator(file: ContentFile): (path: readonly PropertyKey[], atKey?: boolean) => Place | undefined {
  const lines = new LineCounter()
  const document = parseDocument(file.text, { lineCounter: lines })
  return (path, atKey = false) => {
    const offset = offsetOf(document, path, atKey)
    return offset === undefined ? undefined : place(lines, offset)
  }
}

function offsetOf(document: Document.Parsed, path: readonly PropertyKey[], atKey: boolean): number | undefined {
  let node: Node | null | undefined = document.contents
  let offset = node?.range?.[0]
  for (const [depth, step] of path.entries()) {
    const last = depth === path.length - 1
    if (isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(step))
      if (!pair) return offset
      const key = isScalar(pair.key) ? pair.key.range?.[0] : undefined
      node = pair.value as Node | null | undefined
      offset = last && atKey ? key : (node?.range?.[0] ?? key)
    } else if (isCollection(node)) {
      node = node.items[Number(step)] as Node | undefined
      offset = node?.range?.[0] ?? offset
    } else return offset
  }
  return offset
}

function place(lines: LineCounter, offset: number): Place {
  const { line, col } = lines.linePos(offset)
  return { line, column: col }
}
