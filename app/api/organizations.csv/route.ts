import { exporting, exportingForm } from '../exporting'

export const GET = exporting('organizations')
export const POST = exportingForm('organizations')
