import type { Metadata } from 'next'
import { directory } from '@/db/directory'
import { type Category, readCategories } from '@/db/records/categories'
import type { DirectoryVocabulary } from '@/db/vocabulary'
import { count, counted } from '../components/format'

export const metadata: Metadata = {
  title: 'Categories',
  description: 'The lists of suppliers and channel partners that the report prints, each with its companies.',
}

export default function CategoriesPage() {
  const categories = readCategories(directory())
  const sections = [...new Set(categories.map((category) => category.section))]
  return (
    <div className="categories">
      <h1>The report’s lists</h1>
      <p>{counted(categories.length, 'list', 'lists')} of suppliers and channel partners, as the report groups and heads them.</p>
      {sections.map((section) => (
        <section key={section}>
          <h2>{sectionTitle(directory().vocabulary(), section)}</h2>
          <ul>
            {categories
              .filter((category) => category.section === section)
              .map((category) => (
                <CategoryLine key={category.id} {...category} />
              ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function sectionTitle(vocabulary: DirectoryVocabulary, section: number | null): string {
  if (section === null) return 'In no section of the report'
  const title = vocabulary.term('report-section', String(section))?.label
  return title === undefined ? `Section ${section}` : `${section}. ${title}`
}

function CategoryLine({ url, heading, page, organizations }: Category) {
  return (
    <li>
      <a href={url}>{heading}</a>
      {page !== null && <span>p. {page}</span>}
      <b>
        {count(organizations)}
        <span className="sr-only"> {organizations === 1 ? 'company' : 'companies'}</span>
      </b>
    </li>
  )
}
