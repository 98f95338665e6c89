/** The pieces that the schemas of all content files are made of. */
import { z } from 'zod'

/** The id under which a product cites the report's table of contents; it needs no entry among the sources. */
export const REPORT_SOURCE = 'report'

export const text = z.string().regex(/\S/, 'is empty')
export const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not lower-case letters and digits joined by hyphens')
export const year = z.int().min(1000).max(2999)
export const webAddress = z.string().regex(/^https?:\/\/\S+$/, 'is not an address that starts with http:// or https://')
export const currency = z.string().regex(/^[A-Z]{3}$/, 'is not an ISO 4217 code of three capital letters')
export const sourceId = z.string().regex(/^[A-Za-z0-9_-]+$/, 'is not an id of letters, digits, hyphens and underscores')

/** YYYY, YYYY-MM or YYYY-MM-DD, and a day that exists. */
export const date = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, { error: 'is not YYYY, YYYY-MM or YYYY-MM-DD', abort: true })
  .refine(exists, 'is no day of the calendar')

function exists(day: string): boolean {
  const time = Date.parse(day)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day)
}

/** A mapping of source ids to the pages that were read. */
export const sources = z.record(
  sourceId,
  z.strictObject({ url: webAddress, title: text, publisher: text.exactOptional(), date: date.exactOptional() }),
)

/** One of the ids that the taxonomy has; the message of a wrong one names the closest. */
export const oneOf = (ids: readonly string[]) => z.enum([...ids])

/** A list in which nothing stands twice. */
export const distinct = <Item extends z.ZodType>(item: Item) =>
  z.array(item).superRefine((items, context) => {
    items.forEach((value, index) => {
      if (items.indexOf(value) < index) context.addIssue({ code: 'custom', path: [index], input: value, message: 'stands here twice' })
    })
  })

/** A refinement that looks at what is there even where other parts of the value are wrong, so that one run finds every mistake. */
export const always = { when: () => true }
