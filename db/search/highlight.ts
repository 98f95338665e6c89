/** Showing where a text was found: HTML that is safe but for `<mark>`. */
import { phrasesAt, type Synonyms } from './synonyms'
import type { Need, Text } from './text'
import { typos } from './typo'
import { chunks, isCompound } from './words'

interface Span {
  start: number
  end: number
}

/** Characters of a long text that are shown around what was found. */
const EXCERPT = 160

/** A text with what was found in it marked, or null where nothing was. */
export function highlight(text: string, wanted: Text, synonyms: Synonyms): string | null {
  const spans = find(text, wanted, synonyms)
  return spans.length > 0 ? mark(text, spans, 0, text.length) : null
}

/** As `highlight`, of a long text only what stands around the first find, cut at spaces. */
export function highlightExcerpt(text: string, wanted: Text, synonyms: Synonyms): string | null {
  const spans = find(text, wanted, synonyms)
  const [first] = spans
  if (!first) return null
  const from = wordStart(text, Math.max(0, first.start - EXCERPT / 3))
  const to = wordEnd(text, Math.min(text.length, Math.max(first.end, from + EXCERPT)))
  return `${from > 0 ? '… ' : ''}${mark(text, spans, from, to)}${to < text.length ? ' …' : ''}`
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
}
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function find(text: string, wanted: Text, synonyms: Synonyms): Span[] {
  const row = chunks(text)
  const parts = row.flatMap((chunk) => chunk.parts.map((word, part) => ({ word, span: chunk.spans[part] ?? chunk })))
  const words = parts.map((part) => part.word)
  const spans: Span[] = []
  const run = (at: number, length: number) => {
    const [start, end] = [parts[at], parts[at + length - 1]]
    if (start && end) spans.push({ start: start.span.start, end: end.span.end })
  }
  for (const alternative of flat(wanted.needs)) {
    if (alternative.kind === 'phrase') {
      const { words: phrase, prefix } = alternative
      words.forEach((_, at) => {
        const held = phrase.every((word, index) =>
          prefix && index === phrase.length - 1 ? words[at + index]?.startsWith(word) : words[at + index] === word,
        )
        if (held) run(at, phrase.length)
      })
      continue
    }
    const meets = (word: string) => typos(alternative.word, word, alternative.prefix, alternative.typos) <= alternative.typos
    for (const chunk of row) {
      if (isCompound(chunk) && meets(chunk.joined)) spans.push(chunk)
      else spans.push(...chunk.spans.filter((_, part) => meets(chunk.parts[part] ?? '')))
    }
    words.forEach((_, at) => {
      for (const phrase of phrasesAt(synonyms, words, at)) if (phrase.joined === alternative.word) run(at, phrase.words.length)
    })
  }
  return merged(spans)
}

/** The words and phrases that meet the needs, those inside a synonym's phrase included. */
function flat(needs: readonly Need[]): Exclude<Need['alternatives'][number], { kind: 'all' }>[] {
  return needs.flatMap((need) =>
    need.alternatives.flatMap((alternative) => (alternative.kind === 'all' ? flat(alternative.needs) : [alternative])),
  )
}

function merged(spans: Span[]): Span[] {
  const row: Span[] = []
  for (const { start, end } of spans.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = row.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else row.push({ start, end })
  }
  return row
}

function mark(text: string, spans: readonly Span[], from: number, to: number): string {
  let html = ''
  let at = from
  for (const { start, end } of spans) {
    if (start < from || end > to) continue
    html += `${escapeHtml(text.slice(at, start))}<mark>${escapeHtml(text.slice(start, end))}</mark>`
    at = end
  }
  return html + escapeHtml(text.slice(at, to))
}

const wordStart = (text: string, at: number) => (at === 0 ? 0 : text.lastIndexOf(' ', at) + 1)
function wordEnd(text: string, at: number): number {
  const space = text.indexOf(' ', at)
  return space < 0 ? text.length : space
}
