'use client'
/**
 * The search box: on a page that answers a question each key asks the same with another text, elsewhere Enter starts a new question. Under it
 * stands what the text may mean. Without a script it is a form.
 */
import { useCombobox } from 'downshift'
import { useEffect, useRef, useState } from 'react'
import { MAX_TEXT } from '@/db/question'
import { useAsked } from './address-bar'
import { allChoices, ChoiceMenu, takesNothingOnBlur } from './ChoiceMenu'
import { ANSWER_ID, SEARCH_ID } from './ids'
import { placeOfPath } from './places'
import { useCutPaste } from './use-cut-paste'
import { type Choice, recentGroup, rememberSearch, useSuggestions } from './use-suggestions'
import { useTyping } from './use-typing'

/** What a new text does not keep: the text before it, and the page of an answer that is no longer the same. */
const NOT_KEPT = new Set(['q', 'page'])

export function SearchBox({ path }: { path: string }) {
  const asked = useAsked()
  const place = placeOfPath(path)
  const askedText = place === undefined ? '' : (asked.get('q') ?? '')
  const [text, setText] = useState(askedText)
  const { isAnswering, type, settle, choose } = useTyping(place, askedText, setText)
  const { cutWords, onPaste } = useCutPaste(text)
  const [focused, setFocused] = useState(false)
  const suggestions = useSuggestions(focused ? text : '')
  const groups = !focused ? [] : text.trim() === '' ? recentGroup() : suggestions
  const choices = allChoices(groups)
  const input = useRef<HTMLInputElement>(null)

  const take = (choice: Choice) => {
    rememberSearch(choice.kind === 'recent' ? choice.label : text)
    choose(choice)
  }
  const box = useCombobox<Choice>({
    items: choices,
    inputValue: text,
    selectedItem: null,
    itemToString: (choice) => choice?.label ?? '',
    stateReducer: takesNothingOnBlur,
    onSelectedItemChange: ({ selectedItem }) => selectedItem && take(selectedItem),
  })
  const { setHighlightedIndex } = box
  // Other suggestions are other choices: none of them is lit yet.
  useEffect(() => setHighlightedIndex(-1), [suggestions, setHighlightedIndex])
  // What was typed before this script ran stands in the box alone.
  useEffect(() => {
    const typed = input.current?.value ?? ''
    if (typed === text) return
    setText(typed)
    type(typed)
  }, [])
  const invitation = place?.collection === 'products' ? 'Search products, makers, systems' : 'Search companies, products, places'
  const kept = place === undefined ? [] : [...asked].filter(([name]) => !NOT_KEPT.has(name))
  const isOpen = box.isOpen && choices.length > 0

  return (
    <search className="site-search">
      <form
        action={place?.path ?? '/'}
        onSubmit={(event) => {
          rememberSearch(text)
          if (!isAnswering()) return
          event.preventDefault()
          box.closeMenu()
          settle(text)
          document.getElementById(ANSWER_ID)?.focus({ preventScroll: true })
        }}
      >
        <input
          {...box.getInputProps({
            ref: input,
            id: SEARCH_ID,
            'aria-label': invitation,
            'aria-expanded': isOpen,
            onChange: (event) => {
              setText(event.currentTarget.value)
              type(event.currentTarget.value)
            },
            onPaste,
            onFocus: () => setFocused(true),
            onBlur: () => {
              setFocused(false)
              settle(text)
            },
            onKeyDown: (event) => {
              // Enter without a choice is the form's: it searches for what was typed.
              if (event.key === 'Enter' && box.highlightedIndex < 0) leaveToTheForm(event.nativeEvent)
              if (event.key !== 'Escape' || isOpen) return
              // The box keeps its text: Esc steps back from it to the answer.
              event.preventDefault()
              ;(document.getElementById(ANSWER_ID) ?? input.current)?.focus({ preventScroll: true })
            },
          })}
          type="search"
          name="q"
          placeholder={invitation}
          maxLength={MAX_TEXT}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
        {kept.map(([name, value]) => (
          <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
        ))}
        <button type="submit">Search</button>
      </form>
      <div className="search-below">
        <p role="status" className="search-note">
          {cutWords}
        </p>
        <ul {...box.getMenuProps({ 'aria-label': 'Suggestions' })} className="choices" hidden={!isOpen}>
          {isOpen && <ChoiceMenu groups={groups} highlighted={box.highlightedIndex} getItemProps={box.getItemProps} />}
        </ul>
      </div>
    </search>
  )
}

function leaveToTheForm(event: KeyboardEvent & { preventDownshiftDefault?: boolean }): void {
  event.preventDownshiftDefault = true
}
