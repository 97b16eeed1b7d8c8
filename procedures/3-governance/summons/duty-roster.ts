import { daysAfter, legalDay } from '../../../kernel/calendar.ts'
import type { Effect } from '../../../kernel/effect.ts'
import { account, instant, office, region, rows, text } from '../../../kernel/facts.ts'
import { regionOfOffice } from '../../../kernel/post.ts'
import { need, procedure, type Context } from '../../../kernel/procedure.ts'
import { faultAt, refuse, type Refusal } from '../../../kernel/refusal.ts'
import { anyPost, holder, theClock } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'

const columns = {
  from: instant({ zh: '开始', en: 'From', class: 'public' }),
  until: instant({ zh: '结束', en: 'Until', class: 'public' }),
  phone: text({ zh: '值班电话', en: 'Duty line', min: 3, max: 20 }),
  who: account({ zh: '值班人员', en: 'Who is told' }),
}

const facts = {
  office: office({ zh: '值班单位', en: 'Office', class: 'public', search: 'exact' }),
  place: region({ zh: '单位所在地', en: 'Its place', class: 'public', levels: ['city', 'county', 'township'] }),
  title: text({ zh: '值班表名称', en: 'Name of the roster', class: 'public', min: 2, max: 60, hint: words('如：6 月第 2 周值班表', 'Such as: second week of June') }),
  shifts: rows(columns, { zh: '班次', en: 'Shifts', max: 62, optional: ['who'], hint: words('填单位值班座机；值班人员选填，只用于夜间通知', 'The office’s own line; who is told at night may be left out') }),
}

const needs = { colleagues: need<readonly string[]>('working-in', c => ({ office: c.actor.office ?? null, at: c.now.toISOString() })) }
type Now = Context<typeof facts, typeof needs>

const mobile = /^(\+?86)?1[3-9]\d{9}$/
const line = /^[0-9+() -]{3,20}$/

/** Shifts follow one another in time, end within the rule, and name the office's own line and people. */
const faultIn = (c: Now): Refusal | undefined => {
  const { shifts = [] } = c.input
  const longest = Number(c.law.figure('duty-roster.longest', legalDay(c.now)).value)
  const last = daysAfter(legalDay(c.now), longest)
  const wrong = shifts.flatMap(({ from = '', until = '', phone = '', who }, row) => {
    const digits = phone.replaceAll(/[ ()-]/g, '')
    return [
      ...(until <= from ? [{ fact: 'shifts', row, column: 'until', why: words('须晚于开始', 'It must lie after the beginning') }] : []),
      ...(legalDay(new Date(until)) > last ? [{ fact: 'shifts', row, column: 'until', why: words(`最长 ${longest} 天，不晚于 ${last}`, `At most ${longest} days: ${last} at the latest`) }] : []),
      ...(mobile.test(digits) ? [{ fact: 'shifts', row, column: 'phone', why: words('请填单位值班座机，不填个人手机号（平台规则）', 'The office’s own line, nobody’s mobile (a product rule)') }]
        : line.test(phone) ? [] : [{ fact: 'shifts', row, column: 'phone', why: words('电话号码不正确', 'That is no phone number') }]),
      ...(who !== undefined && c.needs.colleagues?.includes(who) !== true ? [{ fact: 'shifts', row, column: 'who', why: words('该人员不在本单位', 'That person is not of your office') }] : []),
    ]
  })
  return wrong.length === 0 ? undefined : refuse('bad-input', words('有内容需要修改', 'Some of what was given needs mending'), { faults: wrong })
}

const kept = (c: Now, of: string): readonly Effect[] => [{
  do: 'record', register: 'duty-roster', row: { county: c.matter.county, matter: c.matter.id, office: of, shifts: (c.input.shifts ?? []).map(({ from = '', until = '', phone = '', who }) => ({ from, until, phone, who: who ?? null })) },
}]

const lastEnd = (c: Now): string => (c.input.shifts ?? []).flatMap(shift => shift.until ?? []).toSorted().at(-1) ?? c.now.toISOString()

const toTheEnd = (c: Now) => ({
  clock: 'end', then: 'expire',
  start: { period: { amount: Math.max(1, Date.parse(lastEnd(c)) - c.now.getTime()) / 3_600_000, unit: 'hours' }, source: { kind: 'local', words: words('值班表的最后一班', 'the last shift of the roster'), confirmed: true } },
} as const)

/** 值班表: who answers for an office outside its hours, so that a summons at night reaches somebody (Art. 24.2). An office enters its own. */
export const dutyRoster = procedure('duty-roster', {
  title: words('值班表', 'Duty roster'),
  since: '2023-02-01',
  basis: ['24.2'],
  facts,
  heading: 'title',
  place: 'place',
  needs,
  records: ['duty-roster'],
  stages: {
    inForce: { zh: '执行中', en: 'In force', settled: true, waits: words('到最后一班结束', 'Until its last shift ends') },
    over: { zh: '已结束', en: 'Over', final: true },
  },
  steps: {
    enter: {
      zh: '登记', en: 'Enter', opens: 'inForce', basis: [], by: [anyPost('lead', 'dispatcher', 'handler')], asks: ['title', 'place', 'shifts'], needs: ['colleagues'],
      causes: words('非工作时间有吹哨时，通知值班人员，并向召集单位显示值班电话', 'At night whoever is on duty is told of a summons, and who summons sees the line to ring'),
      then: c => {
        const { office: own = '' } = c.actor
        if (c.input.place !== regionOfOffice(own)) return faultAt('place', '只能登记本单位的值班表', 'An office enters its own roster only')
        return faultIn(c) ?? { holder: { office: own }, set: { office: own }, clocks: [toTheEnd(c)], effects: kept(c, own) }
      },
    },
    change: {
      zh: '调整', en: 'Change', from: ['inForce'], basis: [], by: [holder('lead', 'dispatcher', 'handler')], asks: ['shifts'], needs: ['colleagues'],
      causes: words('整表替换', 'The whole table is replaced'),
      then: c => faultIn(c) ?? { clocks: [toTheEnd(c)], effects: kept(c, c.matter.facts.office ?? '') },
    },
    expire: { zh: '到期结束', en: 'Run out', from: ['inForce'], to: 'over', basis: [], by: [theClock] },
  },
  list: { columns: ['office'] },
})
