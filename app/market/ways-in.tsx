/** What else there is to read of the market. */

const WAYS = [
  { url: '/top', name: 'Top lists', words: 'companies ranked by sourced revenue' },
  { url: '/rankings', name: 'Published rankings', words: 'as others published them, year beside year' },
  { url: '/compare', name: 'Compare', words: 'products or companies side by side, and the report’s own matrices' },
  { url: '/market/introductions', name: 'Introductions', words: 'who, of the companies we know, can introduce us to another' },
  { url: '/glossary', name: 'Glossary', words: 'levels, tiers and their rule, segments, systems, roles' },
  { url: '/coverage', name: 'Coverage', words: 'how much of the report is here, and where the holes are' },
] as const

export function WaysIn() {
  return (
    <nav aria-label="More of the market" className="ways-in">
      <ul className="index-list">
        {WAYS.map(({ url, name, words }) => (
          <li key={url}>
            <a href={url}>{name}</a>
            <span>{words}</span>
          </li>
        ))}
      </ul>
    </nav>
  )
}
