/** A page that draws the companies of a question: the filters at the left as beside the table, the picture, and the other pictures of the same. */
import type { ReactNode } from 'react'
import { Chips } from '@/app/components/Chips'
import { counted } from '@/app/components/format'
import { RAIL_ID } from '@/app/components/ids'
import { Mistakes } from '@/app/components/Mistakes'
import { address, chosenFilters, ORGANIZATIONS, queryPairs, type SearchParams, tryReadQuestion } from '@/app/components/place'
import { wordingData } from '@/app/components/wording'
import { ENTRY_WORDS } from '@/app/components/words'
import { directory } from '@/db/directory'
import type { Question } from '@/db/question'
import { PictureRail } from './PictureRail'
import { PICTURES, type Picture, picturePlace } from './pictures'

interface PicturePageProps {
  path: Picture['path']
  title: string
  lead: ReactNode
  params: SearchParams
  draw: (question: Question) => Promise<ReactNode>
  /** What stands below the picture whatever is asked. */
  children?: ReactNode
}

const PICTURE_ID = 'picture'

export async function PicturePage({ path, title, lead, params, draw, children }: PicturePageProps) {
  const vocabulary = directory().vocabulary()
  const place = picturePlace({ path })
  const { question, mistakes } = tryReadQuestion(place, queryPairs(params), vocabulary)
  if (!question) return <Mistakes {...{ place, params, mistakes }} wording={vocabulary} />
  const { total, facets } = await directory().engine.search({ ...question, page: 1, size: 1 })
  const filters = chosenFilters(place, question).length
  return (
    <div className="answer">
      <a href={`#${PICTURE_ID}`} className="skip-link">
        Skip the filters
      </a>
      <PictureRail {...{ place, question, facets }} wording={wordingData(vocabulary, 'organizations')} />
      <div id={PICTURE_ID} tabIndex={-1} className="results picture">
        <header className="picture-head">
          <h1>{title}</h1>
          <p className="sheet-lead">{lead}</p>
          <nav aria-label="Pictures" className="picture-rooms">
            {PICTURES.map((picture) => (
              <a
                key={picture.path}
                href={address(picturePlace(picture), question)}
                aria-current={picture.path === path ? 'page' : undefined}
              >
                {picture.name}
              </a>
            ))}
          </nav>
          <div className="picture-asked">
            <button type="button" popoverTarget={RAIL_ID} className="rail-opener button-plain">
              Filters{filters > 0 && ` (${filters})`}
            </button>
            <a href={address(ORGANIZATIONS, question)} className="text-link">
              {counted(total, ...ENTRY_WORDS.organizations)}
            </a>
            <Chips {...{ place, question }} wording={vocabulary} />
          </div>
        </header>
        {total === 0 ? <p className="sheet-note">No company matches, so that there is nothing to draw.</p> : await draw(question)}
        {children}
      </div>
    </div>
  )
}
