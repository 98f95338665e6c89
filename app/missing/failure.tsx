'use client'
/** An error as an error: that something failed, what that means for what was asked, what to do, and a way to try again. */
import { FAILED, MEANS, TERMINAL } from './failure-words'

export interface FailureProps {
  error: Error & { digest?: string }
  reset: () => void
}

export function Failure({ error, reset }: FailureProps) {
  return (
    <div className="mx-auto w-full max-w-[44rem] px-4 pt-12 pb-16">
      <p className="text-ink-3 text-s">Error</p>
      <h1 className="mt-1 font-semibold font-serif text-title leading-tight">{FAILED}</h1>
      <p className="mt-3 text-ink-2">{MEANS}</p>
      <p className="mt-3 text-ink-2">
        {TERMINAL}
        {error.digest !== undefined && (
          <>
            , under the number <code className="tabular-nums">{error.digest}</code>
          </>
        )}
        .
      </p>
      <button type="button" onClick={reset} className="button-main mt-6">
        Try again
      </button>
    </div>
  )
}
