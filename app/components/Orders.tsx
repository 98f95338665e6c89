/** Every order as a link: the table's heads for a narrow screen, and the way back to relevance on a wide one. */
import { type Question, SORTS, type SortName } from '@/db/question'
import { address, type Place, sortedBy } from './place'
import { firstDirection, SORT_WORDS } from './words'

export function Orders({ place, question }: { place: Place; question: Question }) {
  const names: readonly SortName[] = SORTS[place.collection]
  const { by, descending } = question.sort
  return (
    <nav aria-label="Order" className="orders" data-searched={question.q !== '' || undefined}>
      <span>Order</span>
      <ul>
        {names
          .filter((name) => name !== 'relevance' || question.q !== '')
          .map((name) => {
            const turn = by === name && name !== 'relevance'
            const next = turn ? { by, descending: !descending } : firstDirection(name)
            return (
              <li key={name} data-order={name}>
                <a href={address(place, sortedBy(question, next))} aria-current={by === name ? 'true' : undefined}>
                  {SORT_WORDS[name]}
                  {turn && (
                    <>
                      <span aria-hidden="true">{descending ? ' ↓' : ' ↑'}</span>
                      <span className="sr-only">, {descending ? 'descending' : 'ascending'}, turn round</span>
                    </>
                  )}
                </a>
              </li>
            )
          })}
      </ul>
    </nav>
  )
}
