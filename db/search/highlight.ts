/** Showing where a text was found: HTML that is safe but for `<mark>`. */
import { phrasesAt, type Synonyms } from './synonyms'
import { type Need, type PhraseNeed, standsAt, type Text, type WordNeed } from './text'
import { typos } from './typo'
import { chunks, isCompound } from './words'

interface Span {
  start: number
  end: number
}

/** Where a text was found, and which of the needs were met there (by their place in the question's text). */
export interface Marked {
  html: string
  needs: ReadonlySet<number>
}

/** Characters of a long text that are shown around what was found. */
const EXCERPT = 160

export class Highlighter {
  readonly #synonyms: Synonyms
  readonly #words: { need: number; word: WordNeed }[] = []
  readonly #phrases: { need: number; phrase: PhraseNeed }[] = []
  readonly #met = new Map<string, readonly number[]>()

  constructor(text: Text, synonyms: Synonyms) {
    this.#synonyms = synonyms
    for (const [place, need] of text.needs.entries()) this.#collect(need, place)
  }

  /** A text with what was found in it marked, or null where nothing was. */
  mark(text: string): Marked | null {
    const { spans, needs } = this.#find(text)
    return spans.length > 0 ? { html: marked(text, spans, 0, text.length), needs } : null
  }

  /** As `mark`, of a long text only what stands around the first find, cut at spaces. */
  excerpt(text: string): Marked | null {
    const { spans, needs } = this.#find(text)
    const [first] = spans
    if (!first) return null
    const from = wordStart(text, Math.max(0, first.start - EXCERPT / 3))
    const to = wordEnd(text, Math.min(text.length, Math.max(first.end, from + EXCERPT)))
    return { html: `${from > 0 ? '… ' : ''}${marked(text, spans, from, to)}${to < text.length ? ' …' : ''}`, needs }
  }

  /** The words and phrases that meet a need, those inside a synonym's phrase included. */
  #collect(need: Need, place: number): void {
    for (const alternative of need.alternatives) {
      if (alternative.kind === 'all') for (const inner of alternative.needs) this.#collect(inner, place)
      else if (alternative.kind === 'word') this.#words.push({ need: place, word: alternative })
      else this.#phrases.push({ need: place, phrase: alternative })
    }
  }

  #find(text: string): { spans: Span[]; needs: Set<number> } {
    const spans: Span[] = []
    const needs = new Set<number>()
    const add = (met: readonly number[], span: Span) => {
      if (met.length === 0) return false
      for (const need of met) needs.add(need)
      spans.push({ start: span.start, end: span.end })
      return true
    }
    const words: string[] = []
    const places: Span[] = []
    for (const chunk of chunks(text)) {
      const whole = isCompound(chunk) && add(this.#meets(chunk.joined), chunk)
      chunk.parts.forEach((part, index) => {
        const place = chunk.spans[index] ?? chunk
        words.push(part)
        places.push(place)
        if (!whole) add(this.#meets(part), place)
      })
    }
    const run = (at: number, length: number): Span => ({ start: places[at]?.start ?? 0, end: places[at + length - 1]?.end ?? 0 })
    for (let at = 0; at < words.length; at++) {
      for (const phrase of phrasesAt(this.#synonyms, words, at)) add(this.#meets(phrase.key), run(at, phrase.words.length))
      for (const { need, phrase } of this.#phrases) if (standsAt(words, at, phrase)) add([need], run(at, phrase.words.length))
    }
    return { spans: merged(spans), needs }
  }

  /** The needs that a word meets. */
  #meets(word: string): readonly number[] {
    let met = this.#met.get(word)
    if (!met) {
      met = this.#words
        .filter(({ word: wanted }) => typos(wanted.word, word, wanted.prefix, wanted.typos) <= wanted.typos)
        .map(({ need }) => need)
      this.#met.set(word, met)
    }
    return met
  }
}

/** A text as it is written into HTML. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
}
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function merged(spans: Span[]): Span[] {
  const row: Span[] = []
  for (const { start, end } of spans.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = row.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else row.push({ start, end })
  }
  return row
}

function marked(text: string, spans: readonly Span[], from: number, to: number): string {
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
