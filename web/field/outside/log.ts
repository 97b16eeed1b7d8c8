import type { Json } from '../../../kernel/words.ts'
import { fileIds, type Photo } from '../../parts/phone/photo.ts'

/** An order as it is being logged. `office`: a code, or `other` where it is in no list. */
export type Log = {
  readonly photos: readonly Photo[]
  readonly office: string
  readonly asker: string
  readonly what: string
  readonly channel: string
  readonly manner: string
  readonly came: string
  readonly wanted: string
  readonly minutes: string
}

export const blankLog = (): Log => ({ photos: [], office: '', asker: '', what: '', channel: '', manner: '', came: '', wanted: '', minutes: '' })

export const other = 'other'

/** The input of the step `log`; what was left empty is left out. */
export const logInput = ({ photos, office, asker, minutes, ...rest }: Log, village: string): { readonly [fact: string]: Json } => {
  const files = fileIds(photos)
  const given: { readonly [fact: string]: Json } = {
    village, ...(files.length > 0 && { photos: files }), ...(office === other ? { asker } : { office }), ...rest, ...(minutes !== '' && { minutes: /^\d+$/.test(minutes) ? Number(minutes) : minutes }),
  }
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''))
}

/** Enough to be sent: who, what and how, and every photo has arrived. */
export const isReady = ({ photos, office, asker, what, channel }: Log): boolean =>
  (office === other ? asker.trim().length >= 2 : office !== '') && what.trim().length >= 2 && channel !== '' && photos.every(photo => photo.file !== undefined)
