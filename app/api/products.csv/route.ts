import { exporting, exportingForm } from '../exporting'

export const GET = exporting('products')
export const POST = exportingForm('products')
