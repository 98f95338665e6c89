/** Other suppliers' products of the same segment, those of stated competitors first. */
import { TierBadge } from '@/app/components/TierBadge'
import { MOST_COLUMNS } from '@/db/market/limits'
import { compareUrl, keyOf } from '@/db/records/links'
import type { ProductRecord } from '@/db/records/product'
import type { Rival } from '@/db/records/rivals'
import { NameLink, QuietLink } from './links'
import { rivalWords } from './similar-words'

export function Rivals({ rivals, product }: { rivals: readonly Rival[]; product: ProductRecord }) {
  const { segment, supplier } = product
  const all = `/products?${new URLSearchParams({ segment: segment.value })}`
  const compared = compareUrl([product, ...rivals].slice(0, MOST_COLUMNS).map(keyOf))
  return (
    <table className="entry-table">
      <caption className="remark">
        Found by Tierbook among the products of the same segment, those of competitors first that a source names.{' '}
        <QuietLink href={compared}>Compare them side by side</QuietLink>, or see{' '}
        <QuietLink href={all}>all products of the segment</QuietLink>
      </caption>
      <thead>
        <tr>
          <th scope="col">Product</th>
          <th scope="col">Supplier</th>
          <th scope="col" className="max-sm:hidden">
            HAL
          </th>
          <th scope="col" className="max-sm:hidden">
            In common
          </th>
        </tr>
      </thead>
      <tbody>
        {rivals.map((rival) => (
          <tr key={rival.url}>
            <th scope="row">
              <NameLink href={rival.url}>{rival.name}</NameLink>
            </th>
            <td className="sm:whitespace-nowrap">
              <TierBadge tier={rival.tier} estimated={rival.tierEstimated} />{' '}
              <QuietLink href={rival.supplier.url}>{rival.supplier.name}</QuietLink>
            </td>
            <td className="tabular-nums max-sm:hidden">{rival.hal?.value}</td>
            <td className="max-sm:hidden">{rivalWords(rival, supplier.name)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
