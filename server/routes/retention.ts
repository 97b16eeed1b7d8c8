import { legalDay } from '../../kernel/calendar.ts'
import { holdGrounds, type HoldGround } from '../../kernel/erasure.ts'
import { words } from '../../kernel/words.ts'
import { holds, kept, runs } from '../../store/read/retention.ts'
import { keepings } from '../../store/retention.ts'
import { identityOf } from '../auth/guard.ts'
import { sendRefusal } from '../http/problem.ts'
import { noRight } from '../http/refusals.ts'
import type { App } from '../http/typed.ts'
import { retentionSchema } from '../schemas/retention.ts'
import type { Site } from '../site.ts'
import type { RetentionView } from '../wire.ts'

/** How long what is personal is kept, and the proof that it goes: what fell due, what was erased, what is held and why. */
export const retentionRoutes = (app: App, site: Site): void => {
  app.get('/api/retention', {
    schema: { tag: 'retention', says: { zh: '保存期限：到期、已删除、暂缓及理由（负责人、审计员）', en: 'What fell due, was erased, is held and why, in one’s area (leads and auditors)' }, response: { 200: retentionSchema } },
  }, async (request, reply): Promise<RetentionView | typeof reply> => {
    const { actor } = identityOf(request)
    if (actor.kind !== 'lead' && actor.kind !== 'auditor') return sendRefusal(request, reply, noRight('仅负责人、审计员可查看', 'Leads and auditors alone may see this'))
    const [{ house }, now] = [site, site.now()]
    const day = legalDay(now)
    const { figures, days, standing } = await house.database.scoped(actor, async tx => ({
      figures: await kept(tx, now, actor.region), days: await runs(tx), standing: await holds(tx, now, actor.region),
    }))
    const keeping = (rule: 'retention.log' | 'retention.roll') => { const { value, source, confirmed } = house.law.figure(rule, day); return { months: Number(value), source, confirmed } }
    return {
      at: now.toISOString(),
      kinds: keepings(house, day).map(one => {
        const found = figures.find(row => row.procedure === one.procedure && row.kind === one.kind)
        const { source, confirmed } = house.law.figure(one.rule, day)
        return { ...one, source, confirmed, waiting: found?.waiting ?? 0, erased: found?.erased ?? 0, late: found?.late ?? 0, held: found?.held ?? {} }
      }),
      log: keeping('retention.log'), rolls: keeping('retention.roll'),
      holds: standing.map(({ since, ground, ...hold }) => ({ ...hold, ground, why: words(holdGrounds[ground as HoldGround].zh, holdGrounds[ground as HoldGround].en), since: since.toISOString() })),
      runs: days,
    }
  })
}
