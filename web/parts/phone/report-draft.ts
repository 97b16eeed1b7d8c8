import type { Point } from '../../../kernel/facts.ts'
import type { Json } from '../../../kernel/words.ts'
import type { RegionRef } from '../../../server/wire.ts'
import { fileIds, type Photo } from './photo.ts'

/** What a report holds while it is written, in either phone door. */
export type ReportValues = {
  readonly text: string
  readonly photos: readonly Photo[]
  readonly place: RegionRef | null
  /** The village offered was taken out by hand, and is not offered again. */
  readonly placeCleared: boolean
  readonly spot: string
  readonly point: Point | null
  readonly category: string
  readonly anonymous: boolean
  readonly contactName: string
  readonly contactPhone: string
}

export const blankReport = (): ReportValues => ({
  text: '', photos: [], place: null, placeCleared: false, spot: '', point: null, category: '', anonymous: false, contactName: '', contactPhone: '',
})

/** The input of the step `report`; what was left empty is left out. `place` is what is preselected where none was chosen. */
export const reportInput = (values: ReportValues, place: RegionRef | null): { readonly [fact: string]: Json } => {
  const files = fileIds(values.photos)
  const given: { readonly [fact: string]: Json | undefined } = {
    text: values.text, place: place?.code, category: values.category, spot: values.spot, point: values.point ?? undefined,
    photos: files.length > 0 ? files : undefined, anonymous: values.anonymous || undefined,
    contactName: values.contactName, contactPhone: values.contactPhone,
  }
  return Object.fromEntries(Object.entries(given).filter((pair): pair is [string, Json] => pair[1] !== undefined && pair[1] !== '' && pair[1] !== null))
}
