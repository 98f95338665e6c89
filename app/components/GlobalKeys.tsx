'use client'
/** The keys of every page. Keys with which one types, and those of an open dialog, are left alone. */
import { Suspense, useEffect, useMemo, useState } from 'react'
import { replaceAddress } from './address-bar'
import { type Command, currentCommands, useCommands } from './commands'
import { SEARCH_ID } from './ids'
import { lazily } from './lazily'
import { isBoolean, readRemembered } from './remembered'
import { SINGLE_KEYS } from './single-keys'

const Palette = lazily(() => import('./Palette'))
const KeysDialog = lazily(() => import('./KeysDialog'))

/** Inputs in which letters are not text. */
const NO_TEXT = new Set(['checkbox', 'radio', 'button', 'submit', 'reset', 'range'])

export function GlobalKeys() {
  const [open, setOpen] = useState<'palette' | 'keys' | null>(null)
  const commands = useMemo(
    (): Command[] => [
      {
        id: 'palette',
        label: 'Commands, pages and companies',
        keys: ['⌘K / Ctrl K'],
        group: 'Screen',
        keyOnly: true,
        run: () => setOpen('palette'),
      },
      { id: 'search', label: 'Search', keys: ['/'], group: 'Go to', run: () => document.getElementById(SEARCH_ID)?.focus() },
      { id: 'keys', label: 'All keys', keys: ['?'], group: 'Screen', run: () => setOpen('keys') },
    ],
    [],
  )
  useCommands(commands)
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if ((event.metaKey || event.ctrlKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        if (!isDialogOpen()) setOpen('palette')
        return
      }
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target) || isDialogOpen()) return
      const command = currentCommands().find(({ keys = [], takes }) => keys.includes(event.key) && (takes === undefined || takes(event)))
      if (command === undefined || (isLetter(event.key) && !readRemembered(SINGLE_KEYS, isBoolean, true))) return
      event.preventDefault()
      command.run(event)
    }
    document.addEventListener('keydown', press)
    // A link within the page (“Skip the filters”) makes a step that Next's router passes over on the way back.
    const back = (event: PopStateEvent) => {
      if (event.state === null) replaceAddress(location.href)
    }
    window.addEventListener('popstate', back)
    return () => {
      document.removeEventListener('keydown', press)
      window.removeEventListener('popstate', back)
    }
  }, [])
  return (
    <Suspense>
      {open === 'palette' && <Palette onClose={() => setOpen(null)} />}
      {open === 'keys' && <KeysDialog onClose={() => setOpen(null)} />}
    </Suspense>
  )
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return !NO_TEXT.has(target.type)
  return target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
}

/** The space bar is none: it means something only at a row. */
const isLetter = (key: string) => key.length === 1 && key !== ' '

const isDialogOpen = () => document.querySelector('[role="dialog"]') !== null
