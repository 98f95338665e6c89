/** A map: every shape of an atlas, those that companies have their headquarters in shaded by how many, with the number and a link. */
import { count, counted } from '@/app/components/format'
import { ENTRY_WORDS } from '@/app/components/words'
import type { PlaceMark } from '@/db/market/places'
import { type AtlasName, readAtlas, type Shape, shapeOf } from './geometry'

interface PlaceMapProps {
  atlas: AtlasName
  title: string
  marks: readonly PlaceMark[]
  /** The country's code of a mark whose shape the atlas may name otherwise. */
  codeOf?: (mark: PlaceMark) => string
}

/** A shape with less room than this has its number beside the map, or on a point of its own. */
const ROOM_FOR_NUMBER = 700
const POINT = 7
/** Of the column of numbers beside the map. */
const ASIDE = { width: 90, step: 21, top: 150 }

export function PlaceMap({ atlas: name, title, marks, codeOf }: PlaceMapProps) {
  const atlas = readAtlas(name)
  const placed = marks.flatMap((mark) => {
    const shape = shapeOf(atlas, mark.label, codeOf?.(mark))
    return shape === undefined ? [] : [{ mark, shape }]
  })
  const most = Math.max(...marks.map((mark) => mark.count))
  const aside = name === 'us' ? asideOf(placed) : []
  return (
    <svg
      viewBox={`0 0 ${atlas.width + (aside.length > 0 ? ASIDE.width : 0)} ${atlas.height}`}
      className="place-map"
      style={{ minWidth: atlas.width * 0.9, maxWidth: atlas.width * 1.2 }}
    >
      <title>{title}</title>
      <use href={hrefOf(name, 'land')} className="map-land" />
      {placed.map(({ mark, shape }) => (
        <a key={mark.value} href={mark.url} aria-label={wordsOf(mark)} className="place-mark" data-shade={shadeOf(mark.count, most)}>
          {shape.path !== null && <use href={hrefOf(name, shape.id)} />}
          {aside.includes(shape) ? (
            <NumberAside shape={shape} mark={mark} x={atlas.width} index={aside.indexOf(shape)} />
          ) : (
            <NumberWithin shape={shape} mark={mark} />
          )}
        </a>
      ))}
    </svg>
  )
}

const hrefOf = (atlas: AtlasName, id: string) => `/market/geometry/${atlas}.svg#${id}`

/** Five shades on a scale by powers: one country or state may have most of all companies. */
const shadeOf = (companies: number, most: number) => Math.min(5, 1 + Math.floor((Math.log(companies) / Math.log(most + 1)) * 5))

const wordsOf = (mark: PlaceMark) => `${mark.label}: ${counted(mark.count, ...ENTRY_WORDS.organizations)}`

/** The small states, from north to south. */
function asideOf(placed: readonly { shape: Shape }[]): Shape[] {
  return placed
    .map(({ shape }) => shape)
    .filter(({ area }) => area < ROOM_FOR_NUMBER * 3)
    .sort((a, b) => a.y - b.y)
}

interface NumberProps {
  mark: PlaceMark
  shape: Shape
}

/** The number where the shape has room for it, else a point. */
function NumberWithin({ mark, shape }: NumberProps) {
  if (shape.path === null || shape.area < ROOM_FOR_NUMBER) return <circle cx={shape.x} cy={shape.y} r={POINT} />
  return (
    <text x={shape.x} y={shape.y + 4} textAnchor="middle">
      {count(mark.count)}
    </text>
  )
}

/** The number beside the map, with a line to its state. */
function NumberAside({ mark, shape, x, index }: NumberProps & { x: number; index: number }) {
  const y = ASIDE.top + index * ASIDE.step
  return (
    <>
      <path className="place-line" d={`M${shape.x} ${shape.y}L${x + 4} ${y - 4}`} />
      <text className="place-aside" x={x + 8} y={y}>
        {mark.value.split('/').at(-1)} {count(mark.count)}
      </text>
    </>
  )
}
