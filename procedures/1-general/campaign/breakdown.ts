import { legalDay } from '../../../kernel/calendar.ts'
import type { Effect } from '../../../kernel/effect.ts'
import { reference, region, rows, text } from '../../../kernel/facts.ts'
import type { ValueOf } from '../../../kernel/fact.ts'
import { refuse, type Fault, type Refusal } from '../../../kernel/refusal.ts'
import { isWithin } from '../../../kernel/region.ts'
import { words, type JsonObject } from '../../../kernel/words.ts'
import { conditionColumns } from '../../3-governance/commission/facts.ts'

/** What each village assists with in a campaign: an item of the list in force, and the conditions that come with it. */
export const breakdownFact = rows({
  village: region({ zh: '村（社区）', en: 'Village', class: 'public', levels: ['village'] }),
  item: reference('work-item', { zh: '清单事项', en: 'Item of the list', class: 'public' }),
  what: text({ zh: '协助做什么', en: 'What it assists with', class: 'public', max: 300 }),
}, { zh: '需村（社区）协助的', en: 'Where villages assist', class: 'public', max: 200, basis: ['23.2'], hint: words('每一行引用协助政府工作事项清单的一项；不在清单的由乡镇（街道）自行办理', 'Each row cites an item of the list; what is on none the township does itself') })

export const conditionsFact = rows(conditionColumns, { zh: '提供的工作条件', en: 'Working conditions provided', class: 'public', max: 20, basis: ['23.2'] })

export type Breakdown = ValueOf<typeof breakdownFact>

/** Rows that name places outside the township. */
export const strangers = (breakdown: Breakdown, township: string): Refusal | undefined => {
  const faults = breakdown.flatMap(({ village = '' }, row): readonly Fault[] => (isWithin(village, township) ? [] : [{ fact: 'breakdown', row, column: 'village', why: words('不在本乡镇（街道）', 'It does not lie in this township') }]))
  return faults.length === 0 ? undefined : refuse('bad-input', words('有内容需要修改', 'Some of what was given needs mending'), { faults })
}

type Of = { readonly title: string; readonly township: string; readonly from: string; readonly until: string; readonly now: Date; readonly conditions: ValueOf<typeof conditionsFact>; readonly underOrder: boolean }

/**
 * A commission of the township for each item and kind of work, to the villages named with it: judged by the gate in the same transaction, so that a plan with
 * one row that the list does not hold is refused as a whole. Under an emergency order it goes out at once.
 */
export const commissions = (breakdown: Breakdown, { title, township, from, until, now, conditions, underOrder }: Of): readonly Effect[] =>
  [...Map.groupBy(breakdown, ({ item = '', what = '' }) => `${item} ${what}`).values()].map(list => {
    const { item = '', what = '' } = list[0] ?? {}
    const today = legalDay(now)
    const input: JsonObject = {
      area: township, title: title.slice(0, 60), what, manner: 'task', item, places: [...new Set(list.map(({ village = '' }) => village))], from: from > today ? from : today, until,
      ...(conditions.length > 0 && { conditions }), ...(underOrder && { emergency: true }),
    }
    return { do: 'open', procedure: 'commission', step: 'propose', link: 'campaign-part', input }
  })
