'use client'
/** Parts of the screen that are loaded when they are first asked for; where that fails, they say so in their place and not in that of the page. */
import { type ComponentType, lazy } from 'react'

interface Closable {
  onClose: () => void
}

export const lazily = <Props extends Closable>(load: () => Promise<{ default: ComponentType<Props> }>) =>
  lazy<ComponentType<Props>>(() => load().catch(() => ({ default: NotLoaded })))

function NotLoaded({ onClose }: Closable) {
  return (
    <div role="alert" className="failure failure-over">
      <p>
        <b>This part of Tierbook could not be loaded.</b> Its server is not running, or was renewed since this page was opened: load the
        page again.
      </p>
      <button type="button" className="button-plain" onClick={onClose}>
        Close
      </button>
    </div>
  )
}
