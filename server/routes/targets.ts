import { Type } from 'typebox'
import { legalDay } from '../../kernel/calendar.ts'
import { system } from '../../kernel/post.ts'
import { countyOf, isWithin } from '../../kernel/region.ts'
import { isCitation } from '../../regulation/citation.ts'
import { provisionOf } from '../../procedures/1-general/plan-rows.ts'
import { elapsed, stateOf } from '../../procedures/1-general/plan-state.ts'
import { plannedYears, targetsOf, type PlanTarget } from '../../registers/plan-targets.ts'
import { yearSums } from '../../store/read/year-sums.ts'
import { identityOf } from '../auth/guard.ts'
import { sendRefusal } from '../http/problem.ts'
import { noRight, notFound } from '../http/refusals.ts'
import type { App } from '../http/typed.ts'
import { regionCode } from '../schemas/common.ts'
import { targetsSchema } from '../schemas/township.ts'
import type { Site } from '../site.ts'
import { officeRef, regionRef } from '../views/place.ts'
import { readerOf } from '../views/reader.ts'
import type { TargetsView, TargetView } from '../wire.ts'

/** Targets of a year with their progress (Art. 5): for who works in the region, in one that holds it, or inside it; deputies too. */
export const targetRoutes = (app: App, site: Site): void => {
  const measureOf = (measure: string | null) => {
    const [name = '', counted = ''] = measure?.split('.') ?? []
    return site.house.procedures.findLast(one => one.name === name)?.measures[counted]
  }
  const view = (one: PlanTarget, sums: ReadonlyMap<string, number>, year: number, now: Date): TargetView => {
    const done = one.how === 'computed' ? sums.get(one.measure ?? '') ?? 0 : one.value ?? undefined
    const basis = provisionOf(one.duty)
    const words = measureOf(one.measure)
    const every = Number(site.house.law.figure('plan.state-every', legalDay(now)).value)
    return {
      code: one.code, name: one.name, basis: isCitation(basis) ? basis : '5.2', unit: one.unit, target: one.target, how: one.how, ...(done !== undefined && { done }), ...(words && { measure: { zh: words.zh, en: words.en } }),
      ...(one.at && { at: one.at.toISOString() }), ...(one.evidence !== null && { evidence: one.evidence }),
      state: stateOf({ year, now, target: one.target, how: one.how, since: one.since, every, ...(done !== undefined && { done }), ...(one.at && { stated: one.at }) }),
    }
  }

  app.get('/api/duties/targets', {
    schema: {
      tag: 'duties', says: { zh: '年度目标及进度：由办理记录计算或单位填报', en: 'Targets of a year and their progress, computed from records or stated' },
      querystring: Type.Object({ region: Type.Optional(regionCode), year: Type.Optional(Type.Integer({ minimum: 2000, maximum: 2149 })) }, { additionalProperties: false }),
      response: { 200: targetsSchema },
    },
  }, async (request, reply): Promise<TargetsView | typeof reply> => {
    const { actor } = identityOf(request)
    const reader = readerOf(site, request)
    const { region = actor.region } = request.query
    if (!reader.directory.region(region)) return sendRefusal(request, reply, notFound())
    if (actor.kind === 'resident' || !(isWithin(region, actor.region) || isWithin(actor.region, region))) return sendRefusal(request, reply, noRight('该地不在您的辖区', 'That place is outside your area'))
    const county = countyOf(region)
    const counties = region.length >= 6 ? [county] : [region, ...reader.directory.children(region).map(child => child.code)]
    return site.house.database.scoped(system, async tx => {
      const years = await plannedYears(tx, county, region)
      const now = Number(legalDay(reader.now).slice(0, 4))
      const year = request.query.year ?? (years.includes(now) ? now : years[0] ?? now)
      const targets = await targetsOf(tx, { county, region, year })
      const counted = [...new Set(targets.flatMap(one => (one.measure === null ? [] : [one.measure.split('.')[0] ?? ''])))]
      const sums = await yearSums(tx, { region, counties, year, procedures: counted })
      const offices = [...new Set(targets.map(one => one.office))]
      return {
        region: regionRef(reader, region), year, years, asOf: reader.now.toISOString(), gone: elapsed(year, reader.now), ...(targets[0] && { plan: targets[0].plan }),
        offices: offices.map(office => ({ office: officeRef(reader, office), targets: targets.filter(one => one.office === office).map(one => view(one, sums, year, reader.now)) })),
      }
    })
  })
}
