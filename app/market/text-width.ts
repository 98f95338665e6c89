/** How wide a text is in the serif of the pictures. They are drawn on the server, where there is no page to measure on. */

/** In parts of the letters' size, as the font has them on the average. */
const WIDTHS: readonly (readonly [letters: RegExp, width: number])[] = [
  [/[ijlft.,:;'’!|()[\]/ -]/, 0.34],
  [/[mwMW%@]/, 0.94],
  [/[A-Z&]/, 0.7],
]
const OTHER = 0.58
const ELLIPSIS = '…'

/** The width of a text, in the unit of its size. */
export function textWidth(text: string, size: number): number {
  return [...text].reduce((sum, letter) => sum + (WIDTHS.find(([letters]) => letters.test(letter))?.[1] ?? OTHER), 0) * size
}

/** The text, or as much of its start as there is room for. */
export function fitText(text: string, size: number, room: number): string {
  if (textWidth(text, size) <= room) return text
  const letters = [...text]
  while (letters.length > 1 && textWidth(letters.join('') + ELLIPSIS, size) > room) letters.pop()
  return letters.join('').trimEnd() + ELLIPSIS
}
