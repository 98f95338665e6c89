'use client'
import './globals.css'
import { Failure, type FailureProps } from './missing/failure'

/** What stands in place of everything when the layout itself failed. */
export default function GlobalErrorPage({ error }: FailureProps) {
  return (
    <html lang="en">
      <body>
        <title>Error · Tierbook</title>
        <main>
          <Failure error={error} reset={() => window.location.reload()} />
        </main>
      </body>
    </html>
  )
}
