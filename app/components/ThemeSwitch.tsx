'use client'
import { useMemo, useState } from 'react'
import { type Command, useCommands } from './commands'
import { setCookie } from './remembered'
import { THEME_COOKIE, THEMES, type Theme } from './theme'

const NAMES: Record<Theme, string> = { system: 'Theme: system', light: 'Theme: light', dark: 'Theme: dark' }

/** Goes round from the system's theme to light to dark; the palette has each by name. */
export function ThemeSwitch({ initial }: { initial: Theme }) {
  const [theme, setTheme] = useState(initial)
  const commands = useMemo(
    () =>
      THEMES.map((one): Command => {
        const run = () => {
          apply(one)
          setTheme(one)
        }
        return { id: `theme-${one}`, label: NAMES[one], group: 'Screen', run }
      }),
    [],
  )
  useCommands(commands)
  const next = (THEMES.indexOf(theme) + 1) % THEMES.length
  return (
    <button type="button" className="site-tool needs-script" onClick={() => commands[next]?.run()}>
      {NAMES[theme]}
    </button>
  )
}

function apply(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
  setCookie(THEME_COOKIE, theme)
}
