/** A search for what else is to be compared, as a plain form. */
import { count } from '@/app/components/format'
import { directory } from '@/db/directory'
import { findAddable } from '@/db/market/addable'
import type { CompareQuestion } from '@/db/market/compare-question'
import { MOST_COLUMNS } from '@/db/market/limits'
import { MAX_TEXT } from '@/db/question'
import { compareUrl } from '@/db/records/links'

export async function AddColumn({ asked: { ids, add } }: { asked: CompareQuestion }) {
  if (ids.length >= MOST_COLUMNS) return <p className="sheet-note no-print">There is room for {MOST_COLUMNS} columns.</p>
  const found = add === '' ? [] : await findAddable(directory(), ids, add)
  return (
    <section aria-labelledby="add" className="no-print">
      <h2 id="add">{ids.length === 0 ? 'Choose what to compare' : 'Add a column'}</h2>
      <form action="/compare" className="add-column">
        {ids.map((id) => (
          <input key={id} type="hidden" name="ids" value={id} />
        ))}
        <input
          type="search"
          name="add"
          defaultValue={add}
          maxLength={MAX_TEXT}
          placeholder="A product or a company"
          aria-label="A product or a company"
        />
        <button type="submit" className="button-plain">
          Find
        </button>
      </form>
      {add !== '' && found.length === 0 && <p className="sheet-note">Nothing that can be added is found for “{add}”.</p>}
      {found.map(({ title, entries }) => (
        <div key={title}>
          <h3>
            {title} <span className="font-normal text-ink-3">{count(entries.length)}</span>
          </h3>
          <ul className="name-list">
            {entries.map(({ id, name, supplier }) => (
              <li key={id}>
                <a href={compareUrl([...ids, id])}>
                  <span className="sr-only">Add </span>
                  {name}
                </a>{' '}
                {supplier !== null && <span>{supplier}</span>}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}
