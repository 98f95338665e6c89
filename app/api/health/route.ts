import { directory } from '@/db/directory'
import packageJson from '@/package.json'
import { answering, json } from '../answering'

export const GET = answering(async (_request: Request) => {
  const { organizations, products, ...rest } = await directory().engine.status()
  return json({ status: 'ok', version: packageJson.version, counts: { organizations, products }, ...rest })
})
