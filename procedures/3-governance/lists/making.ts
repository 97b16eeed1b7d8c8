import { daysAfter, legalDay } from '../../../kernel/calendar.ts'
import type { Law, Limit } from '../../../kernel/clock.ts'
import { notify, type Effect } from '../../../kernel/effect.ts'
import { day, matterRef, office, rows, text, told } from '../../../kernel/facts.ts'
import { keepWords } from '../../../kernel/kept-words.ts'
import type { Matter } from '../../../kernel/matter.ts'
import type { Actor } from '../../../kernel/post.ts'
import { faultAt, refuse, type Fault, type Refusal } from '../../../kernel/refusal.ts'
import { countyOf } from '../../../kernel/region.ts'
import { words, type Json } from '../../../kernel/words.ts'
import { untilDay } from '../../usual/end-date.ts'
import { code } from './columns.ts'
import { counted, diff, type Change, type Coded } from './diff.ts'
import { mostItems } from './items.ts'

const nobody = words('向社会公开，不要写姓名、电话等个人信息', 'Published: name no person, no phone')

/** What every list that is drafted, reviewed, published and replaced knows of itself. Public, all of it. */
export const makingFacts = {
  title: text({ zh: '清单名称', en: 'Name of the list', class: 'public', min: 4, max: 100, search: 'words', hint: words('如“乐都区事项清单（2026 年版）”', 'Such as “Lists of Ledu District, 2026”') }),
  since: day({ zh: '施行日期', en: 'In force from', class: 'public' }),
  reason: text({ zh: '制定或调整说明', en: 'Why it is made or changed', class: 'public', min: 4, max: 2000, lines: 4, hint: nobody }),
  reasons: rows({ code: code({ zh: '编码', en: 'Code', class: 'public' }), why: text({ zh: '理由', en: 'Reason', class: 'public', min: 2, max: 300 }) },
    { zh: '逐项调整理由', en: 'Reasons, item by item', class: 'public', max: mostItems, hint: words('退出清单的事项须逐项说明；其他可不填', 'What is withdrawn needs its own; for the rest it may be left out') }),
  base: matterRef({ zh: '在哪一版上调整', en: 'The version it changes', class: 'public' }),
  changes: told({ zh: '与上一版相比', en: 'Against the version before', class: 'public' }),
  draftedBy: office({ zh: '起草单位', en: 'Drafted by', class: 'public' }),
  opinion: text({ zh: '审核意见', en: 'Opinion of the review', class: 'public', min: 2, max: 1000, lines: 3, hint: nobody }),
  sentBackWhy: text({ zh: '退回理由', en: 'Why it is sent back', class: 'public', min: 2, max: 1000, lines: 2, hint: nobody }),
  instrument: text({ zh: '公布文号', en: 'Number of the publication', class: 'public', min: 2, max: 100 }),
  droppedWhy: text({ zh: '终止理由', en: 'Why it is given up', class: 'public', min: 4, max: 500, lines: 2, hint: nobody }),
} as const

export type Making = Matter<typeof makingFacts>

/** The version adopted last of what is being changed, in force or soon to be. `version` is the matter that adopted it. */
export type Base<I extends Coded> = { readonly version: string; readonly since: string; readonly items: readonly I[] }

export type Reasons = readonly { readonly code?: string; readonly why?: string }[]

type Said = { readonly reason?: string; readonly reasons?: Reasons }

/** How a draft differs from the version before, or what is missing of its reasons: one for the whole, and each item withdrawn its own. */
export const compared = <I extends Coded>(base: Base<I> | undefined, items: readonly I[], { reason, reasons = [] }: Said, fact = 'items'):
  Refusal | { readonly changes: readonly Change<I>[]; readonly set: { readonly base: string | null; readonly changes: string } } => {
  const changes = diff(base?.items ?? [], items)
  if (base === undefined) return { changes, set: { base: null, changes: keepWords(words(`首次制定，共 ${items.length} 项`, `The first, of ${items.length} items`)) } }
  if (changes.length === 0) return faultAt(fact, '与现行版本完全相同，没有调整', 'It is the same as the version before: nothing changes')
  if (reason === undefined) return faultAt('reason', '请说明为什么调整', 'Say why the list is changed')
  const missing = unreasoned(changes, reasons)
  if (missing.length > 0) return refuse('bad-input', words('有内容需要修改', 'Some of what was given needs mending'), { faults: missing })
  const { added, withdrawn, changed } = counted(changes)
  return { changes, set: { base: base.version, changes: keepWords(words(`新增 ${added} 项，退出 ${withdrawn} 项，调整 ${changed} 项`, `${added} added, ${withdrawn} withdrawn, ${changed} changed`)) } }
}

const unreasoned = (changes: readonly Change<Coded>[], reasons: Reasons): readonly Fault[] => {
  const given = new Set(reasons.map(one => one.code))
  const silent = changes.filter(one => one.change === 'withdrawn' && !given.has(one.code)).map(one => one.code)
  const touched = new Set(changes.map(one => one.code))
  return [
    ...(silent.length === 0 ? [] : [{ fact: 'reasons', why: words(`退出清单的事项须逐项说明理由：${silent.slice(0, 20).join('、')}`, `Say of each item withdrawn why: ${silent.slice(0, 20).join(', ')}`) }]),
    ...reasons.flatMap((one, row): readonly Fault[] => (touched.has(one.code ?? '') ? [] : [{ fact: 'reasons', row, column: 'code', why: words('该事项没有变化', 'This item does not change') }])),
  ]
}

/** In force at the earliest some days after its publication, and later than the version it replaces. */
export const untimely = (since: string | undefined, base: Pick<Base<Coded>, 'since'> | undefined, { now, law }: { readonly now: Date; readonly law: Law }): Refusal | undefined => {
  const today = legalDay(now)
  const first = daysAfter(today, Number(law.figure('list.in-force-after', today).value))
  if ((since ?? '') < first) return faultAt('since', `最早自 ${first} 起施行（平台规则）`, `In force from ${first} at the earliest (a product rule)`)
  return base && (since ?? '') <= base.since ? faultAt('since', `须晚于上一版的施行日期 ${base.since}`, `It has to be later than that of the version before, ${base.since}`) : undefined
}

/** Who drafted a list neither reviews nor publishes it. */
export const anotherPerson = ({ matter, actor }: { readonly matter: Making; readonly actor: Actor }): Refusal | undefined =>
  matter.parties.some(one => one.role === 'drafter' && one.account === actor.account)
    ? refuse('two-people', words('起草人不能审核、公布自己起草的清单（平台规则）', 'Who drafted a list can neither review nor publish it (a product rule)'), { remedy: words('请由另一人办理', 'Ask somebody else') })
    : undefined

/** Another version was adopted since this one was compared with the one before. */
export const overtaken = (matter: Making, base: Pick<Base<Coded>, 'version'> | undefined): Refusal | undefined =>
  base?.version === matter.facts.base ? undefined
    : refuse('overtaken', words('起草以来已有新版公布，比较和理由须重新做', 'A newer version was published since it was drafted: compare anew'), { remedy: words('请退回起草单位，在最新版上修改', 'Send it back to be drafted on the newest version') })

const theList = words('清单载明的施行日期', 'the day that the list states')

/** The clock of what is published and waits for its day. */
export const untilInForce = (since: string | undefined, now: Date): Limit => untilDay(daysAfter(since ?? legalDay(now), -1), now, theList)

export const drafting = (matter: Making): string => matter.facts.draftedBy ?? matter.holder?.office ?? ''
export const justiceOf = (place: string): string => `${countyOf(place)}/justice`

export const tell = (office: string, zh: string, en: string): Effect => notify({ office }, words(zh, en))
export const tellLeads = (place: string, zh: string, en: string): Effect => notify({ posts: 'lead', region: place }, words(zh, en))

/** What is late is asked for again and again, of who holds it and of the county’s leads. */
export const reminded = (matter: Making) => ({
  clocks: [{ clock: 'escalation', start: 'oversight.escalate-again', then: 'remind' }] as const,
  effects: [
    tell(matter.holder?.office ?? drafting(matter), '清单办理已逾期，请尽快办理', 'Work on a list is late'),
    tellLeads(countyOf(matter.region), '清单办理逾期，请督促', 'Work on a list is late; please see to it'),
  ],
})

/** Every change as a row for the register. */
export const recorded = (register: 'work-list' | 'duty-list', matter: Making, since: string, items: readonly Json[], more: { readonly office?: string } = {}): Effect =>
  ({ do: 'record', register, row: { county: matter.county, version: matter.id, since, items, ...more } })
