/** A Tierbook of a test's own, started as a person starts it. */
import { spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'

/** Start the app on a data folder and a free port; it prints its address once it answers. */
export function start(dataFolder: string) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/start.ts'], {
    env: { ...process.env, DATA_DIR: dataFolder, CONTENT_DIR: '', HOST: '127.0.0.1', PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  return {
    ended,
    output: () => output,
    stop: (signal: NodeJS.Signals) => child.kill(signal),
    async url(): Promise<string> {
      while (child.exitCode === null) {
        const [url] = /http:\/\/localhost:\d+/.exec(output) ?? []
        if (url) return url
        await sleep(50)
      }
      throw new Error(`It ended before it answered: ${output}`)
    },
  }
}
