import { daysAfter } from '../../kernel/calendar.ts'
import type { Item } from '../../kernel/gate.ts'
import type { Procedure } from '../../kernel/procedure.ts'
import type { JsonObject } from '../../kernel/words.ts'
import type { Version } from '../helpers/work-register.ts'
import type { Name } from '../helpers/world.ts'
import { choices } from '../model/random.ts'

/** A number below another, as the run draws it. */
export type Draw = (below: number) => number

/** Numbers drawn from a seed: the same seed draws the same. */
export const drawing = (seed: number): Draw => choices(seed).below

export const oneOf = <T>(draw: Draw, list: readonly T[]): T => {
  const found = list[draw(list.length)]
  if (found === undefined) throw new Error('nothing to choose from')
  return found
}
const some = <T>(draw: Draw, list: readonly T[]): readonly T[] => list.filter(() => draw(2) === 0)

const kinds = ['assist', 'entrust', 'own'] as const
const conditions = ['工具', '经费', '培训'] as const
const codes = ['a-1', 'a-2', 'a-3'] as const

/** An item as some version may have it: of any kind, for any office, with any conditions, in any season. */
const item = (draw: Draw, code: string): Omit<Item, 'since'> => ({
  code, kind: oneOf(draw, kinds), name: `事项${code}`, office: oneOf(draw, ['transport', 'transport', 'urban-management', 'gov', 'centre']), conditions: some(draw, conditions), minutes: draw(4) * 15,
  ...(draw(4) === 0 && { season: oneOf(draw, [{ from: '05-01', to: '09-30' }, { from: '11-01', to: '02-28' }, { from: '06-10', to: '06-30' }]) }),
})

/** Versions one after the other, each in force until the next; what is past stays as it was. */
export const nextVersion = (draw: Draw, before: readonly Version[], since: string): readonly Version[] => [
  ...before.filter(version => version.since < since).map(version => (version.until === undefined || version.until > since ? { ...version, until: since } : version)),
  { since, items: codes.filter(() => draw(4) > 0).map(code => item(draw, code)) },
]

const villages = ['630202001001', '630202001002', '630202101201', '630203001001'] as const
/** Offices that ask: who stands in one of this kind. */
const asking: { readonly [kind: string]: readonly Name[] } = { transport: ['transport', 'roads'], 'urban-management': ['urban'], gov: ['handler', 'colleague', 'townLead'], centre: ['countyDispatcher', 'dispatcher'] }

type Asks = { readonly who: Name; readonly input: JsonObject }

/** Something that may be asked for, as far as one version goes: a wrong place, day or promise may still slip in. */
const seemly = (draw: Draw, { items }: Version, day: string): Asks | undefined => {
  const fit = items.filter(one => one.kind !== 'own')
  if (fit.length === 0) return undefined
  const cited = oneOf(draw, fit)
  const who = oneOf<Name>(draw, asking[cited.office] ?? ['transport'])
  const ofTownship = (['handler', 'colleague', 'townLead', 'dispatcher'] as readonly Name[]).includes(who)
  const first = daysAfter(day, draw(3))
  const promised = draw(6) === 0 ? some(draw, cited.conditions) : cited.conditions
  return { who, input: {
    area: ofTownship ? '630202001' : '630202', title: '随机任务', what: '随机内容', manner: oneOf(draw, ['task', 'survey', 'meeting']), item: cited.code,
    places: oneOf(draw, [[villages[0]], [villages[1]], villages.slice(0, 2), ...(ofTownship ? [] : [villages.slice(0, 3), [villages[2]]])]), from: first, until: daysAfter(first, 3 + draw(12)),
    conditions: promised.map(name => ({ name, what: '提供', by: daysAfter(day, draw(4)) })),
    ...(draw(3) === 0 && { fields: [{ name: oneOf(draw, ['户数', '里程', '处数']), kind: 'number', filled: draw(2) === 0 }, { name: '吨数', kind: 'number' }] }), times: 1 + draw(3),
  } }
}

/** What an office may ask for: of anybody, with any item or none, any promise, any days. */
export const anything = (draw: Draw, day: string): JsonObject => {
  const promised = some(draw, conditions)
  const first = daysAfter(day, draw(4))
  return {
    area: oneOf(draw, ['630202', '630202', '630202001', '630203']), title: '随机任务', what: '随机内容', manner: oneOf(draw, ['task', 'survey', 'meeting', 'plaque', 'app']),
    places: oneOf(draw, [[oneOf(draw, villages)], villages.slice(0, 2), villages.slice(0, 3), villages, ['630202001'], ['630202001', '630202101']]), from: first, until: daysAfter(first, draw(9)),
    ...(draw(6) > 0 && { item: oneOf(draw, [...codes, 'zn-01', 'zn-02']) }), ...(draw(5) === 0 && { duty: 'zn-01' }), ...(draw(3) === 0 && { emergency: draw(4) > 0 }),
    ...(draw(8) > 0 && { conditions: promised.map(name => ({ name, what: '提供', by: daysAfter(day, draw(4)) })) }), times: 1 + draw(3),
  }
}

export const asks = (draw: Draw, versions: readonly Version[], day: string): Asks =>
  (draw(3) > 0 && versions.length > 0 ? seemly(draw, draw(4) === 0 ? oneOf(draw, versions) : versions.findLast(version => version.since <= day) ?? oneOf(draw, versions), day) : undefined) ?? { who: oneOf(draw, draw(4) === 0 ? everyone : Object.values(asking).flat()), input: anything(draw, day) }

export const everyone: readonly Name[] = ['transport', 'roads', 'urban', 'handler', 'colleague', 'townLead', 'dispatcher', 'otherDispatcher', 'countyDispatcher', 'countyLead', 'committee', 'westCommittee', 'gridWorker', 'resident', 'otherCountyDispatcher', 'cityLead']

/** Something for whatever a step asks for. */
export const given = (draw: Draw, step: string, ids: readonly string[], today: string): JsonObject => {
  const day = daysAfter(today, draw(5))
  const inputs: { readonly [step: string]: JsonObject } = {
    revise: Object.fromEntries(Object.entries(anything(draw, today)).filter(([name]) => !['area', 'emergency', 'attachments'].includes(name))), refuseApproval: { opinion: '不同意' }, withdraw: { reason: '另行安排' },
    deliverConditions: { delivery: some(draw, conditions).map(name => ({ name, how: '送达', on: today })) }, pass: draw(3) === 0 ? { from: day, until: daysAfter(day, draw(5)) } : {},
    merge: { into: ids.length === 0 ? '' : oneOf(draw, ids) }, objectHere: { townshipObjection: 'dates', townshipText: '时间不当' }, withdrawHere: { endReason: '同意' }, maintain: { issuerAnswer: '仍需下达' },
    upholdHere: { ruling: '支持乡镇' }, passAnyway: { ruling: '予以下达' }, reportMissing: { missing: '没有收到' }, deliver: { report: '已经完成', data: oneOf(draw, [[], [{ name: '吨数', value: '3' }], [{ name: '吨数', value: '3' }, { name: oneOf(draw, ['里程', '处数']), value: '6' }]]) },
    askAgain: { again: '请再补充' }, object: { objection: oneOf(draw, ['list', 'season', 'capacity', 'conditions']), objectionText: '确有困难' }, uphold: { ruling: '异议成立' }, overrule: { ruling: '继续办理' },
    release: { endReason: '不再需要' }, close: { summary: '已经完成' }, note: { progress: '正在办理' },
  }
  return inputs[step] ?? {}
}

const onward: { readonly [stage: string]: string } = { approving: 'approve', reviewing: 'pass', offered: 'accept', awaiting: 'confirmConditions', doing: 'deliver', accepting: 'acceptWork', ruling: 'passAnyway', disputed: 'overrule' }

/** A step that somebody may take in a stage: mostly the one that brings it on. */
export const stepIn = (draw: Draw, { steps }: Pick<Procedure, 'steps'>, stage: string): string => {
  const may = Object.entries(steps).flatMap(([name, step]) => (Array.isArray(step.from) && step.from.includes(stage) && step.by.some(who => who.who !== 'clock' && who.who !== 'system') ? [name] : []))
  const next = onward[stage]
  return next !== undefined && draw(3) > 0 ? next : oneOf(draw, may)
}
