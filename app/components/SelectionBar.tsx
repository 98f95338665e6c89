/** The bar at the foot that appears with the first ticked row (the style sheet sees to that): how many, and what to do with them. */
import { printQuestion, type Question } from '@/db/question'
import { SELECTION_ID } from './AnswerTable'
import { exportPath } from './place'

export function SelectionBar({ question }: { question: Question }) {
  return (
    <form id={SELECTION_ID} action={exportPath(question.collection)} className="selection-bar">
      {[...printQuestion(question, 'export')].map(([name, value]) => (
        <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
      ))}
      <p className="selection-count" />
      <button type="submit" className="button-main">
        Export selected
      </button>
      <button type="reset" className="button-plain">
        Clear selection
      </button>
    </form>
  )
}
