'use client'
/** Drawing what is seen first: the rest follows once it is painted. */
import { startTransition, useLayoutEffect, useState } from 'react'

/** @returns the value as it was last painted: a moment behind the one that is drawn, so that what hangs on it does not keep that back. */
export function usePainted<Value>(value: Value): Value {
  const [painted, setPainted] = useState(value)
  useLayoutEffect(() => {
    if (painted === value) return
    // The frame may be most of a sixtieth of a second away; what it has to lay out is laid out meanwhile.
    const layout = setTimeout(() => document.body.getBoundingClientRect())
    let after: ReturnType<typeof setTimeout>
    const frame = requestAnimationFrame(() => {
      // A task from within a frame comes after it is painted.
      after = setTimeout(() => startTransition(() => setPainted(value)))
    })
    return () => {
      clearTimeout(layout)
      cancelAnimationFrame(frame)
      clearTimeout(after)
    }
  }, [value, painted])
  return painted
}
