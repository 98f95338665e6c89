import type { Metadata } from 'next'
import { count, counted } from '@/app/components/format'
import { sentence } from '@/app/organizations/parts/format'
import { directory } from '@/db/directory'
import {
  type Coverage,
  type Part,
  type PartCoverage,
  type ProductCoverage,
  readCoverage,
  type SupplierCoverage,
} from '@/db/market/coverage'

export const metadata: Metadata = {
  title: 'Coverage',
  description: 'How much of the report the directory holds: suppliers and their parts, products, lists and ratings, counted from the data.',
}

const PARTS: readonly Part[] = ['overview', 'management', 'financials', 'products']

export default async function CoveragePage() {
  const coverage = await readCoverage(directory())
  const { suppliers, products, lists, topLists, total, unrated } = coverage
  const missing = suppliers.flatMap(({ parts }) => PARTS.filter((part) => isMissing(parts[part]))).length
  const sourced = products.filter((product) => product.sourced).length
  return (
    <div className="sheet">
      <header>
        <h1>Coverage</h1>
        <p className="sheet-lead">
          How much of the report the directory holds, counted from the data as they stand. What is missing leads to its entry; beside it
          stands the file of the content pack in which it is filled. What was looked for in vain is said on the entry.
        </p>
      </header>
      <ul className="index-list coverage-sums">
        <Sum
          href="#suppliers"
          name="Suppliers of the report’s section 7 with an entry"
          have={suppliers.filter((s) => s.organization).length}
          of={suppliers.length}
        />
        <Sum
          href="#suppliers"
          name="Parts that the report has of them and something is known for"
          have={partsPrinted(suppliers) - missing}
          of={partsPrinted(suppliers)}
        />
        <Sum
          href="#products"
          name="Products that the report names, with a page here"
          have={products.filter((p) => p.product).length}
          of={products.length}
        />
        <Sum href="#products" name="Products that the report names, with a source beside the report" have={sourced} of={products.length} />
        <Sum
          href="#lists"
          name="Lists of the report with companies on them"
          have={lists.filter((list) => list.organizations > 0).length}
          of={lists.length}
        />
        {topLists.map(({ id, url, title, known, places }) => (
          <Sum key={id} href={url} name={`Places of “${title}”`} have={Math.min(known, places ?? known)} of={places ?? known} />
        ))}
        <Sum href="#facts" name="Companies with a tier" have={total - unrated} of={total} />
      </ul>
      <Suppliers suppliers={suppliers} />
      <Products products={products} />
      <Lists lists={lists} />
      <Facts coverage={coverage} />
    </div>
  )
}

const partsPrinted = (suppliers: readonly SupplierCoverage[]) =>
  suppliers.flatMap(({ parts }) => PARTS.filter((part) => parts[part].printed)).length

function Sum({ href, name, have, of }: { href: string; name: string; have: number; of: number }) {
  return (
    <li>
      <a href={href}>{name}</a>
      <b>
        {count(have)} of {count(of)}
      </b>
    </li>
  )
}

function Suppliers({ suppliers }: Pick<Coverage, 'suppliers'>) {
  return (
    <section aria-labelledby="suppliers">
      <h2 id="suppliers">Suppliers</h2>
      <p className="sheet-note">
        In brackets what the report has no heading for; a part that it has and nothing is known for is marked and leads to the entry.
      </p>
      <div className="sideways">
        <table className="sheet-table">
          <caption className="sr-only">Suppliers of the report and the parts of their entries</caption>
          <thead>
            <tr>
              <th scope="col">In the report</th>
              <th scope="col" data-numeric>
                Page
              </th>
              <th scope="col">Entry</th>
              {PARTS.map((part) => (
                <th key={part} scope="col" data-numeric>
                  {sentence(part)}
                </th>
              ))}
              <th scope="col">To be filled in</th>
            </tr>
          </thead>
          <tbody>
            {suppliers.map((supplier) => (
              <SupplierLine key={supplier.url} supplier={supplier} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function SupplierLine({ supplier: { heading, page, url, organization, file, parts } }: { supplier: SupplierCoverage }) {
  return (
    <tr>
      <th scope="row">
        <a href={url}>{heading}</a>
      </th>
      <td data-numeric>{page}</td>
      <td>{organization ? <a href={organization.url}>{organization.name}</a> : 'none'}</td>
      {PARTS.map((part) => (
        <td key={part} data-numeric>
          <PartCell {...parts[part]} part={part} url={organization?.url ?? url} />
        </td>
      ))}
      <td>{PARTS.some((part) => isMissing(parts[part])) && file !== null && <code>{file}</code>}</td>
    </tr>
  )
}

const isMissing = ({ printed, known }: PartCoverage) => printed && known === 0

interface PartCellProps extends PartCoverage {
  part: Part
  url: string
}

function PartCell({ printed, known, part, url }: PartCellProps) {
  if (known > 0) {
    const shown = part === 'overview' ? 'yes' : count(known)
    return printed ? shown : <span className="text-ink-3">({shown})</span>
  }
  if (!printed) return <span className="text-ink-3">–</span>
  return (
    <a href={url} className="coverage-hole">
      missing
    </a>
  )
}

function Products({ products }: Pick<Coverage, 'products'>) {
  const holes = products.filter(({ sourced }) => !sourced)
  return (
    <section aria-labelledby="products">
      <h2 id="products">Products</h2>
      <p className="sheet-note">
        Of {counted(products.length, 'product', 'products')} that the report’s section 7 names, {count(products.length - holes.length)} are
        described from other sources. {holes.length > 0 && 'Of these nothing but the name is known:'}
      </p>
      {holes.length > 0 && (
        <div className="sideways">
          <table className="sheet-table">
            <caption className="sr-only">Products of which nothing but the name is known</caption>
            <thead>
              <tr>
                <th scope="col">In the report</th>
                <th scope="col">Supplier</th>
                <th scope="col" data-numeric>
                  Page
                </th>
                <th scope="col">To be filled in</th>
              </tr>
            </thead>
            <tbody>
              {holes.map((hole) => (
                <ProductHole key={`${hole.page} ${hole.heading}`} hole={hole} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

function ProductHole({ hole: { heading, supplier, page, product, file } }: { hole: ProductCoverage }) {
  return (
    <tr>
      <th scope="row">{product ? <a href={product.url}>{heading}</a> : heading}</th>
      <td>{supplier}</td>
      <td data-numeric>{page}</td>
      <td>{file !== null && <code>{file}</code>}</td>
    </tr>
  )
}

function Lists({ lists }: Pick<Coverage, 'lists'>) {
  return (
    <section aria-labelledby="lists">
      <h2 id="lists">Lists</h2>
      <ul className="index-list" data-long>
        {lists.map(({ id, url, heading, organizations }) => (
          <li key={id}>
            <a href={url}>{heading}</a>
            <b>{count(organizations)}</b>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Facts({ coverage: { facts, tiers, unrated, total } }: { coverage: Coverage }) {
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">Companies</h2>
      <ul className="index-list" data-long>
        {tiers.map(({ value, label, count: companies }) => (
          <li key={value}>
            <a href={`/?tier=${value}`}>{label}</a>
            <b>{count(companies)}</b>
          </li>
        ))}
        <li>
          <a href="/?tier=unrated">Not rated: no revenue and no employees known</a>
          <b>{count(unrated)}</b>
        </li>
      </ul>
      <table className="sheet-table coverage-facts">
        <caption className="sr-only">Facts of companies</caption>
        <thead>
          <tr>
            <th scope="col">Fact</th>
            <th scope="col" data-numeric>
              Known of
            </th>
            <th scope="col" data-numeric>
              Not known of
            </th>
            <th scope="col" data-numeric>
              Share
            </th>
          </tr>
        </thead>
        <tbody>
          {facts.map(({ fact, known }) => (
            <tr key={fact}>
              <th scope="row">{sentence(fact)}</th>
              <td data-numeric>{count(known)}</td>
              <td data-numeric>{count(total - known)}</td>
              <td data-numeric>{total === 0 ? '' : `${Math.round((known / total) * 100)} %`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
