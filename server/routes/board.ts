import { Type } from 'typebox'
import { legalDay } from '../../kernel/calendar.ts'
import { postKinds } from '../../kernel/post.ts'
import { isRegionCode, isWithin, levelOf, levels, type Level } from '../../kernel/region.ts'
import { inForce } from '../../store/house.ts'
import { board } from '../../store/read/board.ts'
import { identityOf } from '../auth/guard.ts'
import { sendRefusal } from '../http/problem.ts'
import { noRight, notFound } from '../http/refusals.ts'
import type { App } from '../http/typed.ts'
import { regionCode } from '../schemas/common.ts'
import { boardSchema } from '../schemas/reference.ts'
import type { Site } from '../site.ts'
import { boardView } from '../views/board.ts'
import { readerOf } from '../views/reader.ts'
import type { Board } from '../wire.ts'

const below: { readonly [L in Level]: Level } = { city: 'county', county: 'township', township: 'village', village: 'grid', grid: 'grid' }

/** The first day of the month `months` before this one; 1 means this month alone. */
const firstMonth = (now: Date, months: number): string => {
  const [year = 0, month = 1] = legalDay(now).split('-').map(Number)
  return new Date(Date.UTC(year, month - months, 1)).toISOString().slice(0, 10)
}

/** Counts by place and stage, late ones, and rates with their denominators, read off the counters. */
export const boardRoutes = (app: App, site: Site): void => {
  app.get('/api/board', {
    schema: {
      tag: 'board', says: { zh: '辖区看板：各环节在办、逾期、比率及分母', en: 'Open by stage, late, and rates with denominators, by the regions inside one' },
      querystring: Type.Object({ region: Type.Optional(regionCode), procedure: Type.Optional(Type.String({ maxLength: 60 })), months: Type.Optional(Type.Integer({ minimum: 1, maximum: 36 })) }, { additionalProperties: false }),
      response: { 200: boardSchema },
    },
  }, async (request, reply): Promise<Board | typeof reply> => {
    const { actor } = identityOf(request)
    const reader = readerOf(site, request)
    const { region = actor.region, procedure: name = 'request', months = 12 } = request.query
    const procedure = inForce(site.house, name, legalDay(reader.now))
    if (!procedure || !isRegionCode(region) || !reader.directory.region(region)) return sendRefusal(request, reply, notFound())
    const reads = actor.kind !== 'clock' && actor.kind !== 'system' && postKinds[actor.kind].reach === 'region'
    if (!reads || !isWithin(region, actor.region)) return sendRefusal(request, reply, noRight('该地不在您的辖区', 'That place is outside your area'))
    const width = levels[below[levelOf(region)]].length
    const counties = region.length >= 6 ? [region.slice(0, 6)] : [region, ...reader.directory.children(region).map(child => child.code)]
    const cells = await site.house.database.scoped(actor, tx =>
      board(tx, { region, counties, procedure: procedure.name, width, since: firstMonth(reader.now, months) }))
    return boardView(procedure, region, cells, reader)
  })
}
