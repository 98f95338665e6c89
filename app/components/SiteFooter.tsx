/** The foot of every page: how much the directory holds, and that each fact of it was read somewhere. */
import { directory } from '@/db/directory'
import { counted } from './format'

export async function SiteFooter() {
  const { organizations, products } = await directory().engine.status()
  return (
    <footer className="mt-auto border-rule border-t px-4 py-3 text-ink-3 text-s">
      {counted(organizations, 'company', 'companies')}, {counted(products, 'product', 'products')}. Every fact names the page it was read
      on.
    </footer>
  )
}
