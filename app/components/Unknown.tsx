/** A fact that nobody found: said quietly, in words to those who hear the page. */
export function Unknown({ words = 'not known' }: { words?: string }) {
  return (
    <span className="unknown" role="img" aria-label={words}>
      –
    </span>
  )
}
