/**
 * Rows of numbers that grow as they are built: a tenth of what JavaScript's arrays and buffers take for a million entries. A large one has
 * address space of its own: it grows where it stands, and what it took goes back to the system as soon as it is finished. Outgrown and
 * dropped buffers would stay with the process as holes between what is kept.
 */

export type Numbers = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>
type Row = Exclude<Numbers, Uint16Array>
type KindOf<Row> = new (numbers: ArrayLike<number>) => Row

/** From so many bytes on a row is large; copying a smaller one costs less than asking the system. */
const LARGE = 1 << 20
/** The bytes of address space for a large row, and so the most that one can have. */
const MOST = 2 ** 32

/** A row with room for at least `length` numbers: twice what it had, unless it needs more. */
function roomier<Kind extends Row>(row: Kind, length: number, kind: new (buffer: ArrayBuffer) => Kind): Kind {
  const bytes = Math.min(Math.max(row.byteLength * 2, length * row.BYTES_PER_ELEMENT), MOST)
  if (row.buffer.resizable) {
    row.buffer.resize(bytes)
    return row
  }
  const larger = new kind(bytes < LARGE ? new ArrayBuffer(bytes) : new ArrayBuffer(bytes, { maxByteLength: MOST }))
  larger.set(row)
  return larger
}

/** The narrowest kind of row that has room for whole numbers up to `most`. */
export const narrowest = (most: number): KindOf<Numbers> => (most < 1 << 8 ? Uint8Array : most < 1 << 16 ? Uint16Array : Uint32Array)

/** Give back what a row takes that is needed no more. */
function release(row: Row): void {
  if (row.buffer.resizable) row.buffer.resize(0)
}

export class GrowingNumbers {
  #numbers = new Uint32Array(1024)
  #room = 1024
  #length = 0

  get length(): number {
    return this.#length
  }

  push(number: number): void {
    if (this.#length === this.#room) this.#grow(this.#length + 1)
    this.#numbers[this.#length++] = number
  }

  at(index: number): number {
    return this.#numbers[index] as number
  }

  set(index: number, number: number): void {
    this.#numbers[index] = number
  }

  /** Forget all numbers, keep the room. */
  clear(): void {
    this.#length = 0
  }

  /** Have so many numbers, to be set: until then they are any. */
  stretch(length: number): void {
    if (length > this.#room) this.#grow(length)
    this.#length = length
  }

  /** The numbers in a row of their own, which must have room for the largest; there are none afterwards. */
  finish(): Uint32Array<ArrayBuffer>
  finish<Row extends Numbers>(kind: KindOf<Row>): Row
  finish(kind: KindOf<Numbers> = Uint32Array): Numbers {
    const finished = new kind(this.#numbers.subarray(0, this.#length))
    this.drop()
    return finished
  }

  /** Forget all numbers and the room. */
  drop(): void {
    release(this.#numbers)
    this.#numbers = new Uint32Array(0)
    this.#room = 0
    this.#length = 0
  }

  #grow(length: number): void {
    this.#numbers = roomier(this.#numbers, length, Uint32Array<ArrayBuffer>)
    this.#room = this.#numbers.length
  }
}

export class GrowingBytes {
  #bytes = new Uint8Array(1 << 16)
  #room = 1 << 16
  #length = 0

  get length(): number {
    return this.#length
  }

  push(byte: number): void {
    this.#make(1)
    this.#bytes[this.#length++] = byte
  }

  /** Append a whole number in as few bytes as it needs, seven bits in each, the lowest first. */
  pushVariable(number: number): void {
    this.#make(5)
    let rest = number
    while (rest > 127) {
      this.#bytes[this.#length++] = (rest & 127) | 128
      rest >>>= 7
    }
    this.#bytes[this.#length++] = rest
  }

  pushAll(bytes: Uint8Array): void {
    this.#make(bytes.length)
    this.#bytes.set(bytes, this.#length)
    this.#length += bytes.length
  }

  at(index: number): number {
    return this.#bytes[index] as number
  }

  /** Visit all numbers, where they were all appended as variable ones, and where each ends. */
  eachVariable(visit: (number: number, end: number) => void): void {
    for (let at = 0; at < this.#length; ) {
      let byte = this.#bytes[at++] as number
      let number = byte & 127
      for (let shift = 7; byte > 127; shift += 7) {
        byte = this.#bytes[at++] as number
        number |= (byte & 127) << shift
      }
      visit(number, at)
    }
  }

  /** The bytes in a row of their own; there are none afterwards. */
  finish(): Uint8Array<ArrayBuffer> {
    const finished = this.#bytes.slice(0, this.#length)
    this.drop()
    return finished
  }

  /** Forget all bytes and the room. */
  drop(): void {
    release(this.#bytes)
    this.#bytes = new Uint8Array(0)
    this.#room = 0
    this.#length = 0
  }

  #make(more: number): void {
    if (this.#length + more <= this.#room) return
    this.#bytes = roomier(this.#bytes, this.#length + more, Uint8Array<ArrayBuffer>)
    this.#room = this.#bytes.length
  }
}
