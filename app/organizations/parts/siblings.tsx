/** The other products of a product's supplier. */
import type { ProductRecord } from '@/db/records/product'
import { NameLink } from './links'

export function Siblings({ siblings }: Pick<ProductRecord, 'siblings'>) {
  return (
    <ul className="siblings">
      {siblings.map((sibling) => (
        <li key={sibling.slug}>
          <NameLink href={sibling.url}>{sibling.name}</NameLink>{' '}
          <span className="text-ink-3 text-s">{[sibling.segment.label, sibling.hal?.label].filter(Boolean).join(' · ')}</span>
        </li>
      ))}
    </ul>
  )
}
