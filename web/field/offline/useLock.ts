import { useCallback, useEffect, useState } from 'react'
import { canKeep } from '../outbox/base.ts'
import { inUse } from '../outbox/idle.ts'
import { expectReload, receive } from '../outbox/pass-on.ts'
import { isTooOld, lockNow, lockOf, openedNow, wipe } from '../outbox/pin.ts'
import { onChange } from '../outbox/signal.ts'

/** Whether a PIN stands before what was read here, and whether it was entered. `none`: nothing is held; `unable`: this browser can't. */
export type LockState = 'looking' | 'unable' | 'none' | 'locked' | 'open'

/** A copy that heard nothing for two weeks is gone the moment it is looked at. */
const stateNow = async (): Promise<LockState> => {
  if (!canKeep()) return 'unable'
  const lock = await lockOf()
  if (!lock) {
    lockNow()
    return 'none'
  }
  if (await isTooOld()) {
    await wipe()
    return 'none'
  }
  if (openedNow()?.copy === lock.copy) {
    expectReload()
    return 'open'
  }
  lockNow()
  receiving ??= receive(lock.copy).finally(() => { receiving = undefined })
  if (!await receiving) return 'locked'
  inUse()
  return 'open'
}

/** Many who look at once ask once. */
let receiving: Promise<boolean> | undefined

export const useLock = (): { readonly lock: LockState; readonly look: () => void } => {
  const [lock, setLock] = useState<LockState>('looking')
  const look = useCallback(() => { void stateNow().catch((): LockState => 'unable').then(setLock) }, [])
  useEffect(() => {
    look()
    return onChange(look)
  }, [look])
  return { lock, look }
}
