'use client'
/** What goes into the CSV: which rows, which columns in which order, for what program; and the same thing as an address and as a command. */
import { useEffect, useMemo, useRef, useState } from 'react'
import { COLUMNS, type ColumnName, type Question, type ScreenColumn } from '@/db/question'
import { CopyLine } from './CopyLine'
import { exportCommand } from './export-command'
import { downloadExport, LONGEST_ADDRESS, type Preview, previewExport, save } from './export-file'
import { count, counted } from './format'
import { Modal } from './Modal'
import { MovableList } from './MovableList'
import { exportAddress } from './place'
import { areTexts, isBoolean, readRemembered, remember } from './remembered'
import { ENTRY_WORDS } from './words'

interface ExportDialogProps {
  question: Question
  /** Those of the table. */
  columns: readonly ScreenColumn[]
  /** Of all matches. */
  total: number
  selected: ReadonlySet<string>
  onClose: () => void
}

const PREVIEWED = 5

export default function ExportDialog({ question, columns: onScreen, total, selected, onClose }: ExportDialogProps) {
  const { collection } = question
  const all: readonly ColumnName[] = COLUMNS[collection]
  const [scope, setScope] = useState<'all' | 'selected'>(selected.size > 0 ? 'selected' : 'all')
  const [columns, setColumns] = useState<readonly ColumnName[]>(() => rememberedColumns(question))
  const [bom, setBom] = useState(() => readRemembered('export.excel', isBoolean, false))
  const asked = useMemo(
    (): Question => ({ ...question, columns, bom, selection: scope === 'selected' ? [...selected] : [] }),
    [question, columns, bom, scope, selected],
  )
  const { state, start, stop } = useDownload(asked)
  const ready = columns.length > 0 && state.kind !== 'running'
  const downloadButton = useRef<HTMLButtonElement>(null)
  const [one, many] = ENTRY_WORDS[collection]
  const change = (next: readonly ColumnName[]) => {
    setColumns(next)
    remember(`export.columns.${collection}`, next)
  }
  return (
    <Modal title="Export CSV" kind="export" onClose={onClose} initialFocus={downloadButton}>
      <div className="export-choices">
        <fieldset>
          <legend>Rows</legend>
          <label>
            <input type="radio" name="scope" checked={scope === 'all'} onChange={() => setScope('all')} /> All {counted(total, one, many)}{' '}
            that match
          </label>
          <label>
            <input
              type="radio"
              name="scope"
              checked={scope === 'selected'}
              disabled={selected.size === 0}
              onChange={() => setScope('selected')}
            />{' '}
            The {count(selected.size)} selected
          </label>
          <label>
            <input
              type="checkbox"
              checked={bom}
              onChange={(event) => {
                setBom(event.target.checked)
                remember('export.excel', event.target.checked)
              }}
            />{' '}
            For Excel (begins with a byte order mark)
          </label>
        </fieldset>
        <fieldset>
          <legend>Columns</legend>
          <p className="export-sets">
            <button type="button" className="button-plain" onClick={() => change(all)}>
              All
            </button>
            <button
              type="button"
              className="button-plain"
              onClick={() => change(all.filter((name) => onScreenOnes(onScreen).includes(name)))}
            >
              As on the screen
            </button>
          </p>
          <MovableList all={all} chosen={columns} labelOf={(name) => name} onChange={change} />
        </fieldset>
      </div>
      {columns.length > 0 && <PreviewTable question={asked} />}
      {columns.length === 0 ? null : asked.selection.length <= LONGEST_ADDRESS ? (
        <>
          <CopyLine key={exportAddress(asked)} label="Address" text={location.origin + exportAddress(asked)} />
          <CopyLine key={exportCommand(asked)} label="Command" text={exportCommand(asked)} />
        </>
      ) : (
        <p className="text-ink-2">More than {LONGEST_ADDRESS} selected rows have no room in an address or a command.</p>
      )}
      <p className="modal-foot">
        <button
          ref={downloadButton}
          type="button"
          className="button-main"
          // A button that is disabled loses the focus, and its dialog with it.
          aria-disabled={!ready}
          onClick={() => ready && start()}
        >
          Download
        </button>
        {state.kind === 'running' && (
          <>
            <progress max={state.total || 1} value={state.rows} aria-label="Rows downloaded" />
            <span>
              {count(state.rows)} of {count(state.total)} rows
            </span>
            <button
              type="button"
              className="button-plain"
              onClick={() => {
                downloadButton.current?.focus()
                stop()
              }}
            >
              Stop
            </button>
          </>
        )}
        <span role="status">{state.kind === 'done' && `Saved ${counted(state.total, 'row', 'rows')}.`}</span>
        {state.kind === 'failed' && <span role="alert">{state.message}</span>}
        {columns.length === 0 && <span role="alert">Choose at least one column.</span>}
      </p>
    </Modal>
  )
}

function rememberedColumns({ collection, columns }: Question): readonly ColumnName[] {
  const all: readonly ColumnName[] = COLUMNS[collection]
  const known = readRemembered(`export.columns.${collection}`, areTexts, []).flatMap((name) => all.find((one) => one === name) ?? [])
  const asked = columns.filter((name) => all.includes(name))
  return [asked, known, all].find((some) => some.length > 0) ?? all
}

/** What a cell of the table says may stand in several columns of a file. */
const TOGETHER: { readonly [column in ScreenColumn]?: readonly ColumnName[] } = {
  city: ['city', 'region', 'country'],
  revenueUsd: ['revenueUsd', 'revenueYear'],
  price: ['price', 'priceCurrency'],
}
const onScreenOnes = (columns: readonly ScreenColumn[]): readonly ColumnName[] => columns.flatMap((name) => TOGETHER[name] ?? [name])

type Download =
  | { kind: 'idle' }
  | { kind: 'running'; rows: number; total: number }
  | { kind: 'done'; total: number }
  | { kind: 'failed'; message: string }

function useDownload(question: Question) {
  const [state, setState] = useState<Download>({ kind: 'idle' })
  const controller = useRef<AbortController | null>(null)
  // What is said of a file is said of the one that was chosen; another choice begins anew.
  useEffect(() => {
    setState({ kind: 'idle' })
    return () => controller.current?.abort()
  }, [question])
  const start = async () => {
    controller.current = new AbortController()
    const { signal } = controller.current
    setState({ kind: 'running', rows: 0, total: 0 })
    let total = 0
    try {
      const file = await downloadExport(
        question,
        (rows, of) => {
          total = of
          setState({ kind: 'running', rows, total: of })
        },
        signal,
      )
      save(file, `${question.collection}.csv`)
      setState({ kind: 'done', total })
    } catch (error) {
      setState(signal.aborted ? { kind: 'idle' } : { kind: 'failed', message: `Nothing was saved. ${(error as Error).message}` })
    }
  }
  return { state, start, stop: () => controller.current?.abort() }
}

/** The first rows of the very file that is about to be saved. */
function PreviewTable({ question }: { question: Question }) {
  const [preview, setPreview] = useState<Preview | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  useEffect(() => {
    const controller = new AbortController()
    previewExport(question, PREVIEWED, controller.signal).then(
      (next) => {
        setPreview(next)
        setFailure(null)
      },
      (error: Error) => {
        if (!controller.signal.aborted) setFailure(error.message)
      },
    )
    return () => controller.abort()
  }, [question])
  if (failure !== null) return <p role="alert">{failure}</p>
  if (preview === null) return <p className="preview text-ink-3">Reading the first rows …</p>
  return (
    // Wide tables scroll, and what scrolls must be reached by keys.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: as said above.
    <section className="preview" tabIndex={0} aria-label="First rows of the file">
      <table>
        <thead>
          <tr>
            {preview.head.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.rows.map((row, at) => (
            <tr key={at}>
              {row.map((cell, column) => (
                <td key={preview.head[column]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
