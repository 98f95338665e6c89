'use client'
/** Everything by name: what can be done on this page, the pages, companies and products, and filters. */
import { useCombobox } from 'downshift'
import { useEffect, useMemo, useRef, useState } from 'react'
import { allChoices, ChoiceMenu, takesNothingOnBlur } from './ChoiceMenu'
import { type Command, currentCommands, GROUPS, keyLabel } from './commands'
import { Modal } from './Modal'
import { ROOMS } from './rooms'
import { useSuggestions } from './use-suggestions'

interface Item {
  label: string
  detail: string
  run: () => void
}

export default function Palette({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState('')
  const suggestions = useSuggestions(text)
  const own = useMemo(() => ownItems(), [])
  const groups = [
    ...own.map(({ title, choices }) => ({ title, choices: choices.filter(({ label }) => holds(label, text)) })),
    ...suggestions.map(({ title, choices }) => ({
      title,
      choices: choices.flatMap((choice): Item[] =>
        choice.kind === 'recent' ? [] : [{ label: choice.label, detail: choice.detail, run: () => location.assign(choice.url) }],
      ),
    })),
  ].filter(({ choices }) => choices.length > 0)
  const items = allChoices(groups)
  const input = useRef<HTMLInputElement>(null)
  const box = useCombobox<Item>({
    items,
    isOpen: true,
    inputValue: text,
    selectedItem: null,
    defaultHighlightedIndex: 0,
    stateReducer: takesNothingOnBlur,
    itemToString: (item) => item?.label ?? '',
    onSelectedItemChange: ({ selectedItem }) => {
      if (!selectedItem) return
      onClose()
      // The dialog gives the focus back first; then a command may take it elsewhere.
      setTimeout(selectedItem.run)
    },
  })
  const { setHighlightedIndex } = box
  // Other suggestions are other choices: the first of them is lit.
  useEffect(() => setHighlightedIndex(0), [suggestions, setHighlightedIndex])
  return (
    <Modal title="Commands" kind="palette" onClose={onClose} initialFocus={input}>
      <input
        {...box.getInputProps({
          ref: input,
          'aria-label': 'What to do, or where to go',
          onChange: (event) => setText(event.currentTarget.value),
        })}
        className="palette-input"
        placeholder="What to do, or where to go"
        autoComplete="off"
        spellCheck={false}
      />
      <ul {...box.getMenuProps({ 'aria-label': 'Commands' })} className="palette-choices">
        <ChoiceMenu groups={groups} highlighted={box.highlightedIndex} getItemProps={box.getItemProps} />
      </ul>
      {items.length === 0 && <p className="text-ink-3">Nothing of that name.</p>}
    </Modal>
  )
}

function ownItems(): { title: string; choices: Item[] }[] {
  const offered = GROUPS.flatMap((group) => currentCommands().filter((command) => command.group === group && command.keyOnly !== true))
  const item = ({ label, keys, run }: Command): Item => ({
    label,
    detail: keys?.[0] === undefined ? '' : keyLabel(keys[0]),
    run: () => run(),
  })
  return [
    { title: 'On this page', choices: offered.map(item) },
    { title: 'Pages', choices: ROOMS.map(({ name, path }) => ({ label: name, detail: '', run: () => location.assign(path) })) },
  ]
}

/** Whether a label has each typed word, or the beginning of one. */
const holds = (label: string, text: string) =>
  text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => label.toLowerCase().includes(word))
