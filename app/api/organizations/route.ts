import { searching } from '../searching'

export const GET = searching('organizations')
