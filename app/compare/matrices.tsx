/** The report's own matrices as comparisons that are ready. */
import { count, counted } from '@/app/components/format'
import { directory } from '@/db/directory'
import { readMatrices } from '@/db/market/matrices'

export async function Matrices() {
  const matrices = await readMatrices(directory())
  if (matrices.length === 0) return null
  return (
    <section aria-labelledby="matrices" className="no-print">
      <h2 id="matrices">The report’s own matrices</h2>
      <ul className="index-list">
        {matrices.map(({ id, title, printed, ids, parts, companiesUrl }) => (
          <li key={id}>
            {parts.length === 1 ? (
              <a href={parts[0]?.url}>{title}</a>
            ) : (
              <span className="matrix-parts">
                {title}
                {parts.map(({ from, to, url }) => (
                  <a key={url} href={url}>
                    {from}–{to}
                    <span className="sr-only"> of {title}</span>
                  </a>
                ))}
                <More count={ids.length - (parts.at(-1)?.to ?? 0)} url={companiesUrl} />
              </span>
            )}
            <span>{printed && `section ${printed.section}, p. ${printed.page}`}</span>
            <b>{counted(ids.length, 'product', 'products')}</b>
          </li>
        ))}
      </ul>
      <p className="sheet-note">
        The columns are the products that the report names in the matrix; of a company on the report’s list whose product it does not name,
        the one of that kind of which most is known here.
      </p>
    </section>
  )
}

/** What no comparison that is ready shows can be picked from the list’s companies. */
function More({ count: products, url }: { count: number; url: string }) {
  if (products === 0) return null
  return <a href={url}>and {count(products)} more, of the companies on the list</a>
}
