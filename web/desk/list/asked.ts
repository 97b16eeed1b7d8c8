import type { Matter } from '../../../kernel/matter.ts'
import type { Actor } from '../../../kernel/post.ts'
import type { Words } from '../../../kernel/words.ts'
import { may } from '../../../kernel/who.ts'
import type { MatterRow, Me } from '../../../server/wire.ts'
import { actingPost } from '../../parts/me.ts'
import { narrowest } from '../../parts/narrowest.ts'
import { procedureOf } from '../../parts/procedures.ts'

/** What the next step of a matter is, and whether it is this reader's to take. A hint for lists; the server alone decides. */
export type Asked = { readonly step: string; readonly what: Words; readonly mine: boolean; readonly by: Words }

export const actorOf = (me: Me): Actor => {
  const post = actingPost(me)
  return post
    ? { account: me.account, kind: post.kind, post: post.id, ...(post.office && { office: post.office.code }), region: post.region.code, clearance: post.clearance }
    : { account: me.account, kind: 'resident', region: me.home?.code ?? '', clearance: 'internal' }
}

const sketch = (row: MatterRow): Matter => ({
  id: row.id, county: row.county, procedure: row.procedure, version: '', region: row.region.code, stage: row.stage, title: row.title,
  holder: row.holder ? { office: row.holder.office.code, ...(row.holder.account !== undefined && { account: row.holder.account }) } : null,
  opened: row.opened, updated: row.updated, seq: row.seq, facts: {}, parties: [], links: [], clocks: {},
})

export const askedOf = (row: MatterRow, actor: Actor): Asked | undefined => {
  const procedure = procedureOf(row.procedure)
  const primary = Object.entries(procedure?.steps ?? {}).flatMap(([name, step]) => (step.primary && step.from !== 'open' && step.from?.includes(row.stage) ? [{ name, step }] : []))
  // What a rule may shut, such as a challenge to be decided, is asked for in some matters only, and the row does not tell in which.
  const found = primary.find(({ step }) => step.only === undefined) ?? narrowest(primary)[0]
  if (!found) return undefined
  const { name, step } = found
  const colleague = row.holder?.account !== undefined && row.holder.account !== actor.account && row.holder.office.code === actor.office
  const by = colleague && row.holder.name !== undefined
    ? { zh: row.holder.name, en: row.holder.name }
    : { zh: step.by.map(who => who.zh).join('、'), en: step.by.map(who => who.en).join(', ') }
  return { step: name, what: step, mine: !colleague && may(step.by, actor, sketch(row)), by }
}
