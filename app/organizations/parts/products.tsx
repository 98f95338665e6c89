/** What an organization sells, a product a row. */
import type { Source } from '@/db/records/citations'
import type { ProductFacts } from '@/db/records/products-of'
import { Cite } from './cite'
import { NotKnown } from './facts'
import { Fold } from './fold'
import { NameLink } from './links'

interface ProductsProps {
  products: readonly ProductFacts[]
  sources: readonly Source[]
}

/** How many stand open. */
const SHOWN = 20

export function Products({ products, sources }: ProductsProps) {
  return (
    <Fold items={products} shown={SHOWN} more="more products">
      {(some) => <ProductTable products={some} sources={sources} />}
    </Fold>
  )
}

function ProductTable({ products, sources }: ProductsProps) {
  return (
    <table className="entry-table product-table">
      <caption className="sr-only">Products with segment, operating systems, High Availability Level and what each does</caption>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Segment</th>
          <th scope="col">OS</th>
          <th scope="col">HAL</th>
          <th scope="col">What it does</th>
        </tr>
      </thead>
      <tbody>
        {products.map((product) => (
          <tr key={product.slug} id={`product-${product.slug}`}>
            <th scope="row">
              <NameLink href={product.url}>{product.name}</NameLink>
              <p className="product-brief">{brief(product)}</p>
            </th>
            <td>{product.segment.label}</td>
            <td>{product.os.map((os) => os.label).join(', ')}</td>
            <td className="tabular-nums">{product.hal?.value}</td>
            <td>
              {product.summary ?? <NotKnown>Known only by its name.</NotKnown>}
              <Cite sources={sources} of={product.cites} />
              <p className="text-ink-3 text-s">{times(product)}</p>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** On a narrow screen the columns between name and summary stand below the name. */
function brief({ segment, os, hal }: ProductFacts): string {
  return [segment.label, os.map((system) => system.label).join(', '), hal?.label].filter(Boolean).join(' · ')
}

function times({ introduced, status }: ProductFacts): string {
  return [introduced !== null && `introduced ${introduced}`, status?.label.toLowerCase()].filter(Boolean).join(', ')
}
