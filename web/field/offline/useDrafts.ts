import { useEffect } from 'react'
import { canKeep } from '../outbox/base.ts'
import { openDrafts, shutDrafts, useOpenFor } from '../outbox/drafts.ts'
import type { LockState } from './useLock.ts'

/** Whether the forms that this account has begun are open, so that its pages may be shown. They close with the PIN. */
export const useDrafts = (account: string | undefined, lock: LockState): boolean => {
  const openFor = useOpenFor()
  useEffect(() => {
    if (account === undefined || !canKeep() || lock === 'looking') return
    if (lock === 'locked') shutDrafts()
    else void openDrafts(account)
  }, [account, lock])
  return account === undefined || !canKeep() || openFor === account
}
