/** What the check of a content pack finds, and how it reads. */
import type { z } from 'zod'
import { Problem } from '../problem'
import { closest } from '../search/closest'

/** One mistake in a pack. */
export interface ContentProblem {
  /** The file as the person knows it: the folder that was named, then the path in it. */
  file: string
  /** From 1; absent where no place in the file can be named. */
  line?: number
  column?: number
  /** The place in the file's structure, `products[3].os[1]`; empty for the file as a whole. */
  path: string
  /** What stands there, as JSON, shortened; absent where nothing does. */
  value?: string
  /** What is wrong with it and what would be right. */
  message: string
}

/** How many problems an error shows; the check shows all. */
const SHOWN_PROBLEMS = 10

/** Content that does not pass its check: it carries every problem, and nothing of it was loaded. */
export class ContentError extends Problem {
  /** @param folders The content folders, as the person named them. */
  constructor(
    readonly problems: ContentProblem[],
    folders: readonly string[],
  ) {
    const count = problems.length === 1 ? 'one problem' : `${problems.length} problems`
    const lines = problems.slice(0, SHOWN_PROBLEMS).map((problem) => `  ${printProblem(problem)}`)
    const rest = problems.length > SHOWN_PROBLEMS ? [`  and ${problems.length - SHOWN_PROBLEMS} more`] : []
    super(
      [`The content has ${count}:`, ...lines, ...rest].join('\n'),
      `Mend them and load again; \`npm run -s content:check -- ${folders.join(' ')}\` lists every problem. Nothing was changed.`,
    )
    this.name = 'ContentError'
  }
}

/** A problem in one line: file:line:column path value: message. */
export function printProblem(problem: ContentProblem): string {
  const place = [problem.file, problem.line, problem.column].filter((part) => part !== undefined).join(':')
  const subject = [problem.path, problem.value].filter(Boolean).join(' ')
  return subject ? `${place} ${subject} ${problem.message}` : `${place} ${problem.message}`
}

/** `products[3].os[1]`, as a person writes it. */
export function printPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text ? `${text}.${String(key)}` : String(key)),
    '',
  )
}

const SHOWN = 80

/** A value as it stands in the file, short enough for a line. */
export function printValue(value: unknown): string | undefined {
  const text = JSON.stringify(value)
  return text !== undefined && text.length > SHOWN ? `${text.slice(0, SHOWN - 1)}…` : text
}

/** How many ids a message lists before it names only the closest. */
const LISTED = 12

/** What would be right in the place of something that does not exist: all there is where that is little, else the closest. */
export function hint(given: string, existing: readonly string[]): string {
  if (existing.length <= LISTED) return existing.length === 0 ? '' : `; it is one of: ${existing.join(', ')}`
  const near = closest(given, existing, 3)
  return near.length === 0 ? '' : `; closest: ${near.join(', ')}`
}

/** What is wrong at a place in a file. */
export interface Finding {
  path: PropertyKey[]
  value: unknown
  message: string
  /** Whether the key itself is what is wrong. */
  atKey?: true
}

/**
 * Where and what of each of a schema's issues, in our words. An unknown key is one finding of its own.
 * @param keysAt The keys that may stand in the mapping at a path.
 */
export function findings(error: z.ZodError, keysAt: (path: readonly PropertyKey[]) => string[]): Finding[] {
  return error.issues.flatMap((issue): Finding[] => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => {
        const near = closest(key, keysAt(issue.path), 3)
        const message = `is no key that exists here${near.length === 0 ? '' : `; closest: ${near.join(', ')}`}`
        return { path: [...issue.path, key], value: undefined, message, atKey: true }
      })
    }
    if (issue.code === 'invalid_key') {
      return [{ path: issue.path, value: undefined, message: issue.issues[0]?.message ?? 'cannot be a key here', atKey: true }]
    }
    return [{ path: issue.path, value: issue.input, message: wording(issue) }]
  })
}

function wording(issue: z.core.$ZodIssue): string {
  if (issue.input === null) {
    return issue.path.length === 0 ? 'is empty' : 'has no value (text cut at an unquoted comma or colon?)'
  }
  if (issue.input === undefined && (issue.code === 'invalid_type' || issue.code === 'invalid_value')) return 'is missing'
  switch (issue.code) {
    case 'invalid_type':
      return `is not ${EXPECTED[issue.expected] ?? `of type ${issue.expected}`}`
    case 'invalid_value':
      return `does not exist${hint(String(issue.input), issue.values.map(String))}`
    case 'too_small':
      return issue.origin === 'array'
        ? Number(issue.minimum) > 1
          ? `has fewer than ${issue.minimum} entries`
          : 'is empty'
        : `is below ${issue.minimum}`
    case 'too_big':
      return issue.origin === 'array' ? `has more than ${issue.maximum} entries` : `is above ${issue.maximum}`
    default:
      return issue.message
  }
}

const EXPECTED: Record<string, string> = {
  string: 'text (quote it)',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping',
  record: 'a mapping',
  tuple: 'a list',
}
