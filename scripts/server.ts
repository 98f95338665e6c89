/** The web server as a child process: a port to listen on, the start, and the moment from which it really answers. */
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { Problem } from '@/db/problem'
import { type Child, NEXT, startNode } from './child'

export interface Address {
  host: string
  port: number
}

const POLL_MS = 20

/** Node's own limit of 16 kB would cut the connection of who pastes a long text; this way the app can say what is wrong with it. */
const LONGEST_REQUEST_LINE = '--max-http-header-size=1048576'

/**
 * The address with its port settled: 0 becomes a free one.
 * @throws {Problem} when the port cannot be listened on.
 */
export function settlePort({ host, port }: Address): Promise<Address> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, { host, port })))
    probe.listen(port, host, () => {
      const address = probe.address()
      const settled = typeof address === 'object' && address !== null ? address.port : port
      probe.close(() => resolve({ host, port: settled }))
    })
  })
}

function explain(error: NodeJS.ErrnoException, { host, port }: Address): unknown {
  const options = { cause: error }
  switch (error.code) {
    case 'EADDRINUSE':
      return new Problem(
        `Port ${port} of ${host} is in use by another program.`,
        `Stop that program, or choose another port: PORT=${port === 65_535 ? port - 1 : port + 1} npm start`,
        options,
      )
    case 'EACCES':
      return new Problem(`This user may not listen on port ${port}.`, 'Choose a port from 1024 on with PORT.', options)
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new Problem(
        `“${host}” is no address of this machine.`,
        'Leave HOST out for this machine alone, or set it to 0.0.0.0 for every network.',
        options,
      )
    default:
      return error
  }
}

/**
 * Start Next on an address. In production its banner is held back; what it prints later is passed on.
 * Next calls the loopback `localhost` in what proxy.ts sees, and takes any other name for another server: so it is told that name, and
 * Node which of the addresses behind it is meant.
 */
export function startServer({ host, port }: Address, dev: boolean): Child {
  const hostname = host === '127.0.0.1' ? 'localhost' : host
  return startNode(
    ['--dns-result-order=ipv4first', LONGEST_REQUEST_LINE, NEXT, dev ? 'dev' : 'start', '--hostname', hostname, '--port', String(port)],
    {
      stdio: ['inherit', dev ? 'inherit' : 'pipe', 'inherit'],
    },
  )
}

/**
 * Wait until the server answers its health check.
 * @returns Whether it does; false when it ended before, which has then been told by itself.
 * @throws {Problem} when it answers that it is not well; it has then been stopped.
 */
export async function untilAnswering(server: Child, address: Address): Promise<boolean> {
  const heldBack: Buffer[] = []
  server.stdout?.on('data', (chunk: Buffer) => heldBack.push(chunk))
  let ended = false
  server.ended.finally(() => {
    ended = true
  })
  while (!ended) {
    const answer = await fetch(`${reachedUrl(address)}/api/health`).catch(() => undefined)
    if (answer?.ok) {
      server.stdout?.removeAllListeners('data').pipe(process.stdout)
      return true
    }
    if (answer) {
      server.stop()
      await server.ended
      throw new Problem(`The server started, but its health check answers ${answer.status}.`, 'The lines above say why.')
    }
    await sleep(POLL_MS)
  }
  process.stdout.write(Buffer.concat(heldBack))
  return false
}

/** For so long a server is warmed up at most: a large directory answers a few dozen questions in that time. */
const WARM_MS = 1_000
const LETTERS = 'etaoinshrdlucmfwypvbgkjqxz'

/**
 * Ask a server that has just started what people type first: until its code has run a few dozen times it is not compiled, and the first keys of
 * a day take half as long again (docs/performance.md). Whoever asks meanwhile waits for one of these questions at most.
 * @returns when it is done. A server that stops answering ends it; that is told where its end is waited for.
 */
export async function warmUp(address: Address): Promise<void> {
  const until = performance.now() + WARM_MS
  const texts = [...LETTERS].flatMap((letter) => [letter, `${letter}e`, `${letter}o`])
  for (const text of texts) {
    if (performance.now() > until) return
    const answer = await fetch(`${reachedUrl(address)}/api/organizations?q=${text}`).catch(() => undefined)
    if (!answer?.ok) return
    await answer.arrayBuffer()
  }
}

/** Where this machine reaches the server; an address of all networks is reached through the loopback. */
function reachedUrl({ host, port }: Address): string {
  const reached = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host
  return `http://${reached.includes(':') ? `[${reached}]` : reached}:${port}`
}

/** What a person opens. */
export function shownUrl(address: Address): string {
  const local = ['127.0.0.1', 'localhost', '::1', '0.0.0.0', '::'].includes(address.host)
  return local ? `http://localhost:${address.port}` : reachedUrl(address)
}
