/** Light or dark: as the system has it, unless this browser was told otherwise (a cookie, so that the first paint is right). */
export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

export const THEME_COOKIE = 'tierbook-theme'

export const readTheme = (cookie: string | undefined): Theme => THEMES.find((theme) => theme === cookie) ?? 'system'
