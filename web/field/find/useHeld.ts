import { useEffect, useState } from 'react'
import { canKeep } from '../outbox/base.ts'
import { readHeld, type Held } from '../outbox/held.ts'

/** What this phone holds, opened for as long as the page stands; nothing until it is open. */
export const useHeld = (): Held | undefined => {
  const [held, setHeld] = useState<Held>()
  useEffect(() => {
    let gone = false
    const none: Held = { matters: [], households: [] }
    void (canKeep() ? readHeld() : Promise.resolve(none)).catch(() => none).then(found => { if (!gone) setHeld(found) })
    return () => { gone = true }
  }, [])
  return held
}
