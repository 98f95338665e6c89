'use client'
/** The rows that are ticked, across pages, filters and pages of entries: kept for as long as the tab is open. */
import { useSyncExternalStore } from 'react'
import type { Collection } from '@/db/question'
import { areTexts, readRemembered, remember } from './remembered'

const NONE: ReadonlySet<string> = new Set()

class Selection {
  readonly #name: string
  readonly #listeners = new Set<() => void>()
  #keys: ReadonlySet<string> | undefined

  constructor(collection: Collection) {
    this.#name = `selection.${collection}`
  }

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** By what an export knows an entry: `slug`, or `supplier/slug`. */
  readonly keys = (): ReadonlySet<string> => {
    this.#keys ??= new Set(readRemembered(this.#name, areTexts, [], 'tab'))
    return this.#keys
  }

  readonly #set = (keys: ReadonlySet<string>) => {
    this.#keys = keys
    // More than the browser stores lasts as long as this page.
    remember(this.#name, [...keys], 'tab')
    for (const listener of this.#listeners) listener()
  }

  readonly mark = (keys: readonly string[], ticked: boolean) => {
    const next = new Set(this.keys())
    for (const key of keys) {
      if (ticked) next.add(key)
      else next.delete(key)
    }
    this.#set(next)
  }

  readonly clear = () => this.#set(NONE)
}

const SELECTIONS: Record<Collection, Selection> = { organizations: new Selection('organizations'), products: new Selection('products') }

/** The selection of a collection; empty in the page as the server sends it. */
export function useSelection(collection: Collection) {
  const selection = SELECTIONS[collection]
  const selected = useSyncExternalStore(selection.subscribe, selection.keys, () => NONE)
  return { selected, mark: selection.mark, clear: selection.clear }
}
