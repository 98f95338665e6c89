import '@fontsource-variable/inter/wght.css'
import '@fontsource-variable/source-serif-4/wght.css'
import './globals.css'
import type { Metadata, Viewport } from 'next'
import { cookies, headers } from 'next/headers'
import type { ReactNode } from 'react'
import { GlobalKeys } from './components/GlobalKeys'
import { paletteKey } from './components/palette-key'
import { SiteFooter } from './components/SiteFooter'
import { SiteHeader } from './components/SiteHeader'
import { readTheme, THEME_COOKIE } from './components/theme'

/** Nothing is rendered while building: the directory is read when a page is asked for. */
export const dynamic = 'force-dynamic'

export const metadata: Metadata = {
  title: { default: 'Tierbook', template: '%s – Tierbook' },
  description:
    'A directory of vendors and the channel that sells them: who they are, how big, what they make, and where each fact was read.',
}

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fcfbf8' },
    { media: '(prefers-color-scheme: dark)', color: '#171614' },
  ],
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = readTheme((await cookies()).get(THEME_COOKIE)?.value)
  return (
    <html lang="en" data-theme={theme === 'system' ? undefined : theme} suppressHydrationWarning>
      <body className="flex min-h-dvh flex-col">
        <a href="#main" className="skip-link">
          Skip to the content
        </a>
        <SiteHeader theme={theme} paletteKey={paletteKey((await headers()).get('user-agent'))} />
        <main id="main" tabIndex={-1} className="flex flex-1 flex-col outline-none">
          {children}
        </main>
        <SiteFooter />
        <GlobalKeys />
      </body>
    </html>
  )
}
