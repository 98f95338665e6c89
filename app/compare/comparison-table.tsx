/** The comparison itself: a column for each product or company, a row for each fact. */
import type { CSSProperties } from 'react'
import { count, counted } from '@/app/components/format'
import { Unknown } from '@/app/components/Unknown'
import { featureValue } from '@/app/organizations/parts/format'
import type { ComparedColumn, ComparedRow, Comparison } from '@/db/market/compare'
import { compareUrl } from '@/db/records/links'

interface ComparisonTableProps {
  comparison: Comparison
  onlyDifferences: boolean
}

export function ComparisonTable({ comparison: { columns, rows, unknown }, onlyDifferences }: ComparisonTableProps) {
  const shown = onlyDifferences ? rows.filter(({ differs }) => differs) : rows
  return (
    <>
      <div className="sideways">
        <table className="sheet-table comparison-table" style={{ '--columns': columns.length } as CSSProperties}>
          <caption className="sr-only">The facts of each, side by side</caption>
          <thead>
            <tr>
              <th scope="col">
                <span className="sr-only">Fact</span>
              </th>
              {columns.map((column) => (
                <ColumnHead key={column.id} column={column} columns={columns} />
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <FactRow key={row.id} row={row} columns={columns} />
            ))}
          </tbody>
        </table>
      </div>
      {unknown.length > 0 && (
        <details className="sheet-note">
          <summary>{counted(unknown.length, 'feature', 'features')} that would apply, not known of any of them</summary>
          {unknown.map(({ label }) => label).join(', ')}.
        </details>
      )}
    </>
  )
}

function ColumnHead({ column, columns }: { column: ComparedColumn; columns: readonly ComparedColumn[] }) {
  const { id, name, url, supplier, twins } = column
  const others = columns.filter((other) => other.id !== id).map((other) => other.id)
  return (
    <th scope="col">
      <a href={url} className="comparison-name">
        {name}
      </a>
      {supplier && (
        <a href={supplier.url} className="comparison-supplier">
          {supplier.name}
        </a>
      )}
      {twins.map((twin) => (
        <span key={twin.id} className="comparison-twin">
          Near twin of {nameIn(columns, twin.id)}: the {count(twin.shared)} features known of both agree
        </span>
      ))}
      <a href={compareUrl(others)} className="comparison-remove no-print">
        Remove<span className="sr-only"> {name}</span>
      </a>
    </th>
  )
}

function nameIn(columns: readonly ComparedColumn[], id: string): string {
  const twin = columns.find((column) => column.id === id)
  return twin === undefined ? id : [twin.supplier?.name, twin.name].filter(Boolean).join(' ')
}

function FactRow({ row, columns }: { row: ComparedRow; columns: readonly ComparedColumn[] }) {
  const { label, meaning, unit, differs, cells } = row
  return (
    <tr data-differs={differs || undefined}>
      <th scope="row" title={meaning ?? undefined}>
        {label}
        {differs && (
          <span className="comparison-mark">
            <span aria-hidden="true">≠</span>
            <span className="sr-only">, differs</span>
          </span>
        )}
        {meaning !== null && <span className="sr-only">: {meaning}</span>}
      </th>
      {columns.map(({ id }, index) => {
        const cell = cells[index] ?? null
        return (
          <td key={id}>
            {cell === null ? <Unknown /> : featureValue({ value: cell.value, unit })}
            {cell?.note && <span className="comparison-note">{cell.note}</span>}
          </td>
        )
      })}
    </tr>
  )
}
