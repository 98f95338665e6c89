'use client'
/** The keys of every page. Keys with which one types, and those of an open dialog, are left alone. */
import { lazy, Suspense, useEffect, useMemo, useState } from 'react'
import { type Command, currentCommands, useCommands } from './commands'
import { SEARCH_ID } from './SearchBox'

const Palette = lazy(() => import('./Palette'))
const KeysDialog = lazy(() => import('./KeysDialog'))

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
      if (command === undefined) return
      event.preventDefault()
      command.run(event)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
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

const isDialogOpen = () => document.querySelector('[role="dialog"]') !== null
