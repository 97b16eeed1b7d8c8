import { useCallback, useEffect, useState } from 'react'
import { canKeep } from '../outbox/base.ts'
import { isUnlocked, lasts, lockOf, wipe } from '../outbox/pin.ts'
import { onChange } from '../outbox/signal.ts'

/** Whether a PIN stands before what was read here, and whether it was entered. `none`: nothing is held; `unable`: this browser can't. */
export type LockState = 'looking' | 'unable' | 'none' | 'locked' | 'open'

/** A copy that heard nothing for two weeks is gone the moment it is looked at. */
const stateNow = async (): Promise<LockState> => {
  if (!canKeep()) return 'unable'
  const lock = await lockOf()
  if (!lock) return 'none'
  if (Date.now() - lock.synced > lasts) {
    await wipe()
    return 'none'
  }
  return isUnlocked() ? 'open' : 'locked'
}

export const useLock = (): { readonly lock: LockState; readonly look: () => void } => {
  const [lock, setLock] = useState<LockState>('looking')
  const look = useCallback(() => { void stateNow().catch((): LockState => 'unable').then(setLock) }, [])
  useEffect(() => {
    look()
    return onChange(look)
  }, [look])
  return { lock, look }
}
