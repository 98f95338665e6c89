'use client'
/** The search box: on a page that answers a question it asks the same with another text, elsewhere it starts a new one. */
import { useSearchParams } from 'next/navigation'

/** What a new text does not keep: the text before it, and the page of an answer that is no longer the same. */
const NOT_KEPT = new Set(['q', 'page'])

export function SearchBox({ path }: { path: string }) {
  const asked = useSearchParams()
  const answers = path === '/' || path === '/products' || /^\/categories\/[^/]+$/.test(path)
  const kept = answers ? [...asked].filter(([name]) => !NOT_KEPT.has(name)) : []
  const text = answers ? (asked.get('q') ?? '') : ''
  const invitation = path === '/products' ? 'Search products, makers, systems' : 'Search companies, products, places'
  return (
    <search className="site-search">
      <form action={answers ? path : '/'}>
        <input
          key={text}
          type="search"
          name="q"
          defaultValue={text}
          aria-label={invitation}
          placeholder={invitation}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
        {kept.map(([name, value]) => (
          <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
        ))}
        <button type="submit">Search</button>
      </form>
    </search>
  )
}
