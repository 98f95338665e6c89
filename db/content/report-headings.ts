/** report.yaml: every heading of the seed report's table of contents, in its order. */
import { z } from 'zod'
import { text } from './shapes'

const HEADING_KINDS = ['topic', 'supplier', 'product', 'subsection'] as const

export const reportSchema = z.array(
  z.strictObject({
    section: z.int().min(1),
    page: z.int().min(1),
    kind: z.enum(HEADING_KINDS),
    heading: text,
    supplier: text.exactOptional().meta({ description: 'The supplier heading that a product or subsection stands under.' }),
  }),
)

export type ReportHeading = z.infer<typeof reportSchema>[number]
