/** A small table as the file that a browser saves. */

/** @param name Of the file, without its ending. */
export function csvFile(name: string, csv: string, rows: number): Response {
  return new Response(csv, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8; header=present',
      'Content-Disposition': `attachment; filename="${name}.csv"`,
      'X-Total-Count': String(rows),
      'Cache-Control': 'no-store',
    },
  })
}

/** An address of the API without the ending that asks for CSV, and whether it had it. */
export function readEnding(id: string): { id: string; asCsv: boolean } {
  return id.endsWith('.csv') ? { id: id.slice(0, -'.csv'.length), asCsv: true } : { id, asCsv: false }
}
