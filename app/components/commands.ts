'use client'
/**
 * What can be done here, by name and by key. Screens register what they offer while they stand; the keyboard, the list of keys and the
 * command palette all read this one register.
 */
import { useEffect } from 'react'

/** In the order in which they are listed. */
export const GROUPS = ['Table', 'Selection', 'Go to', 'Screen'] as const

export interface Command {
  /** Tells it from others of its label. */
  id: string
  label: string
  /** As KeyboardEvent.key names them; the first is shown. */
  keys?: readonly string[]
  group: (typeof GROUPS)[number]
  /** Whether a key press is meant for it, where that depends on what has the focus. */
  takes?: (event: KeyboardEvent) => boolean
  run: (event?: KeyboardEvent) => void
  /** Makes sense only as a key press, so the palette does not offer it. */
  keyOnly?: boolean
}

const registered = new Set<readonly Command[]>()

/** Offer commands while the component stands. @param commands The same array for as long as nothing in it changes. */
export function useCommands(commands: readonly Command[]): void {
  useEffect(() => {
    registered.add(commands)
    return () => {
      registered.delete(commands)
    }
  }, [commands])
}

/** Everything that is offered now, each id once: what was registered last counts. */
export function currentCommands(): Command[] {
  const byId = new Map<string, Command>()
  for (const commands of registered) for (const command of commands) byId.set(command.id, command)
  return [...byId.values()]
}

/** Do what a command does, wherever it was chosen; nothing where no screen offers it now. */
export function runCommand(id: string): void {
  currentCommands()
    .find((command) => command.id === id)
    ?.run()
}

const SHOWN_KEYS: Record<string, string> = { ' ': 'space', Enter: '↵', Escape: 'esc', ArrowDown: '↓', ArrowUp: '↑' }

/** How a key is written on the screen. */
export const keyLabel = (key: string) => SHOWN_KEYS[key] ?? key
