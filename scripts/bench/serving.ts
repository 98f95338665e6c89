/** The built app over a synthetic directory, for as long as something is asked of it. */
import { Problem } from '@/db/problem'
import { settlePort, shownUrl, startServer, untilAnswering, warmUp } from '../server'

/** @param ask Gets the address of the app. @throws {Problem} when the server does not start. */
export async function serving<Answer>(folder: string, ask: (base: string) => Promise<Answer>): Promise<Answer> {
  process.env.DATA_DIR = folder
  const address = await settlePort({ host: '127.0.0.1', port: 0 })
  const server = startServer(address, false)
  try {
    if (!(await untilAnswering(server, address))) throw new Problem('The server did not start.', 'The lines above say why.')
    // As a start leaves it.
    await warmUp(address)
    return await ask(shownUrl(address))
  } finally {
    server.stop()
    await server.ended
  }
}
