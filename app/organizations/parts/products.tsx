/** What an organization sells, a product a row. */
import type { Source } from '@/db/records/citations'
import type { ProductFacts } from '@/db/records/products-of'
import { Cite } from './cite'
import { NameLink } from './links'

export function Products({ products, sources }: { products: readonly ProductFacts[]; sources: readonly Source[] }) {
  return (
    <table className="w-full border-collapse text-left text-m">
      <caption className="sr-only">Products with segment, operating systems, High Availability Level and what each does</caption>
      <thead>
        <tr className="text-ink-2 text-s *:py-1 *:pr-4 *:font-semibold">
          <th scope="col">Name</th>
          <th scope="col" className="max-md:hidden">
            Segment
          </th>
          <th scope="col" className="max-md:hidden">
            OS
          </th>
          <th scope="col" className="max-md:hidden">
            HAL
          </th>
          <th scope="col">What it does</th>
        </tr>
      </thead>
      <tbody>
        {products.map((product) => (
          <tr key={product.slug} className="border-rule border-t align-top *:py-1.5 *:pr-4">
            <th scope="row" className="w-[24%] font-normal max-md:w-[40%]">
              <NameLink href={product.url}>{product.name}</NameLink>
              <p className="text-ink-3 text-s md:hidden">{brief(product)}</p>
            </th>
            <td className="w-[18%] text-ink-2 max-md:hidden">{product.segment.label}</td>
            <td className="w-[15%] text-ink-2 max-md:hidden">{product.os.map((os) => os.label).join(', ')}</td>
            <td className="text-ink-2 tabular-nums max-md:hidden">{product.hal?.value}</td>
            <td className="pr-0!">
              {product.summary ?? <span className="text-ink-3 italic">Known only by its name.</span>}
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
