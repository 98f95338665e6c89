/** The process that writes while another measures: makes each rename that its parent sends and answers with the moment of the commit. */
import { openRenames } from '@/db/bench/renames'
import { now } from './now'

export interface Rename {
  count: number
  word: string
}

const [, , folder] = process.argv
if (folder === undefined || !process.send) throw new Error('No folder, or nobody to tell.')
const renames = openRenames(folder)
process.on('message', (message: Rename | 'end') => {
  if (message === 'end') {
    renames.close()
    process.disconnect()
    return
  }
  renames.rename(message.count, message.word)
  process.send?.(now())
})
