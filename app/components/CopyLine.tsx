'use client'
/** A line of text to take along: it can be marked by hand, or copied with a button that says it did. */
import { useState } from 'react'

export function CopyLine({ label, text }: { label: string; text: string }) {
  const [said, setSaid] = useState('')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setSaid('Copied')
    } catch {
      // Without a secure connection browsers lend no clipboard.
      setSaid('Mark it and copy by hand')
    }
  }
  return (
    <p className="copy-line">
      <label>
        <span>{label}</span>
        <input type="text" readOnly value={text} onFocus={(event) => event.target.select()} onChange={() => {}} />
      </label>
      <button type="button" className="button-plain" onClick={copy}>
        Copy<span className="sr-only"> the {label.toLowerCase()}</span>
      </button>
      <span role="status">{said}</span>
    </p>
  )
}
