/** Which organization a name means: by name, legal name or alias, forgiving case, diacritics, punctuation and legal suffixes. */

interface Named {
  slug: string
  name: string
  legalName?: string | undefined
  aliases?: readonly string[] | undefined
}

export type Resolution = { resolved: 'organization'; slug: string } | { resolved: 'self' | 'text' }

/** The forms of incorporation that people leave out or spell differently. */
const LEGAL_SUFFIX =
  /(?<=.) (inc|incorporated|corp|corporation|co|company|ltd|limited|llc|lp|llp|plc|ag|gmbh|sa|nv|bv|ab|asa|oyj|kk|spa|se)$/

/** A name as it is compared: lower case without diacritics, `&` and `+` as words, everything else that is no letter or digit as a space. */
export function plainName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[&+]/g, ' and ')
    .replace(/['’.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^the /, '')
}

/** The name without its legal suffixes, of which there may be several (`Co., Ltd.`). */
function shortName(plain: string): string {
  const shorter = plain.replace(LEGAL_SUFFIX, '')
  return shorter === plain ? plain.replace(/ and$/, '') : shortName(shorter)
}

export class Names {
  readonly #plain = new Map<string, Set<string>>()
  readonly #short = new Map<string, Set<string>>()
  readonly #shortAliases = new Map<string, Set<string>>()

  constructor(organizations: Iterable<Named>) {
    for (const { slug, name, legalName, aliases } of organizations) {
      const own = legalName === undefined ? [name] : [name, legalName]
      for (const known of [...own, ...(aliases ?? [])]) add(this.#plain, plainName(known), slug)
      // An alias counts without the suffix only in the organization's own file: cut short, another company's name is too
      // easily one of them ("Frontier Corporation", "Frontier").
      for (const known of own) add(this.#short, shortName(plainName(known)), slug)
      for (const known of aliases ?? []) add(this.#shortAliases, shortName(plainName(known)), slug)
    }
  }

  /**
   * @param name A name as a file of the organization `from` gives it.
   * @returns the one organization of that name, `self` where it is `from`, `text` where no organization or more than one has it.
   */
  resolve(name: string, from: string): Resolution {
    const plain = plainName(name)
    const short = shortName(plain)
    const found = this.#plain.get(plain) ?? this.#short.get(short)
    if (found?.has(from)) return { resolved: 'self' }
    if (!found) return { resolved: this.#shortAliases.get(short)?.has(from) ? 'self' : 'text' }
    const [slug] = found
    return found.size === 1 && slug !== undefined ? { resolved: 'organization', slug } : { resolved: 'text' }
  }
}

function add(map: Map<string, Set<string>>, key: string, slug: string): void {
  if (!key) return
  const slugs = map.get(key)
  if (slugs) slugs.add(slug)
  else map.set(key, new Set([slug]))
}
