'use client'
/** The keys of a table: each does what a pointer can do, and says its name in the list of keys. */
import { useEffect, useMemo, useRef } from 'react'
import type { Question } from '@/db/question'
import { pushAddress } from './address-bar'
import { type Command, useCommands } from './commands'
import { ANSWER_ID } from './ids'
import { address, cleared, type Place } from './place'
import type { Rows } from './use-rows'

interface Table {
  place: Place
  question: Question
  rows: Rows
  onExport: () => void
  onColumns: () => void
  onShowSelected: () => void
}

export function useTableCommands(table: Table): void {
  const now = useRef(table)
  useEffect(() => {
    now.current = table
  })
  const commands = useMemo(() => tableCommands(() => now.current), [])
  useCommands(commands)
}

function tableCommands(now: () => Table): Command[] {
  const rows = () => now().rows
  return [
    {
      id: 'down',
      label: 'Next row; with shift, select both',
      keys: ['j', 'ArrowDown', 'J'],
      group: 'Table',
      keyOnly: true,
      takes: (event) => event.key !== 'ArrowDown' || isAtRow(event),
      run: (event) => rows().move(1, event?.shiftKey ?? false),
    },
    {
      id: 'up',
      label: 'Row before; with shift, select both',
      keys: ['k', 'ArrowUp', 'K'],
      group: 'Table',
      keyOnly: true,
      takes: (event) => event.key !== 'ArrowUp' || isAtRow(event),
      run: (event) => rows().move(-1, event?.shiftKey ?? false),
    },
    { id: 'open', label: 'Open the company or product', keys: ['Enter'], group: 'Table', keyOnly: true, takes: () => false, run: () => {} },
    {
      id: 'peek',
      label: 'Look into the row beside the table',
      keys: [' '],
      group: 'Table',
      keyOnly: true,
      takes: (event) => isAtRow(event) && !event.shiftKey && !(event.target instanceof HTMLInputElement),
      run: () => rows().peek(),
    },
    {
      id: 'select',
      label: 'Select the row; with shift, all from the one selected before',
      keys: ['x', 'X'],
      group: 'Selection',
      keyOnly: true,
      run: (event) => rows().tickCurrent(event?.shiftKey ?? false),
    },
    { id: 'show-selected', label: 'Show what is selected', group: 'Selection', run: () => now().onShowSelected() },
    { id: 'select-all', label: 'Select every match', group: 'Selection', run: () => rows().selectAll() },
    { id: 'clear-selection', label: 'Clear the selection', group: 'Selection', run: () => rows().clear() },
    { id: 'export', label: 'Export as CSV', keys: ['e'], group: 'Selection', run: () => now().onExport() },
    { id: 'columns', label: 'Choose columns', keys: ['c'], group: 'Table', run: () => now().onColumns() },
    {
      id: 'clear-question',
      label: 'Clear the text and all filters',
      group: 'Table',
      run: () => pushAddress(address(now().place, cleared(now().place, now().question))),
    },
    {
      id: 'back',
      label: 'Step back: close the peek, leave the row',
      keys: ['Escape'],
      group: 'Table',
      keyOnly: true,
      takes: () => rows().peeked !== null || rows().current() !== null,
      run: () => {
        if (rows().peeked !== null) rows().unpeek()
        else document.getElementById(ANSWER_ID)?.focus({ preventScroll: true })
      },
    },
  ]
}

/** Whether a key was pressed at a row: elsewhere the arrows and the space bar scroll the page. */
const isAtRow = ({ target }: KeyboardEvent) => target instanceof Element && target.closest('tr[data-key]') !== null
