'use client'
/** Choosing some of many and putting them in order, with buttons that a keyboard reaches: the chosen first, in their order, then the rest. */
import { type ReactNode, useEffect, useRef } from 'react'

interface MovableListProps<Id extends string> {
  all: readonly Id[]
  chosen: readonly Id[]
  labelOf: (id: Id) => string
  onChange: (chosen: readonly Id[]) => void
  /** What stays chosen, and first. */
  fixed?: (id: Id) => boolean
  /** More that can be done with what is chosen. */
  extra?: (id: Id, label: string) => ReactNode
}

export function MovableList<Id extends string>({ all, chosen, labelOf, onChange, fixed = () => false, extra }: MovableListProps<Id>) {
  const list = useRef<HTMLUListElement>(null)
  const moved = useRef<{ id: Id; by: 1 | -1 } | null>(null)
  // What was moved keeps the focus, on the other button where this one has come to its end.
  useEffect(() => {
    const { id, by } = moved.current ?? {}
    if (id === undefined) return
    moved.current = null
    const buttons = list.current?.querySelectorAll<HTMLButtonElement>(`[data-move="${id}"]`) ?? []
    const [up, down] = buttons
    const same = by === -1 ? up : down
    ;(same?.disabled ? (by === -1 ? down : up) : same)?.focus()
  }, [chosen])

  const move = (id: Id, by: 1 | -1) => {
    const at = chosen.indexOf(id)
    const next = [...chosen]
    next.splice(at, 1)
    next.splice(at + by, 0, id)
    moved.current = { id, by }
    onChange(next)
  }
  const first = chosen.filter(fixed).length
  return (
    <ul ref={list} className="movable">
      {[...chosen, ...all.filter((id) => !chosen.includes(id))].map((id) => {
        const at = chosen.indexOf(id)
        const label = labelOf(id)
        return (
          <li key={id} data-chosen={at >= 0 || undefined}>
            <label>
              <input
                type="checkbox"
                checked={at >= 0}
                disabled={fixed(id)}
                onChange={() => onChange(at >= 0 ? chosen.filter((other) => other !== id) : [...chosen, id])}
              />
              {label}
            </label>
            {at >= 0 && extra?.(id, label)}
            {at >= 0 && !fixed(id) && (
              <>
                <button type="button" data-move={id} aria-label={`Earlier: ${label}`} disabled={at <= first} onClick={() => move(id, -1)}>
                  ↑
                </button>
                <button
                  type="button"
                  data-move={id}
                  aria-label={`Later: ${label}`}
                  disabled={at === chosen.length - 1}
                  onClick={() => move(id, 1)}
                >
                  ↓
                </button>
              </>
            )}
          </li>
        )
      })}
    </ul>
  )
}
