/** The picture that a link to an entry shows elsewhere: the look in one colour scheme, drawn on the server from what is installed. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ImageResponse } from 'next/og'
import type { Tier } from '@/db/records/tier'

interface PictureProps {
  name: string
  /** "Supplier · System integrator". */
  line: string
  /** Where it is, or what kind of thing. */
  place: string
  tier: Tier
  /** Whose tier it is, or what the numeral means. */
  tierDetail: string | null
}

const SIZE = { width: 1200, height: 630 }

/** The values of app/globals.css for light paper: a picture cannot know the theme of those who see it. */
const PAPER = '#fcfbf8'
const INK = '#1c1a17'
const INK_2 = '#57524a'
const RULE = '#cfc9ba'
const ACCENT = '#9a3412'
const TIERS = ['#1c1a17', '#4a463e', '#6f695e', PAPER]

/** Letters that the first file of a family lacks are in the second, which has a name of its own, or it would take the place of the first. */
const SANS = 'Inter, Inter more'
const SERIF = 'Source Serif, Source Serif more'

export async function picture(props: PictureProps): Promise<Response> {
  return new ImageResponse(<Picture {...props} />, { ...SIZE, fonts: await fonts(), headers: { 'Cache-Control': 'no-store' } })
}

function Picture({ name, line, place, tier, tierDetail }: PictureProps) {
  const words = [tier.estimated ? `${tier.label}, estimated` : tier.label, tierDetail].filter(Boolean).join(' · ')
  return (
    <div
      style={{
        display: 'flex',
        flexDirection: 'column',
        width: '100%',
        height: '100%',
        padding: '64px 72px 56px',
        background: PAPER,
        color: INK,
        fontFamily: SANS,
        fontSize: 30,
      }}
    >
      <div style={{ display: 'flex', flexDirection: 'column', flexGrow: 1, borderTop: `4px solid ${INK}`, paddingTop: 40 }}>
        <div style={{ display: 'flex', fontFamily: SERIF, fontSize: titleSize(name), lineHeight: 1.1 }}>{drawable(name)}</div>
        <div style={{ display: 'flex', marginTop: 24, color: INK_2, fontSize: 32 }}>{drawable(line)}</div>
        <div style={{ display: 'flex', marginTop: 8, color: INK_2, fontSize: 32 }}>{drawable(place)}</div>
      </div>
      <div style={{ display: 'flex', alignItems: 'center', borderTop: `2px solid ${RULE}`, paddingTop: 32 }}>
        <Numeral tier={tier.tier} />
        <div style={{ display: 'flex', flexGrow: 1, marginLeft: 24, color: INK_2 }}>{drawable(words)}</div>
        <div style={{ display: 'flex', fontFamily: SERIF, fontSize: 36, color: ACCENT }}>Tierbook</div>
      </div>
    </div>
  )
}

function Numeral({ tier }: Pick<Tier, 'tier'>) {
  const firm = tier !== null && tier < 3
  return (
    <div
      style={{
        display: 'flex',
        alignItems: 'center',
        justifyContent: 'center',
        width: 64,
        height: 58,
        border: `2px solid ${tier === null ? RULE : '#8f887a'}`,
        borderRadius: 8,
        background: TIERS[tier ?? 3] ?? PAPER,
        color: firm ? PAPER : INK,
        fontSize: 38,
        fontWeight: 600,
      }}
    >
      {tier ?? '–'}
    </div>
  )
}

/** Long names are set smaller, so that they stay within three lines. */
const titleSize = (name: string) => (name.length <= 26 ? 88 : name.length <= 60 ? 68 : 52)

/** The longest text that is drawn. */
const LONGEST = 140

/**
 * What the two fonts draw. For any other letter the drawing would ask the network for a font, and a directory that serves itself asks nobody.
 */
function drawable(text: string): string {
  const drawn = text
    .normalize('NFC')
    .replaceAll(/[^\u0020-\u007e\u00a0-\u017f\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026\u20ac]/g, '')
    .trim()
  return drawn.length > LONGEST ? `${drawn.slice(0, LONGEST - 1)}…` : drawn
}

const FILES = [
  ['Inter', 400, '@fontsource/inter/files/inter-latin-400-normal.woff'],
  ['Inter more', 400, '@fontsource/inter/files/inter-latin-ext-400-normal.woff'],
  ['Inter', 600, '@fontsource/inter/files/inter-latin-600-normal.woff'],
  ['Source Serif', 600, '@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff'],
  ['Source Serif more', 600, '@fontsource/source-serif-4/files/source-serif-4-latin-ext-600-normal.woff'],
] as const

let kept: ReturnType<typeof readFonts> | undefined

function fonts(): ReturnType<typeof readFonts> {
  kept ??= readFonts()
  return kept
}

const readFonts = () =>
  Promise.all(
    FILES.map(async ([name, weight, file]) => ({
      name,
      weight,
      style: 'normal' as const,
      data: await readFile(join(process.cwd(), 'node_modules', file)),
    })),
  )
