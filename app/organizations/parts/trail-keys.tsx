'use client'
/** The strip of the trail, whose links have keys; their hints show once a script listens to them. */
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { type Command, useCommands } from '@/app/components/commands'

interface TrailKeysProps {
  /** Addresses; null where there is no such entry. */
  back: string
  previous: string | null
  next: string | null
  children: ReactNode
}

export function TrailKeys({ back, previous, next, children }: TrailKeysProps) {
  const [listening, setListening] = useState(false)
  const commands = useMemo(() => {
    const steps: [string, string, string[], string | null][] = [
      ['next', 'Next of the answer', ['j'], next],
      ['previous', 'Previous of the answer', ['k'], previous],
      ['back', 'Back to the answer', ['u', 'Escape'], back],
    ]
    return steps.flatMap(([id, label, keys, to]): Command[] =>
      to === null ? [] : [{ id: `trail-${id}`, label, keys, group: 'Go to', run: () => location.assign(to) }],
    )
  }, [back, previous, next])
  useCommands(commands)
  useEffect(() => setListening(true), [])
  return (
    <nav aria-label="The answer this comes from" className="trail" data-listening={listening || undefined}>
      {children}
    </nav>
  )
}
