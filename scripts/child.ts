/** Running another program: its end is awaited, and a signal to stop this one is passed on to it. */
import { type SpawnOptions, spawn } from 'node:child_process'
import type { Readable } from 'node:stream'

const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
const PATIENCE_MS = 5_000

type Options = Omit<SpawnOptions, 'env'> & {
  /** Added to the environment of this process. */
  env?: Record<string, string>
}

export interface Ended {
  /** The exit code; 1 where a signal ended it. */
  code: number
  /** Whether it ended because it was told to stop. */
  stopped: boolean
}

export interface Child {
  ended: Promise<Ended>
  /** What it prints, where `options` ask for a pipe. */
  stdout: Readable | null
  /** Tell it to stop, and make it stop if it does not. */
  stop(): void
}

/** The file of Next's own command. */
export const NEXT = 'node_modules/next/dist/bin/next'

/** Start a Node program with this process's Node; see `startProgram`. */
export function startNode(args: readonly string[], options?: Options): Child {
  return startProgram(process.execPath, args, options)
}

/**
 * Start a program in this process's environment, with Next's telemetry switched off.
 * @param options As of `spawn`; output goes to this terminal unless they say otherwise.
 */
export function startProgram(file: string, args: readonly string[], options: Options = {}): Child {
  const child = spawn(file, args, {
    stdio: 'inherit',
    ...options,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...options.env },
  })
  let stopped = false
  const stop = () => {
    if (stopped) return
    stopped = true
    child.kill('SIGTERM')
    setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS).unref()
  }
  for (const signal of STOP_SIGNALS) process.on(signal, stop)
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code: code ?? 1, stopped }))
  }).finally(() => {
    for (const signal of STOP_SIGNALS) process.off(signal, stop)
  })
  return { ended, stdout: child.stdout, stop }
}
