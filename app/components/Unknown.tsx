/** A fact that nobody found: said quietly, in words to those who hear the page. */
export function Unknown({ words = 'not known' }: { words?: string }) {
  return (
    <span className="unknown">
      <span aria-hidden="true">–</span>
      <span className="sr-only">{words}</span>
    </span>
  )
}
