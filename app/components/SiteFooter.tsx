/** The foot of every page: how much the directory holds, that each fact of it was read somewhere, and the pages to which no room in the head leads. */
import { directory } from '@/db/directory'
import { counted } from './format'
import { FURTHER_PAGES } from './pages'

export async function SiteFooter() {
  const { organizations, products } = await directory().engine.status()
  return (
    <footer className="site-foot">
      <nav aria-label="Further pages">
        {FURTHER_PAGES.map(({ path, name }) => (
          <a key={path} href={path}>
            {name}
          </a>
        ))}
      </nav>
      <p>
        {counted(organizations, 'company', 'companies')}, {counted(products, 'product', 'products')}. Every fact names the page it was read
        on.
      </p>
    </footer>
  )
}
