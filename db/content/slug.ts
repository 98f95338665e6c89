/** Slugs of products, made from their names. */
import { plainName } from './names'

const LONGEST = 80

/** A name as a slug; a name without a letter or digit is `product`. */
export function slugFrom(name: string): string {
  const slug = plainName(name)
    .replaceAll(' ', '-')
    .replace(/[^a-z0-9-]/g, '')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '')
  return slug || 'product'
}

/** A slug for each name, in order; of names that make one slug the first has it and the others are numbered. */
export function slugsFrom(names: readonly string[]): string[] {
  const plain = names.map(slugFrom)
  const taken = new Set(plain)
  return plain.map((slug, index) => {
    if (plain.indexOf(slug) === index) return slug
    let number = 2
    while (taken.has(`${slug}-${number}`)) number += 1
    taken.add(`${slug}-${number}`)
    return `${slug}-${number}`
  })
}
