import { useContext, useEffect, useRef, useState } from 'react'
import type { Problem } from '../../../server/wire.ts'
import { problemOf, Refused } from '../api.ts'
import { actId } from './act-id.ts'
import { dropBlob, keepBlob } from './blobs.ts'
import { pictureFacts } from './exif.ts'
import { KeepingContext } from './keeping.ts'
import { arrived, type Photo } from './photo.ts'
import { sendPhoto } from './send-photo.ts'
import { shrink } from './shrink.ts'

export type ChangePhotos = (next: (before: readonly Photo[]) => readonly Photo[]) => void

/** How a picture on its way stands: the share sent, or what went wrong; `lost` where this phone no longer has it. */
export type Way = { readonly share?: number; readonly problem?: Problem; readonly lost?: true }

type Options = { readonly photos: readonly Photo[]; readonly change: ChangePhotos; readonly max: number; readonly ready: boolean }

/** Takes pictures in, makes them small and without metadata, and sends them one after another as soon as `ready` (somebody is signed in). */
export const usePhotos = ({ photos, change, max, ready }: Options) => {
  const [ways, setWays] = useState<Readonly<Record<string, Way>>>({})
  const [unreadable, setUnreadable] = useState(false)
  const [noRoom, setNoRoom] = useState<Problem>()
  const keeping = useContext(KeepingContext)
  const busy = useRef(false)
  const tell = (key: string, way: Way): void => setWays(before => ({ ...before, [key]: way }))

  const begin = (): void => {
    setUnreadable(false)
    setNoRoom(undefined)
  }

  const take = async (file: File, name: string, readied: () => Promise<Blob>): Promise<void> => {
    const key = actId()
    const picture = file.type.startsWith('image/')
    try {
      const kept = await readied()
      if (keeping) await keeping.keep(key, name, kept, file)
      else await keepBlob(key, kept)
      const { point } = keeping && picture ? pictureFacts(await file.arrayBuffer()) : {}
      change(before => [...before, { key, picture, name, ...(keeping && { file: key, held: true as const }), ...(point && { point }) }])
    } catch (error) {
      if (error instanceof Refused) setNoRoom(error.problem)
      else setUnreadable(true)
    }
  }

  const add = async (files: readonly File[]): Promise<void> => {
    begin()
    for (const file of files.slice(0, Math.max(0, max - photos.length))) {
      const picture = file.type.startsWith('image/')
      await take(file, picture ? file.name.replace(/\.[^.]*$/, '') + '.jpg' : file.name, async () => (picture ? shrink(file) : file))
    }
  }

  /** A picture drawn here: small, and with nothing of the device in it. */
  const addDrawn = async (file: File): Promise<void> => {
    begin()
    await take(file, file.name, async () => file)
  }

  const next = ready ? photos.find(photo => !arrived(photo, new Date()) && ways[photo.key] === undefined) : undefined
  useEffect(() => {
    if (next === undefined || busy.current) return
    busy.current = true
    const { key, name } = next
    const go = async (): Promise<void> => {
      tell(key, { share: 0 })
      try {
        const file = await sendPhoto(key, name, share => tell(key, { share }))
        if (file === undefined) {
          tell(key, { lost: true })
          return
        }
        change(before => before.map(photo => (photo.key === key ? { ...photo, file: file.id, sent: new Date().toISOString() } : photo)))
        tell(key, { share: 1 })
      } catch (error) {
        tell(key, { problem: problemOf(error) })
      }
    }
    void go().finally(() => {
      busy.current = false
      // Wakes the effect for the next picture.
      setWays(before => ({ ...before }))
    })
  })

  return {
    ways,
    add,
    addDrawn,
    unreadable,
    noRoom,
    again: (key: string): void => setWays(({ [key]: _, ...rest }) => rest),
    remove: (key: string): void => {
      change(before => before.filter(photo => photo.key !== key))
      void (keeping ? keeping.drop(key) : dropBlob(key))
    },
  }
}
