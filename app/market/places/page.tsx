import type { Metadata } from 'next'
import { count, counted } from '@/app/components/format'
import type { SearchParams } from '@/app/components/place'
import { ENTRY_WORDS } from '@/app/components/words'
import { directory } from '@/db/directory'
import { DRAWN_COUNTRY, type PlaceMark, type Places, readPlaces } from '@/db/market/places'
import { Figure } from '../figure'
import { readAtlas, shapeOf } from '../geometry'
import { PicturePage } from '../picture-page'
import { PlaceMap } from '../place-map'

interface PageProps {
  searchParams: Promise<SearchParams>
}

export const metadata: Metadata = {
  title: 'Headquarters',
  description: 'Where companies have their headquarters, in the United States and the world.',
}

export default async function PlacesPage({ searchParams }: PageProps) {
  return (
    <PicturePage
      path="/market/places"
      title="Headquarters"
      lead="Where companies have their seat. Every shaded state or country leads to those that are there."
      params={await searchParams}
      draw={async (question) => <Maps places={await readPlaces(directory(), question)} />}
    />
  )
}

function Maps({ places: { countries, regions, withoutRegion, unknown } }: { places: Places }) {
  const home = directory().vocabulary().countryName(DRAWN_COUNTRY)
  return (
    <>
      {regions.length > 0 && (
        <Figure id="us-caption" caption={usCaption(home, regions, withoutRegion)} table={<PlaceTable name="State" marks={regions} />}>
          <PlaceMap atlas="us" title={`Headquarters in the ${home}`} marks={regions} />
        </Figure>
      )}
      {countries.length > 0 && (
        <Figure
          id="world-caption"
          caption="The world: the more a country stands out, the more companies have their headquarters there. A number beside a country has a line to it."
          table={<PlaceTable name="Country" marks={countries} />}
        >
          <PlaceMap atlas="world" title="Headquarters in the world" marks={countries} codeOf={({ value }) => value} />
        </Figure>
      )}
      <ul className="name-list">
        {countries.map(({ value, label, url, count: companies }) => (
          <li key={value}>
            <a href={url}>{label}</a> <span>{count(companies)}</span>
          </li>
        ))}
      </ul>
      {unknown && (
        <p className="sheet-note">
          Of <a href={unknown.url}>{counted(unknown.count, ...ENTRY_WORDS.organizations)}</a> the headquarters are not known.
        </p>
      )}
    </>
  )
}

function usCaption(home: string, regions: readonly PlaceMark[], withoutRegion: number): string {
  const atlas = readAtlas('us')
  const undrawn = regions.filter(({ label }) => shapeOf(atlas, label) === undefined).map((mark) => `${mark.label} (${count(mark.count)})`)
  return [
    `${home}: the more a state stands out, the more companies have their headquarters there.`,
    withoutRegion > 0 && `Of ${count(withoutRegion)} more the state is not known.`,
    undrawn.length > 0 && `Not on this map: ${undrawn.join(', ')}.`,
  ]
    .filter(Boolean)
    .join(' ')
}

function PlaceTable({ name, marks }: { name: string; marks: readonly PlaceMark[] }) {
  return (
    <table className="sheet-table">
      <caption className="sr-only">Companies by {name.toLowerCase()}</caption>
      <thead>
        <tr>
          <th scope="col">{name}</th>
          <th scope="col" data-numeric>
            Companies
          </th>
        </tr>
      </thead>
      <tbody>
        {marks.map(({ value, label, url, count: companies }) => (
          <tr key={value}>
            <th scope="row">
              <a href={url}>{label}</a>
            </th>
            <td data-numeric>{count(companies)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
