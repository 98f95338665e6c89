/** Sets of entries as bits in 32-bit words: and, or and count without touching the entries one by one. */

export type Bits = Uint32Array<ArrayBuffer>

export const emptyBits = (size: number): Bits => new Uint32Array((size + 31) >>> 5)

export function fullBits(size: number): Bits {
  const bits = emptyBits(size).fill(0xffffffff)
  if (size % 32 !== 0) bits[bits.length - 1] = (1 << (size % 32)) - 1
  return bits
}

export function setBit(bits: Bits, entry: number): void {
  const word = entry >>> 5
  bits[word] = (bits[word] as number) | (1 << (entry & 31))
}

export const hasBit = (bits: Bits, entry: number) => (((bits[entry >>> 5] as number) >>> (entry & 31)) & 1) === 1

/** Keep in `bits` what `other` has too. */
export function andInto(bits: Bits, other: Bits): void {
  for (let word = 0; word < bits.length; word++) bits[word] = (bits[word] as number) & (other[word] as number)
}

/** Drop from `bits` what `other` has. */
export function dropFrom(bits: Bits, other: Bits): void {
  for (let word = 0; word < bits.length; word++) bits[word] = (bits[word] as number) & ~(other[word] as number)
}

/** Add to `bits` what `other` has. */
export function orInto(bits: Bits, other: Bits): void {
  for (let word = 0; word < bits.length; word++) bits[word] = (bits[word] as number) | (other[word] as number)
}

export function countBits(bits: Bits): number {
  let count = 0
  for (let word = 0; word < bits.length; word++) count += ones(bits[word] as number)
  return count
}

/** How many entries both have. */
export function countCommon(a: Bits, b: Bits): number {
  let count = 0
  for (let word = 0; word < a.length; word++) count += ones((a[word] as number) & (b[word] as number))
  return count
}

/** Call `visit` with every entry in ascending order. */
export function eachBit(bits: Bits, visit: (entry: number) => void): void {
  for (let word = 0; word < bits.length; word++) {
    let rest = bits[word] as number
    while (rest !== 0) {
      const lowest = rest & -rest
      visit((word << 5) + (31 - Math.clz32(lowest)))
      rest ^= lowest
    }
  }
}

/** The ones of a 32-bit word, by adding neighbours in parallel. */
function ones(word: number): number {
  let sum = word - ((word >>> 1) & 0x55555555)
  sum = (sum & 0x33333333) + ((sum >>> 2) & 0x33333333)
  return Math.imul((sum + (sum >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
