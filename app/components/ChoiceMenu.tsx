'use client'
/** The choices under a box in which one types: groups with a title, one of them the one that Enter takes. */
import { type UseComboboxPropGetters, type UseComboboxState, type UseComboboxStateChangeOptions, useCombobox } from 'downshift'

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
              key={index}
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

/** Leaving the box takes nothing: what is lit is taken by Enter or a click alone. */
export function takesNothingOnBlur<Item>(
  _: UseComboboxState<Item>,
  { changes, type }: UseComboboxStateChangeOptions<Item>,
): Partial<UseComboboxState<Item>> {
  return type === useCombobox.stateChangeTypes.InputBlur ? { ...changes, selectedItem: null } : changes
}
