'use client'
/** The choices under a box in which one types: groups with a title, one of them the one that Enter takes. */
import type { UseComboboxPropGetters } from 'downshift'

interface ChoiceMenuProps<Item extends { label: string; detail: string }> {
  groups: readonly { title: string; choices: readonly Item[] }[]
  highlighted: number
  getItemProps: UseComboboxPropGetters<Item>['getItemProps']
}

export function ChoiceMenu<Item extends { label: string; detail: string }>({ groups, highlighted, getItemProps }: ChoiceMenuProps<Item>) {
  let at = 0
  return groups.map(({ title, choices }) => (
    <li key={title} role="presentation" className="choice-group">
      <p role="presentation">{title}</p>
      {/* biome-ignore lint/a11y/useSemanticElements: a list of options holds groups of options, and no fieldset. */}
      <ul role="group" aria-label={title}>
        {choices.map((choice) => {
          const index = at++
          return (
            <li
              key={`${choice.label} ${choice.detail}`}
              {...getItemProps({ item: choice, index })}
              className="choice"
              data-highlighted={index === highlighted || undefined}
            >
              {choice.label} {choice.detail !== '' && <span>{choice.detail}</span>}
            </li>
          )
        })}
      </ul>
    </li>
  ))
}

/** The choices of all groups, in the order in which the arrows reach them. */
export const allChoices = <Item,>(groups: readonly { choices: readonly Item[] }[]): Item[] => groups.flatMap(({ choices }) => choices)
