'use client'
/** A page that answers, alive: the address is the question, and whatever changes the address is answered in place. */
import { type ReactNode, type RefObject, Suspense, startTransition, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Answer, HitOf } from '@/db/answer'
import type { Collection, Question } from '@/db/question'
import { AnswerView } from './AnswerView'
import { askByLink, replaceAddress, useAsked } from './address-bar'
import { count } from './format'
import { ANSWER_ID } from './ids'
import { lazily } from './lazily'
import { address, askedInBrowser, asksNothing, type Place } from './place'
import { setCookie } from './remembered'
import { drawingOf, sheetOf, titleOf } from './sheet'
import { columnsOf, isUsual, printSheetChoice, type SheetChoice, sheetCookie } from './sheet-choice'
import { useAnswer } from './use-answer'
import { usePainted } from './use-painted'
import { useRows } from './use-rows'
import { useTableCommands } from './use-table-commands'
import { readWording, type WordingData } from './wording'
import { askedTitle } from './words'

const Peek = lazily(() => import('./Peek'))
const ExportDialog = lazily(() => import('./ExportDialog'))
const ColumnsDialog = lazily(() => import('./ColumnsDialog'))
const SelectionDialog = lazily(() => import('./SelectionDialog'))

interface AnsweringProps<C extends Collection> {
  place: Place<C>
  /** The answer to the question of the page's address. */
  initial: Answer<HitOf<C>>
  wording: WordingData
  choice: SheetChoice
  /** How the page is called in the title of its tab. */
  name: string
  title?: string | undefined
  /** What stands above the answer. */
  children?: ReactNode
  /** What stands above the whole list, while nothing is asked. */
  first?: ReactNode
}

export function Answering<C extends Collection>({
  place,
  initial,
  wording: words,
  choice: stored,
  name,
  title,
  children,
  first,
}: AnsweringProps<C>) {
  const asked = useAsked()
  const question = useMemo(() => askedInBrowser(place, asked), [place, asked])
  const { answer, before, pending, failure, retry } = useAnswer<C>(question, initial)
  const wording = useMemo(() => readWording(words, answer.facets), [words, answer.facets])
  const drawn = useDrawn(question, pending)
  const sheet = useMemo(() => sheetOf(place.collection, wording, drawn), [place, wording, drawn])
  const [choice, setChoice] = useState(stored)
  const [dialog, setDialog] = useState<'export' | 'columns' | 'selection' | null>(null)
  const root = useRef<HTMLDivElement>(null)
  const columns = useMemo(() => columnsOf(drawn, choice), [drawn, choice])
  const drawing = useMemo(() => drawingOf(sheet, columns, answer.hits), [sheet, columns, answer.hits])
  // What is below the edge of the screen is drawn once the rest is seen; but a way back needs its whole length at once.
  const rail = useMemo(() => ({ question: drawn, facets: answer.facets, wording }), [drawn, answer.facets, wording])
  const now = useMemo(() => ({ drawing, rail }), [drawing, rail])
  const painted = usePainted(now)
  const { drawing: below, rail: railBelow } = before ? now : painted
  const rows = useRows({ place, question, answer, sheet, root, whole: drawing === below })

  useEffect(() => {
    document.title = askedTitle(place, question, wording, name)
  }, [place, question, wording, name])
  useFocusKept(root, question, failure)
  useTableCommands({
    place,
    question,
    rows,
    onExport: () => setDialog('export'),
    onColumns: () => setDialog('columns'),
    onShowSelected: () => setDialog('selection'),
  })

  const arrange = (next: SheetChoice) => {
    setChoice(next)
    setCookie(sheetCookie(place.collection), printSheetChoice(place.collection, next))
    replaceAddress(address(place, { ...question, columns: isUsual(place.collection, next.columns) ? [] : next.columns }))
  }
  const widen = (widths: SheetChoice['widths'], done: boolean) => {
    const next = { columns, widths: { ...choice.widths, ...widths } }
    if (done) arrange(next)
    else setChoice(next)
  }

  const tick = useStable(rows.tick)
  const onWidths = useStable(widen)

  return (
    // biome-ignore lint/a11y: what is clicked are links, which have their keys; this only keeps their addresses on this page.
    <div ref={root} className="answer" data-peek={rows.peeked !== null || undefined} onClick={askByLink(place)}>
      <AnswerView
        {...{ place, question, drawn, answer, drawing, below, rail, railBelow, wording, pending, failure, title }}
        first={answer === initial}
        widths={choice.widths}
        selected={rows.selected}
        onRetry={retry}
        onTick={tick}
        onWidths={onWidths}
        onExport={() => setDialog('export')}
        onColumns={() => setDialog('columns')}
        onShowSelected={() => setDialog('selection')}
        onSelectAll={rows.selectAll}
        onClearSelection={rows.clear}
      >
        {children}
        {asksNothing(place, question) && first}
        {rows.failure !== null && (
          <p role="alert" className="failure">
            {rows.failure}
          </p>
        )}
      </AnswerView>
      <p role="status" className="sr-only">
        {pending ? '' : found(answer)}
      </p>
      <Suspense>
        {rows.peeked !== null && <Peek collection={place.collection} entry={rows.peeked} question={question} onClose={rows.unpeek} />}
      </Suspense>
      <Suspense>
        {dialog === 'export' && (
          <ExportDialog {...{ question, columns }} total={answer.total} selected={rows.selected} onClose={() => setDialog(null)} />
        )}
        {dialog === 'selection' && (
          <SelectionDialog
            {...{ question }}
            selected={rows.selected}
            onRemove={(key) => rows.tick(key, false, false)}
            onClose={() => setDialog(null)}
          />
        )}
        {dialog === 'columns' && (
          <ColumnsDialog
            shown={{ columns, widths: choice.widths }}
            describe={(column) => ({ title: titleOf(sheet, column), width: sheet.columns[column]?.width ?? 0 })}
            collection={place.collection}
            onChange={arrange}
            onClose={() => setDialog(null)}
          />
        )}
      </Suspense>
    </div>
  )
}

/** What those hear who do not see the answer; with its text, so that another answer of as many is heard as well. */
const found = ({ total, query: { q } }: Answer<unknown>) => `${count(total)} found${q === undefined ? '' : ` for ${q}`}`

/** How long rail and table may wait for an answer before they are drawn for its question alone: shorter than two clicks are apart. */
const SOON_MS = 50

/**
 * The question to draw rail and table for. An answer mostly comes within a frame or two of its question, and they are drawn once for both;
 * where it does not, their links follow the question without it.
 */
function useDrawn<Asked extends Question>(question: Asked, pending: boolean): Asked {
  const [drawn, setDrawn] = useState(question)
  if (!pending && drawn !== question) setDrawn(question)
  useEffect(() => {
    if (!pending) return
    const timer = setTimeout(() => startTransition(() => setDrawn(question)), SOON_MS)
    return () => clearTimeout(timer)
  }, [question, pending])
  return pending ? drawn : question
}

/** A function that stays the same while what it does follows the last render. */
function useStable<Args extends unknown[]>(act: (...args: Args) => void): (...args: Args) => void {
  const now = useRef(act)
  useEffect(() => {
    now.current = act
  })
  return useCallback((...args: Args) => now.current(...args), [])
}

/** What is clicked may be gone with its answer, as the cross of a chip is: then what was found has the focus, and not the whole page. */
function useFocusKept(root: RefObject<HTMLElement | null>, ...changes: readonly unknown[]): void {
  const within = useRef(false)
  useEffect(() => {
    const note = () => {
      within.current = root.current?.contains(document.activeElement) ?? false
    }
    document.addEventListener('focusin', note)
    return () => document.removeEventListener('focusin', note)
  }, [root])
  useEffect(() => {
    if (within.current && document.activeElement === document.body) document.getElementById(ANSWER_ID)?.focus({ preventScroll: true })
  }, changes)
}
