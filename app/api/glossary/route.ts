import { directory } from '@/db/directory'
import { readGlossary } from '@/db/market/glossary'
import { answering, json } from '../answering'

/** `GET /api/glossary`: every term that is explained. */
export const GET = answering(async () => json({ glossary: await readGlossary(directory()) }))
