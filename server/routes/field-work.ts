import { Type } from 'typebox'
import type { FastifyRequest } from 'fastify'
import { daysAfter, legalDay, startOfLegalDay } from '../../kernel/calendar.ts'
import { reads, system, type Actor } from '../../kernel/post.ts'
import { Refused } from '../../kernel/refusal.ts'
import { countyOf, isWithin, levelOf, rangeOf } from '../../kernel/region.ts'
import { working } from '../../kernel/who.ts'
import { figure } from '../../regulation/rules.ts'
import { gridWorkersIn } from '../../registers/grid-workers.ts'
import { gridFigures } from '../../registers/grids/ground.ts'
import { beyond, sizesIn, villageSizesIn } from '../../registers/grids/households.ts'
import { ownWeek } from '../../registers/own-week.ts'
import { adoptedRules } from '../../registers/rules.ts'
import { subsidyLedger } from '../../registers/subsidy-ledger.ts'
import { publicTerm } from '../../store/act/terms.ts'
import { logReading, purposeOf } from '../../store/read/log.ts'
import { identityOf } from '../auth/guard.ts'
import { sendRefusal } from '../http/problem.ts'
import { office } from '../files/kind.ts'
import { disposition } from '../files/name.ts'
import { badRequest, noRight, notFound } from '../http/refusals.ts'
import type { App } from '../http/typed.ts'
import { idSchema, regionCode } from '../schemas/common.ts'
import { gridWorkersSchema, myWeekSchema, subsidyLedgerSchema } from '../schemas/field-work.ts'
import type { Site } from '../site.ts'
import { regionRef } from '../views/place.ts'
import { readerOf } from '../views/reader.ts'
import { subsidySheet } from '../views/subsidy-sheet.ts'
import type { GridWorkersView, MyWeek, SubsidyLedger } from '../wire.ts'

const xlsx = `${office}.spreadsheetml.sheet`

type LedgerQuery = { readonly region: string; readonly month?: string; readonly worker?: string }
const ledgerQuery = Type.Object({ region: regionCode, month: Type.Optional(Type.String({ pattern: '^20[0-9]{2}-(0[1-9]|1[0-2])$' })), worker: Type.Optional(idSchema) }, { additionalProperties: false })

/** Who deals with subsidies of a place: the government of the township, and leads and dispatchers of it or of the county above. */
const deals = (actor: Actor, region: string): boolean =>
  working.some(kind => kind === actor.kind) && reads(actor.clearance, 'sensitive') && isWithin(region, actor.region) && (actor.kind === 'lead' || actor.kind === 'dispatcher' || actor.office === `${actor.region}/gov`)

/** One’s own week (Art. 21.4), and where grid workers are wanting (Art. 21.2, 21.3). */
export const fieldWorkRoutes = (app: App, site: Site): void => {
  const titleOf = (name: string) => site.house.procedures.findLast(one => one.name === name)?.title ?? { zh: name, en: name }

  app.get('/api/my-week', {
    schema: { tag: 'board', says: { zh: '本人近七天的办理记录：只有自己的，不与别人比较', en: 'One’s own last seven days, from records: nobody else’s, and compared with nobody' }, response: { 200: myWeekSchema } },
  }, async (request, reply): Promise<MyWeek | typeof reply> => {
    const { actor } = identityOf(request)
    if (actor.kind !== 'gridWorker' && actor.kind !== 'committee') return sendRefusal(request, reply, noRight('本人办理记录供网格员和村（居）委会查看', 'One’s own week is for grid workers and village committees'))
    const { now } = readerOf(site, request)
    const week = await site.house.database.scoped(actor, tx => ownWeek(tx, { account: actor.account, county: countyOf(actor.region), region: actor.region, at: now }))
    return { ...week, done: week.done.map(({ procedure, count }) => ({ procedure, title: { zh: titleOf(procedure).zh, en: titleOf(procedure).en }, count })) }
  })

  app.get('/api/grid-workers', {
    schema: {
      tag: 'board', says: { zh: '各村（社区）网格员配置和空缺', en: 'Grid workers of the villages of a township or county, and where none is' },
      querystring: Type.Object({ region: regionCode }, { additionalProperties: false }), response: { 200: gridWorkersSchema },
    },
  }, async (request, reply): Promise<GridWorkersView | typeof reply> => {
    const { actor } = identityOf(request)
    const reader = readerOf(site, request)
    const { region } = request.query
    if (!reader.directory.region(region) || !['county', 'township'].includes(levelOf(region))) return sendRefusal(request, reply, notFound())
    if (actor.kind === 'resident' || !isWithin(region, actor.region)) return sendRefusal(request, reply, noRight('该地不在您的辖区', 'That place is outside your area'))
    const today = legalDay(reader.now)
    const county = countyOf(region)
    const [{ least, most }, soon] = await site.house.database.scoped(actor, async tx => [await gridFigures(tx, today), figure('grid-appointment.renew-before', today, await adoptedRules(tx)).value] as const)
    // Numbers alone, so what a reader of the area may not open of a single appointment or household changes none of them.
    const [manned, villageSizes, gridSizes] = await site.house.database.scoped(system, async tx => [
      await gridWorkersIn(tx, { region, county, at: reader.now, soon: startOfLegalDay(daysAfter(today, soon + 1)) }), await villageSizesIn(tx, county, rangeOf(region)), await sizesIn(tx, county, rangeOf(region), today),
    ] as const)
    const [found, homes] = [new Map(manned.map(one => [one.village, one])), new Map([...villageSizes, ...gridSizes].map(one => [one.code, one]))]
    const inside = reader.directory.children(region)
    const villages = levelOf(region) === 'township' ? inside : inside.flatMap(township => reader.directory.children(township.code))
    const rows = villages.map(({ code }) => {
      const { full = 0, part = 0, ending = 0, posted = [] } = found.get(code) ?? {}
      const grids = reader.directory.children(code).map(one => one.code)
      const households = homes.get(code)?.households
      // Until its grids are drawn a village is one.
      const outside = beyond((grids.length === 0 ? [code] : grids).flatMap(grid => homes.get(grid) ?? []), { least, most }).map(({ code: grid, households: n }) => ({ grid: regionRef(reader, grid), households: n }))
      return {
        village: regionRef(reader, code), full, part, vacant: full === 0, grids: Math.max(1, grids.length), ending, outside, ...(households !== undefined && { households }),
        unmanned: posted.includes(code) ? 0 : grids.length === 0 ? 1 : grids.filter(grid => !posted.includes(grid)).length,
      }
    })
    return { region: regionRef(reader, region), asOf: reader.now.toISOString(), villages: rows.length, vacant: rows.filter(row => row.vacant).length, soon, band: { least, most }, rows }
  })

  /** The ledger, with its reading entered in the log first: sums of money of persons are above internal. */
  const ledgerOf = async (request: FastifyRequest, { region, month, worker }: LedgerQuery, limit: number): Promise<SubsidyLedger> => {
    const { actor } = identityOf(request)
    const reader = readerOf(site, request)
    if (!reader.directory.region(region) || !['county', 'township'].includes(levelOf(region))) throw new Refused(notFound())
    if (!deals(actor, region)) throw new Refused(noRight('补贴台账由乡镇（街道）和县（区）经办人员查看', 'The ledger is for who deals with subsidies in the township or county'))
    if ((month === undefined) === (worker === undefined)) throw new Refused(badRequest([{ fact: 'month', why: { zh: '请选月份或网格员', en: 'choose a month or a worker' } }]))
    const county = countyOf(region)
    const found = await site.house.database.scoped(actor, async tx => {
      const rows = await subsidyLedger(tx, { county, region, limit: limit + 1, ...(worker === undefined ? { term: publicTerm('month', month ?? '') } : { worker }) })
      if (rows.length > 0) logReading(tx, site.house.keys, actor, { county, at: reader.now, register: 'subsidies', region, facts: ['name', 'month', 'fen'], people: new Set(rows.map(row => row.worker)).size, ...purposeOf(undefined) })
      return rows
    })
    const rows = found.slice(0, limit).map(({ id, number, stage, region: place, month: of, worker: who, name, disputed, fen, difference, paid }) => ({
      id, number, stage, place: regionRef(reader, place), month: of, worker: who, name, disputed, ...(fen !== null && { fen: Number(fen) }), ...(difference !== null && { difference: Number(difference) }), ...(paid !== null && { paid: paid.toISOString() }),
    }))
    const done = rows.filter(row => row.fen !== undefined)
    return {
      region: regionRef(reader, region), ...(month !== undefined && { month }), rows, more: found.length > limit,
      totals: { workers: new Set(rows.map(row => row.worker)).size, paid: done.length, fen: done.reduce((sum, row) => sum + (row.fen ?? 0), 0), open: rows.length - done.length, disputed: rows.filter(row => row.disputed).length },
    }
  }

  app.get('/api/subsidies', {
    schema: { tag: 'board', says: { zh: '网格员补贴台账（按月或按人），查看记入查看记录', en: 'Subsidies of grid workers by month or by worker; each reading is logged' }, querystring: ledgerQuery, response: { 200: subsidyLedgerSchema } },
  }, async request => ledgerOf(request, request.query, 1000))

  app.get('/api/subsidies.xlsx', {
    schema: { tag: 'board', says: { zh: '网格员补贴台账导出（Excel，注明范围、导出人和时间）', en: 'The same as a workbook, marked with what it is of, who made it and when' }, querystring: ledgerQuery, media: { gives: xlsx } },
  }, async (request, reply) => {
    const ledger = await ledgerOf(request, request.query, 10_000)
    const declared = site.house.procedures.findLast(one => one.name === 'subsidy')
    const sheet = await subsidySheet(ledger, { by: identityOf(request).name, now: site.now(), stageOf: stage => declared?.stages[stage] ?? { zh: stage, en: stage } })
    return reply.headers({ 'Content-Type': xlsx, 'Content-Disposition': disposition(`补贴台账-${ledger.region.name}-${ledger.month ?? '按人'}.xlsx`, false), 'Cache-Control': 'private, no-store' }).send(sheet)
  })
}
