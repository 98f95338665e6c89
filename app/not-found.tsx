import type { Metadata } from 'next'
import { NotHere } from './missing/not-here'

export const metadata: Metadata = { title: 'Not found' }

export default function NotFound() {
  return <NotHere title="There is no page at this address" />
}
