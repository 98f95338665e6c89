/**
 * The shapes of the maps, projected once in this process from the atlases of two packages. Pages refer to them by id in a picture of their own
 * (geometry/[atlas]/route.ts), so that no page carries them.
 */
import { geoNaturalEarth1, geoPath } from 'd3-geo'
import type { Feature, Geometry } from 'geojson'
import { feature } from 'topojson-client'
import states from 'us-atlas/states-albers-10m.json'
import finerCountries from 'world-atlas/countries-50m.json'
import countries from 'world-atlas/countries-110m.json'

export interface Shape {
  /** In the picture of the shapes. */
  id: string
  name: string
  /** As the attribute `d` of a path has it; null for a place that is too small for the scale and is a point. */
  path: string | null
  /** The middle of its largest part: what a country has overseas moves its number nowhere. */
  x: number
  y: number
  /** Of that part, in square units of the drawing. */
  area: number
}

export interface Atlas {
  width: number
  height: number
  shapes: Shape[]
}

export type AtlasName = 'us' | 'world'

const ATLASES: Record<AtlasName, () => Atlas> = {
  us: once(() => ({
    width: 975,
    height: 610,
    shapes: shapesOf('s', feature(states, states.objects.states).features, geoPath().digits(1)),
  })),
  world: once(drawWorld),
}

export const readAtlas = (name: AtlasName): Atlas => ATLASES[name]()

/** What the world's atlas calls countries that English otherwise names differently. */
const ATLAS_NAMES: Readonly<Record<string, string>> = {
  BA: 'Bosnia and Herz.',
  CD: 'Dem. Rep. Congo',
  CF: 'Central African Rep.',
  CG: 'Congo',
  CI: "Côte d'Ivoire",
  DO: 'Dominican Rep.',
  EH: 'W. Sahara',
  FK: 'Falkland Is.',
  GQ: 'Eq. Guinea',
  HK: 'Hong Kong',
  KY: 'Cayman Is.',
  MK: 'Macedonia',
  MM: 'Myanmar',
  MO: 'Macao',
  PS: 'Palestine',
  SB: 'Solomon Is.',
  SS: 'S. Sudan',
  SZ: 'eSwatini',
  TR: 'Turkey',
  TT: 'Trinidad and Tobago',
  US: 'United States of America',
  VG: 'British Virgin Is.',
}

/** The shape of a country or a state by its name; undefined where the atlas has none. @param code Of a country, which the atlas may call otherwise. */
export function shapeOf(atlas: Atlas, name: string, code?: string): Shape | undefined {
  const wanted = (code === undefined ? undefined : ATLAS_NAMES[code]) ?? name
  return atlas.shapes.find((shape) => shape.name === wanted)
}

/** Everything but the Antarctic; small states, which the coarse atlas leaves out, as points from the finer one. */
function drawWorld(): Atlas {
  const [width, height] = [960, 460]
  const drawn = feature(countries, countries.objects.countries).features.filter(({ properties }) => properties.name !== 'Antarctica')
  const projection = geoNaturalEarth1().fitSize([width, height], { type: 'FeatureCollection', features: drawn })
  const path = geoPath(projection).digits(1)
  const shapes = shapesOf('s', drawn, path)
  const known = new Set(shapes.map(({ name }) => name))
  const finer = feature(finerCountries, finerCountries.objects.countries).features.filter(({ properties }) => !known.has(properties.name))
  return { width, height, shapes: [...shapes, ...shapesOf('p', finer, path).map((shape) => ({ ...shape, path: null }))] }
}

/** @param prefix Of their ids. */
function shapesOf(prefix: string, features: readonly Feature<Geometry, { name: string }>[], path: ReturnType<typeof geoPath>): Shape[] {
  return features.map((each, index) => {
    const main = largestPart(each.geometry, path)
    const [x, y] = path.centroid(main)
    return {
      id: `${prefix}${index}`,
      name: each.properties.name,
      path: path(each),
      x: Math.round(x),
      y: Math.round(y),
      area: Math.round(path.area(main)),
    }
  })
}

function largestPart(geometry: Geometry, path: ReturnType<typeof geoPath>): Geometry {
  if (geometry.type !== 'MultiPolygon') return geometry
  const parts = geometry.coordinates.map((coordinates): Geometry => ({ type: 'Polygon', coordinates }))
  return parts.reduce((largest, part) => (path.area(part) > path.area(largest) ? part : largest), parts[0] ?? geometry)
}

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
