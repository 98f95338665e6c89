'use client'
/** Everything by name: what can be done on this page, the pages, companies and products, and filters. */
import { useCombobox } from 'downshift'
import { useEffect, useMemo, useRef, useState } from 'react'
import { aroundUrl, introductionsUrl } from '@/db/records/links'
import { allChoices, ChoiceMenu, takesNothingOnBlur } from './ChoiceMenu'
import { type Command, currentCommands, GROUPS, keyLabel } from './commands'
import { Modal } from './Modal'
import { PAGES, type Page } from './pages'
import { useSuggestions } from './use-suggestions'

interface Item {
  label: string
  detail: string
  /** Other words by which it is found. */
  also?: string
  run: () => void
}

export default function Palette({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState('')
  const suggestions = useSuggestions(text)
  const own = useMemo(() => ownItems(), [])
  const groups = [
    ...own.map(({ title, choices }) => ({ title, choices: named(choices, text) })),
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
  const page = ({ name, path, also }: Page): Item => ({ label: name, detail: '', also, run: () => location.assign(path) })
  return [
    { title: 'On this page', choices: offered.map(item) },
    { title: 'Pages', choices: [...companyPages(location.pathname), ...PAGES].map(page) },
  ]
}

/** What there is to see of the company whose page this is. */
function companyPages(path: string): Page[] {
  const [, slug] = /^\/(?:organizations|market\/(?:around|introductions))\/([^/]+)$/.exec(path) ?? []
  if (slug === undefined) return []
  return [
    { path: introductionsUrl(slug), name: 'Introductions to this company', also: 'who can introduce us, chains' },
    { path: aroundUrl(slug), name: 'Picture of this company’s relationships', also: 'around it, network, partners' },
  ].filter((page) => page.path !== path)
}

/** Those that have a word for each typed one, or for its beginning: by their own name first, and before that those whose name begins so. */
function named(items: readonly Item[], text: string): Item[] {
  const typed = wordsOf(text)
  const rank = ({ label, also = '' }: Item) => {
    const own = wordsOf(label)
    if (own.join(' ').startsWith(typed.join(' '))) return 0
    return holds(own, typed) ? 1 : holds([...own, ...wordsOf(also)], typed) ? 2 : NOT_NAMED
  }
  return items
    .map((item) => ({ item, rank: rank(item) }))
    .filter(({ rank }) => rank !== NOT_NAMED)
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item)
}

const NOT_NAMED = 3

const holds = (words: readonly string[], typed: readonly string[]) => typed.every((start) => words.some((word) => word.startsWith(start)))

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
