/** An export as it is asked for in a terminal. */
import { printQuestion, type Question } from '@/db/question'

/** The command line that writes the same file as the address of an export, for a POSIX shell. */
export function exportCommand(question: Question): string {
  const options = [...printQuestion(question, 'export')].map(([name, value]) => (name === 'bom' ? '--bom' : `--${name}=${quoted(value)}`))
  const products = question.collection === 'products' ? ['--products'] : []
  return ['npm run -s export --', ...products, ...options, `> ${question.collection}.csv`].join(' ')
}

/** A word that no shell takes apart: nothing but its own quote means anything between single quotes. */
const quoted = (text: string) => (/^[\w./,@%+=:-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`)
