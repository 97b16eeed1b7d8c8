import { Type, type Static } from 'typebox'
import { postKinds, type Actor } from '../../kernel/post.ts'
import { isRegionCode, isWithin } from '../../kernel/region.ts'
import { isFinal, isOpen } from '../../kernel/procedure.ts'
import { Refused } from '../../kernel/refusal.ts'
import { words } from '../../kernel/words.ts'
import { endTerm } from '../../store/act/terms.ts'
import type { ListAsk } from '../../store/read/list.ts'
import { badRequest, noRight } from '../http/refusals.ts'
import { plainText, regionCode } from '../schemas/common.ts'
import { soughtBy, termFor } from '../search.ts'
import type { Site } from '../site.ts'
import type { Scope } from '../wire.ts'
import { countiesOf } from './counties.ts'
import { dueBefore } from './due.ts'

const oneOf = <const T extends string>(...values: readonly T[]) => Type.Unsafe<T>({ type: 'string', enum: values })

/** What narrows a list of matters, wherever it is shown: the queue, the map. */
const narrowed = {
  scope: Type.Optional(oneOf('party', 'mine', 'office', 'region')),
  procedure: Type.Optional(Type.String({ maxLength: 60, pattern: '^[A-Za-z0-9-]*$' })),
  stage: Type.Optional(Type.String({ maxLength: 200, pattern: '^[A-Za-z0-9,-]*$', description: 'One stage, or several by commas. 环节，可逗号分隔。' })),
  due: Type.Optional(oneOf('late', 'today', 'week')),
  region: Type.Optional(regionCode),
  cursor: Type.Optional(Type.String({ maxLength: 500, pattern: '^[A-Za-z0-9_.-]*$' })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
}

export const filter = Type.Object(narrowed, { additionalProperties: false })

/** The same, and what may name a person: that stands in a body and never in an address, which browsers, proxies and colleagues keep. */
export const sought = Type.Object({
  ...narrowed,
  term: Type.Optional(Type.String({ maxLength: 200, pattern: '^[A-Za-z0-9]+:[^\\u0000-\\u001F\\u007F-\\u009F]+$', description: 'fact:value, for facts declared `search: exact`. 事实:值。' })),
  q: Type.Optional(plainText(100, { description: 'Words in the text, a number, a phone or its last four digits, as far as the post reads them. 文字、编号、电话或后四位，以岗位可读取者为限。' })),
}, { additionalProperties: false })

export type Filter = Static<typeof sought>

const reachOf = (actor: Actor) => (actor.kind === 'clock' || actor.kind === 'system' ? 'own' : postKinds[actor.kind].reach)

const usualScope = (actor: Actor): Scope => ({ own: 'party', office: 'office', region: 'region' } as const)[reachOf(actor)]

const fault = (fact: string, zh: string, en: string): Refused => new Refused(badRequest([{ fact, why: words(zh, en) }]))

/** Whether matters in a stage of this name have come to their end, by every procedure that has one. */
const isEnd = ({ house }: Site, stage: string): boolean => house.procedures.every(procedure => procedure.stages[stage] === undefined || isFinal(procedure, stage))

/** Whether nobody has work to do any more on matters in a stage of this name. */
const ends = ({ house }: Site, stage: string): boolean => !house.procedures.some(procedure => procedure.stages[stage] !== undefined && isOpen(procedure, stage))

/** One end alone has a list of its own. */
const endIn = (site: Site, stages: readonly string[]): readonly string[] => {
  const [stage, ...others] = stages
  return stage !== undefined && others.length === 0 && isEnd(site, stage) ? [endTerm(stage)] : []
}

/** What a list is asked for. Throws `Refused` for what the reader may not ask. */
export const askOf = (site: Site, actor: Actor, query: Filter, now: Date): ListAsk & { readonly scope: Scope } => {
  const scope = query.scope ?? usualScope(actor)
  if (scope === 'region' && reachOf(actor) !== 'region') throw new Refused(noRight('此岗位不查看辖区列表', 'This post has no list of its area'))
  if (scope === 'office' && actor.office === undefined) throw new Refused(noRight('此岗位不属于任何单位', 'This post stands in no office'))
  if (query.region !== undefined && !isRegionCode(query.region)) throw fault('region', '没有这个区划', 'there is no such place')
  if (scope === 'region' && query.region !== undefined && !isWithin(query.region, actor.region)) throw new Refused(noRight('该地不在您的辖区', 'That place is outside your area'))
  const seeker = { actor, scope, procedure: query.procedure }
  const found = soughtBy(site.house, seeker, query.q)
  const stages = query.stage?.split(',').filter(stage => stage !== '') ?? []
  const terms = [...(query.term === undefined ? [] : [termFor(site.house, seeker, query.term)]), ...(found.keyed === undefined ? [] : [found.keyed]), ...endIn(site, stages)]
  return {
    scope, counties: countiesOf(actor, site.directory.now), limit: query.limit ?? 20,
    ...(query.region !== undefined && { region: query.region }), ...(query.procedure !== undefined && { procedure: query.procedure }),
    ...(stages.length > 0 && { stages }),
    ...(query.due !== undefined && { due: query.due === 'late' ? 'late' as const : dueBefore(query.due, now) }),
    ...(terms.length > 0 && { terms }), ...(found.words !== undefined && { words: found.words }), ...(found.number !== undefined && { number: found.number }),
    // Ended matters are not due: they come, the newest first, where their stage or a phone is asked for.
    ...((found.keyed !== undefined || stages.some(stage => ends(site, stage))) && { all: true }),
  }
}
