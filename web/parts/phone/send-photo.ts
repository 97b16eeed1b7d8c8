import type { FileRef } from '../../../server/wire.ts'
import { upload } from '../api.ts'
import * as paths from '../paths.ts'
import { takeBlob } from './blobs.ts'

/** Pictures on their way: one that is being sent when the page changes is not sent twice. */
const underway = new Map<string, Promise<FileRef | undefined>>()

/** Sends a kept picture; `undefined` where this phone no longer has it. Rejects with what the server answered. */
export const sendPhoto = (key: string, name: string, progress: (share: number) => void): Promise<FileRef | undefined> => {
  const before = underway.get(key)
  if (before) return before
  const go = async (): Promise<FileRef | undefined> => {
    const blob = await takeBlob(key)
    return blob && upload(paths.files(), blob, name, progress)
  }
  const sending = go().finally(() => underway.delete(key))
  underway.set(key, sending)
  return sending
}
