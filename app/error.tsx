'use client'
import { useRouter } from 'next/navigation'
import { startTransition } from 'react'
import { Failure, type FailureProps } from './missing/failure'

/** What a page shows when reading its data failed; trying again asks the server anew. */
export default function ErrorPage({ error, reset }: FailureProps) {
  const router = useRouter()
  const tryAgain = () =>
    startTransition(() => {
      router.refresh()
      reset()
    })
  return <Failure error={error} reset={tryAgain} />
}
