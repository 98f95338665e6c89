/**
 * Text that grows as real text does. What the pack writes more than once is drawn as often as the pack writes it; every word the pack
 * writes only once stands for the words it does not hold yet, and becomes one of an endless tail of invented words. Their frequencies go
 * on where the pack's own end (a Zipf curve whose steepness is how fast the pack's vocabulary grows), their letters follow the pack's.
 */
import { squash } from '../search/words'
import { Random } from './random'

/** Runs of letters this short (initials, "AT&T") become other letters, not words. */
const SHORT = 2
const LONGEST_INVENTED = 14
/** Invented words of these first ranks are kept, the rarer ones spelled anew each time. */
const KEPT_RANKS = 1 << 16
/** Ranks above this are words of their own: any of them will do. */
const LAST_RANK = 2 ** 31
/** The most words that are taken side by side from one place of the pack. */
const LONGEST_RUN = 4

export class Words {
  /** Every word of the texts in their order, so that neighbours stay neighbours. */
  readonly #stream: string[] = []
  /** Whether the word at a place of the stream is written only once in all of them. */
  readonly #once: boolean[] = []
  /** Per text: where it begins in the stream. */
  readonly #starts: number[] = []
  /** The words that are written more than once, as often as they are, by whether they begin a text. */
  readonly #first: string[] = []
  readonly #later: string[] = []
  readonly #exponent: number
  readonly #distinct: number
  readonly #letters: Letters
  readonly #salt: number
  readonly #invented: string[] = []

  /**
   * @param texts Texts of one kind (names, overviews, ...); an empty list can draw nothing.
   * @param salt Keeps the invented words of one kind apart from those of another.
   */
  constructor(texts: readonly string[], salt: number) {
    this.#salt = salt
    const counts = new Map<string, number>()
    let distinctOfHalf = 0
    texts.forEach((text, index) => {
      if (index === Math.ceil(texts.length / 2)) distinctOfHalf = counts.size
      this.#starts.push(this.#stream.length)
      for (const word of text.split(/\s+/).map(bare)) {
        const key = squash(word)
        if (key === '') continue
        this.#stream.push(word)
        counts.set(key, (counts.get(key) ?? 0) + 1)
      }
    })
    this.#distinct = counts.size
    // Heaps: twice the text has 2^growth times the words; such a vocabulary has Zipf's exponent 1/growth.
    const growth = distinctOfHalf > 0 ? Math.log2(counts.size / distinctOfHalf) : 0.5
    this.#exponent = 1 / Math.min(0.95, Math.max(0.3, growth))
    const starts = new Set(this.#starts)
    this.#stream.forEach((word, at) => {
      const once = counts.get(squash(word)) === 1
      this.#once.push(once)
      if (!once) (starts.has(at) ? this.#first : this.#later).push(word)
    })
    this.#letters = new Letters(this.#stream)
  }

  /** A new text like a random one of the pack: its rare words invented, its known words others that stand at such a place (first or later). */
  phrase(random: Random): string {
    const [from, to] = this.#text(random)
    const words: string[] = []
    for (let at = from; at < to; at++) {
      const known = at === from ? this.#first : this.#later
      words.push(this.#once[at] || known.length === 0 ? this.#invent(at, random) : random.pick(known))
    }
    return words.join(' ')
  }

  /** A random text of the pack where all of its words are known (a big city), else the like of it with its rare words invented. */
  place(random: Random): string {
    const [from, to] = this.#text(random)
    const words: string[] = []
    for (let at = from; at < to; at++) words.push(this.#once[at] ? this.#invent(at, random) : (this.#stream[at] ?? ''))
    return words.join(' ')
  }

  /** Prose of so many words, in runs of neighbours from the pack's texts. */
  prose(length: number, random: Random): string {
    const words: string[] = []
    while (words.length < length) {
      const from = random.below(this.#stream.length)
      const to = Math.min(from + 1 + random.below(LONGEST_RUN), this.#stream.length, from + length - words.length)
      for (let at = from; at < to; at++) words.push(this.#once[at] ? this.#invent(at, random) : (this.#stream[at] ?? ''))
    }
    return `${words.join(' ')}.`
  }

  #text(random: Random): [from: number, to: number] {
    const text = random.below(this.#starts.length)
    return [this.#starts[text] ?? 0, this.#starts[text + 1] ?? this.#stream.length]
  }

  /** Another word of the same looks as the one at `at`: its punctuation, capitals and digits stay where they are. */
  #invent(at: number, random: Random): string {
    return (this.#stream[at] ?? '')
      .replace(/\d/g, () => String(random.below(10)))
      .replace(/\p{L}+/gu, (run) => cased(run.length <= SHORT ? initials(run.length, random) : this.#ranked(this.#rank(random)), run))
  }

  /** A rank of the tail: the curve of the pack's own words goes on behind them. */
  #rank(random: Random): number {
    const stretch = (1 - random.next()) ** (-1 / (this.#exponent - 1))
    const rank = (this.#distinct + 1) * (stretch - 1)
    return rank < LAST_RANK ? Math.floor(rank) : random.below(LAST_RANK)
  }

  #ranked(rank: number): string {
    const kept = this.#invented[rank]
    if (kept !== undefined) return kept
    const word = this.#letters.word(new Random(Math.imul(rank + 1, 0x9e3779b1) ^ this.#salt))
    if (rank < KEPT_RANKS) this.#invented[rank] = word
    return word
  }
}

/** Which letter follows which two, as the given words have them. */
class Letters {
  readonly #following = new Map<string, string>()

  constructor(words: readonly string[]) {
    for (const word of words) {
      for (const run of word.toLowerCase().match(/\p{L}{3,}/gu) ?? []) {
        for (let at = 0; at <= run.length; at++) {
          const before = `^^${run}`.slice(at, at + 2)
          this.#following.set(before, (this.#following.get(before) ?? '') + (run[at] ?? END))
        }
      }
    }
  }

  word(random: Random): string {
    let word = ''
    while (word.length < LONGEST_INVENTED) {
      const choices = this.#following.get(`^^${word}`.slice(-2)) ?? END
      const letter = choices.charAt(random.below(choices.length))
      if (letter !== END) word += letter
      else if (word.length > SHORT) break
      // Too short to end, and perhaps a pair that only ever ends: any beginning goes on.
      else word += (this.#following.get('^^') ?? 'a').charAt(random.below(this.#following.get('^^')?.length ?? 1))
    }
    return word
  }
}
const END = '\n'

const bare = (word: string) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')

const initials = (count: number, random: Random) => Array.from({ length: count }, () => String.fromCharCode(97 + random.below(26))).join('')

function cased(word: string, like: string): string {
  if (like === like.toUpperCase()) return word.toUpperCase()
  return like.charAt(0) === like.charAt(0).toUpperCase() ? word.charAt(0).toUpperCase() + word.slice(1) : word
}
