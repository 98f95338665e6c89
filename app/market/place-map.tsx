/** A map: every shape of an atlas, those that companies have their headquarters in shaded by how many, each with its number and a link. */
import { count, counted } from '@/app/components/format'
import { ENTRY_WORDS } from '@/app/components/words'
import type { PlaceMark } from '@/db/market/places'
import { type AtlasName, readAtlas, type Shape, shapeOf } from './geometry'
import { LABEL, type Point, placeLabels } from './place-labels'

interface PlaceMapProps {
  atlas: AtlasName
  title: string
  marks: readonly PlaceMark[]
  /** The country's code of a mark whose shape the atlas may name otherwise. */
  codeOf?: (mark: PlaceMark) => string
}

/** A shape with less room than this has its number beside it or beside the map. */
const ROOM_FOR_NUMBER = 700
/** Of a place that is too small for the map. */
const POINT = 3
/** Of the column of numbers beside the map of the states. */
const ASIDE = { width: 90, step: 21, top: 150 }

/** A place with where its number stands: on the shape, or off it with a line to it. */
interface Numbered {
  mark: PlaceMark
  shape: Shape
  /** Null for a number on the shape. */
  off: { middle: Point; anchor: 'start' | 'middle' } | null
}

export function PlaceMap({ atlas: name, title, marks, codeOf }: PlaceMapProps) {
  const atlas = readAtlas(name)
  const placed = marks.flatMap((mark) => {
    const shape = shapeOf(atlas, mark.label, codeOf?.(mark))
    return shape === undefined ? [] : [{ mark, shape }]
  })
  const most = Math.max(...marks.map((mark) => mark.count))
  const numbered = name === 'us' ? numberBesideMap(placed, atlas.width) : numberNearby(placed)
  const hasColumn = name === 'us' && numbered.some(({ off }) => off !== null)
  return (
    <svg
      viewBox={`0 0 ${atlas.width + (hasColumn ? ASIDE.width : 0)} ${atlas.height}`}
      className="place-map"
      style={{ minWidth: atlas.width * 0.9, maxWidth: atlas.width * 1.2 }}
    >
      <title>{title}</title>
      <use href={hrefOf(name, 'land')} className="map-land" />
      {numbered.map(({ mark, shape, off }) => (
        <a key={mark.value} href={mark.url} aria-label={wordsOf(mark)} className="place-mark" data-shade={shadeOf(mark.count, most)}>
          {shape.path === null ? <circle cx={shape.x} cy={shape.y} r={POINT} /> : <use href={hrefOf(name, shape.id)} />}
          {off === null ? (
            <text x={shape.x} y={shape.y + 4} textAnchor="middle">
              {count(mark.count)}
            </text>
          ) : (
            <NumberOff mark={mark} shape={shape} off={off} />
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

type Place = Pick<Numbered, 'mark' | 'shape'>

const isSmall = ({ shape }: Place, room: number) => shape.path === null || shape.area < room

/** The small states have their numbers in a column, from north to south. */
function numberBesideMap(places: readonly Place[], x: number): Numbered[] {
  const small = places.filter((place) => isSmall(place, ROOM_FOR_NUMBER * 3)).toSorted((a, b) => a.shape.y - b.shape.y)
  return places.map((place) => {
    const index = small.indexOf(place)
    return { ...place, off: index < 0 ? null : { middle: { x: x + 8, y: ASIDE.top + index * ASIDE.step }, anchor: 'start' } }
  })
}

/** Small countries have their numbers near them; they come last, so that no shape lies on a number. */
function numberNearby(places: readonly Place[]): Numbered[] {
  const bySize = places.toSorted((a, b) => b.shape.area - a.shape.area)
  const small = bySize.filter((place) => isSmall(place, ROOM_FOR_NUMBER))
  const large = bySize.filter((place) => !small.includes(place))
  const middles = placeLabels(
    small.map(({ shape }) => shape),
    large.map(({ shape }) => shape),
  )
  return [
    ...large.map((place) => ({ ...place, off: null })),
    ...small.map((place, index): Numbered => ({ ...place, off: { middle: middles[index] ?? place.shape, anchor: 'middle' } })),
  ]
}

interface NumberOffProps extends Place {
  off: NonNullable<Numbered['off']>
}

/** The number off its shape, with a line to it. */
function NumberOff({ mark, shape, off: { middle, anchor } }: NumberOffProps) {
  return (
    <>
      <path className="place-line" d={`M${shape.x} ${shape.y}L${middle.x - (anchor === 'start' ? 4 : 0)} ${middle.y}`} />
      <rect
        className="place-ground"
        x={anchor === 'start' ? middle.x - 2 : middle.x - LABEL.width / 2}
        y={middle.y - LABEL.height / 2}
        width={anchor === 'start' ? ASIDE.width : LABEL.width}
        height={LABEL.height}
        rx={3}
      />
      <text className="place-aside" x={middle.x} y={middle.y + 4} textAnchor={anchor}>
        {mark.value.split('/').at(-1)} {count(mark.count)}
      </text>
    </>
  )
}
