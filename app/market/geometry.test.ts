import { describe, expect, it } from 'vitest'
import { directory } from '@/db/directory'
import { readPlaces } from '@/db/market/places'
import { parseQuestion } from '@/db/question'
import { servePack } from '../api/doors.test-helper'
import { readAtlas, shapeOf } from './geometry'
import { GET } from './geometry/[atlas]/route'

servePack()

const shapes = (atlas: string) => GET(new Request('http://localhost'), { params: Promise.resolve({ atlas }) })

describe('the maps', () => {
  it('have every state and country that a company of the pack is in', async () => {
    const here = directory()
    const { countries, regions } = await readPlaces(here, parseQuestion('organizations', [], here.vocabulary()))
    expect(regions.length).toBeGreaterThan(30)
    for (const { label } of regions) expect(shapeOf(readAtlas('us'), label)?.path, label).toMatch(/^M/)
    for (const { label, value } of countries) expect(shapeOf(readAtlas('world'), label, value), label).toBeDefined()
  })

  it('know each state of the vocabulary, and leave out what is no state', () => {
    const states = directory()
      .vocabulary()
      .terms('region')
      .filter(({ parent }) => parent === 'US')
    const missing = states.filter(({ label }) => shapeOf(readAtlas('us'), label) === undefined).map(({ label }) => label)
    expect(missing).toEqual(['Puerto Rico'])
  })

  it('have the middle of a country in its largest part, whatever it has overseas', () => {
    const [france, spain, germany] = ['France', 'Spain', 'Germany'].map((name) => shapeOf(readAtlas('world'), name))
    if (!france || !spain || !germany) throw new Error('A country is not on the map')
    expect(france.x > spain.x && france.x < germany.x && france.y < spain.y && france.y > germany.y).toBe(true)
  })

  it('are drawn within their frame', () => {
    for (const name of ['us', 'world'] as const) {
      const { width, height, shapes } = readAtlas(name)
      for (const { x, y, path, name } of shapes.filter((shape) => shape.path !== null)) {
        expect(path, name).not.toContain('NaN')
        expect(x >= 0 && x <= width && y >= 0 && y <= height, name).toBe(true)
      }
    }
  })

  it('are served as pictures with a shape for each id', async () => {
    for (const name of ['us', 'world'] as const) {
      const response = await shapes(`${name}.svg`)
      expect(response.headers.get('Content-Type')).toBe('image/svg+xml')
      const svg = await response.text()
      for (const { id, path } of readAtlas(name).shapes) expect(svg.includes(`<path id="${id}"`), id).toBe(path !== null)
    }
    expect((await shapes('moon.svg')).status).toBe(404)
  })
})
