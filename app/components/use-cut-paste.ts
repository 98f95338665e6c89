'use client'
/** A field cuts what is pasted at its greatest length without a word; this finds the words. */
import { type ClipboardEvent, useState } from 'react'
import { count } from './format'

/**
 * @param text What stands in the field: words about a paste hold until it changes.
 * @returns What to say of the last paste, empty where all of it was kept, and the field's handler.
 */
export function useCutPaste(text: string) {
  const [cut, setCut] = useState({ text: '', words: '' })
  return {
    cutWords: cut.text === text ? cut.words : '',
    onPaste: ({ currentTarget: field, clipboardData }: ClipboardEvent<HTMLInputElement>) => {
      const { value, maxLength, selectionStart, selectionEnd } = field
      const room = maxLength - value.length + ((selectionEnd ?? 0) - (selectionStart ?? 0))
      // A field of one line takes the end of a line for a space.
      const { length } = clipboardData.getData('text').replaceAll('\r\n', ' ')
      if (length <= room) return
      const kept = room === 0 ? 'none was' : room === 1 ? 'the first was' : `the first ${count(room)} were`
      const words = `A search takes up to ${count(maxLength)} characters: of the ${count(length)} pasted ${kept} kept.`
      // The field holds what was kept from the end of this turn on.
      setTimeout(() => setCut({ text: field.value, words }))
    },
  }
}
