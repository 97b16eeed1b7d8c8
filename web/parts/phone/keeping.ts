import { createContext } from 'react'

/**
 * Where a door's pictures wait. Without one they are kept as they are and sent while the rest is typed; a door for places without a signal keeps them sealed
 * and sends them with their act. Rejects with `Refused` where there is no room.
 */
export type Keeping = {
  readonly keep: (id: string, name: string, picture: Blob, original: Blob) => Promise<void>
  readonly show: (id: string) => Promise<Blob | undefined>
  readonly drop: (id: string) => Promise<void>
}

export const KeepingContext = createContext<Keeping | undefined>(undefined)
