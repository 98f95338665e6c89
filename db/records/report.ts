/** The report's table of contents, each heading with what it leads to. */
import { aliasedTable, asc, eq } from 'drizzle-orm'
import { organizations, products, reportHeadings } from '../schema'
import { categoryUrl, type Link, organizationLink, productUrl } from './links'
import type { Reader } from './reader'

export interface ReportHeading {
  /** Its place in the table of contents; the page has it as the anchor `h{position}`. */
  position: number
  page: number
  kind: 'topic' | 'supplier' | 'product' | 'subsection'
  heading: string
  organization: Link | null
  product: Link | null
  category: { id: string; url: string } | null
}

export interface ReportSection {
  section: number
  /** Its title on the report's first page, where the content has it. */
  title: string | null
  headings: ReportHeading[]
}

export interface Report {
  title: string
  publisher: string | null
  sections: ReportSection[]
}

/** The report with every heading of its table of contents by section, in its order. */
export function readReport({ database, vocabulary }: Reader): Report {
  const words = vocabulary()
  const report = words.term('report', 'report')
  const supplier = aliasedTable(organizations, 'supplier')
  const sections = new Map<number, ReportSection>()
  for (const { row, organization, product, supplierSlug } of database.drizzle
    .select({
      row: reportHeadings,
      organization: { slug: organizations.slug, name: organizations.name },
      product: { slug: products.slug, name: products.name },
      supplierSlug: supplier.slug,
    })
    .from(reportHeadings)
    .leftJoin(organizations, eq(organizations.id, reportHeadings.organizationId))
    .leftJoin(products, eq(products.id, reportHeadings.productId))
    .leftJoin(supplier, eq(supplier.id, products.organizationId))
    .orderBy(asc(reportHeadings.position))
    .all()) {
    let section = sections.get(row.section)
    if (section === undefined) {
      section = { section: row.section, title: words.term('report-section', String(row.section))?.label ?? null, headings: [] }
      sections.set(row.section, section)
    }
    section.headings.push({
      position: row.position,
      page: row.page,
      kind: row.kind,
      heading: row.heading,
      organization: organization && organizationLink(organization),
      product: product && supplierSlug !== null ? { ...product, url: productUrl(supplierSlug, product.slug) } : null,
      category: row.category === null ? null : { id: row.category, url: categoryUrl(row.category) },
    })
  }
  return { title: report?.label ?? 'Report', publisher: report?.meaning ?? null, sections: [...sections.values()] }
}
