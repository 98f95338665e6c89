/** How the key of the palette is written for a reader's keyboard. @param agent The browser's User-Agent, so that the first paint is right. */
export const paletteKey = (agent: string | null) => (/Macintosh|iPhone|iPad/.test(agent ?? '') ? '⌘K' : 'Ctrl K')
