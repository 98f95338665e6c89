'use client'
/** The filters of a picture: links that load it anew, with the words that came with the page. */
import type { Question } from '@/db/question'
import type { Facets } from '@/db/search/engine'
import { FacetRail } from '../components/FacetRail'
import type { Place } from '../components/place'
import { readWording, type WordingData } from '../components/wording'

interface PictureRailProps {
  place: Place
  question: Question
  facets: Facets
  wording: WordingData
}

export const PictureRail = ({ wording, ...props }: PictureRailProps) => (
  <FacetRail {...props} wording={readWording(wording, props.facets)} />
)
