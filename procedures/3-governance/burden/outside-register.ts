import { daysAfter, legalDay } from '../../../kernel/calendar.ts'
import type { Law } from '../../../kernel/clock.ts'
import type { Effect } from '../../../kernel/effect.ts'
import type { Matter } from '../../../kernel/matter.ts'
import { officeCode, regionOfOffice, type OfficeCode } from '../../../kernel/post.ts'
import { faultAt, type Refusal } from '../../../kernel/refusal.ts'
import { ancestor, isWithin } from '../../../kernel/region.ts'
import type { ValuesOf } from '../../../kernel/fact.ts'
import { manners } from '../commission/facts.ts'
import { channels, type outsideFacts } from './outside-facts.ts'

type Facts = typeof outsideFacts
type Given = ValuesOf<Facts>

/** The community of a place inside it. */
export const communityOf = (place: string): string => ancestor(place, 'village') ?? place
export const committeeOf = (place: string): OfficeCode => officeCode(communityOf(place), 'committee')

/** The order's row in the register of given work. Its title is made of choices alone: it is read by everyone. */
export const enters = (matter: Matter<Facts>, given: Given, now: Date): Effect => {
  const came = given.came ?? legalDay(now)
  const manner = given.manner ?? 'task'
  return {
    do: 'record', register: 'outside-order',
    row: {
      county: matter.county, matter: matter.id, community: communityOf(matter.region), issuer: given.office ?? '', form: manner,
      title: `平台外派单：${manners[manner].zh}（${given.channel === undefined ? '' : channels[given.channel].zh}）`,
      since: came, until: given.wanted ?? came, minutes: given.minutes ?? 0, state: given.office === undefined ? 'kept' : 'asked', open: true,
    },
  }
}

/** What has become of it, in the same row. */
export const becomes = (matter: Matter<Facts>, state: string, more: { readonly open?: boolean; readonly issuer?: OfficeCode } = {}): Effect => ({
  do: 'record', register: 'outside-order', row: { county: matter.county, matter: matter.id, state, open: more.open ?? true, ...(more.issuer !== undefined && { issuer: more.issuer }) },
})

/** Says no to days that can't be: it came today or not long ago, and is wanted on that day or later. */
export const daysFault = ({ came, wanted }: Given, law: Law, now: Date): Refusal | undefined => {
  const today = legalDay(now)
  const back = Number(law.figure('outside.back', today).value)
  if (came !== undefined && (came > today || came < daysAfter(today, -back))) return faultAt('came', `应为最近 ${back} 天内的日期（平台规则）`, `It must lie within the last ${back} days (a product rule)`)
  const first = came ?? today
  return wanted !== undefined && (wanted < first || wanted > daysAfter(first, 366)) ? faultAt('wanted', '应在来单当天或以后一年内', 'It must be the day it came or within a year after') : undefined
}

/** Orders come from an office above the community, never from itself or one elsewhere. */
export const officeFault = (office: OfficeCode | undefined, place: string): Refusal | undefined =>
  office === undefined || (office !== committeeOf(place) && isWithin(communityOf(place), regionOfOffice(office))) ? undefined
    : faultAt('office', '请选择本村（社区）以外、管辖本地的单位', 'Choose an office above this community')
