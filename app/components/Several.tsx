/** Several values in the width of a cell: the first and how many more, which those who hear it hear by name; all of them where there is room. */
import { Unknown } from './Unknown'

interface SeveralProps {
  labels: readonly string[]
  /** How many are written out where there is no room for all. */
  shown?: number
}

export function Several({ labels, shown = 1 }: SeveralProps) {
  if (labels.length === 0) return <Unknown />
  const rest = labels.slice(shown)
  if (rest.length === 0) return labels.join(', ')
  return (
    <span className="several" title={labels.join(', ')}>
      <span className="several-shown">
        {labels.slice(0, shown).join(', ')}
        <span className="several-rest">, {rest.join(', ')}</span>
      </span>
      <span className="several-more" role="img" aria-label={`, ${rest.join(', ')}`}>
        +{rest.length}
      </span>
    </span>
  )
}

/** Labels with those of the chosen values first, so that a row shows what it was chosen for. */
export function chosenFirst(values: readonly string[], chosen: readonly string[] = []): string[] {
  const isChosen = (value: string) => chosen.some((choice) => value === choice || value.startsWith(`${choice}/`))
  return [...values.filter(isChosen), ...values.filter((value) => !isChosen(value))]
}
