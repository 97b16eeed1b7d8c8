import { Type } from 'typebox'
import { system } from '../../kernel/post.ts'
import { countyOf, levelOf } from '../../kernel/region.ts'
import { attemptsAt, tasksIn, villageData } from '../../registers/burden/lists.ts'
import { identityOf } from '../auth/guard.ts'
import { languageOf } from '../http/language.ts'
import { sendRefusal } from '../http/problem.ts'
import { notFound } from '../http/refusals.ts'
import type { App } from '../http/typed.ts'
import { kindOfWork, refusedSchema, tasksSchema, villageDataSchema } from '../schemas/burden.ts'
import { regionCode } from '../schemas/common.ts'
import type { Site } from '../site.ts'
import { attemptView, isValid, taskView } from '../views/burden.ts'
import { burdenSheet } from '../views/burden-sheet.ts'
import type { Names } from '../views/place.ts'
import { areaOf, spanTo } from '../views/span.ts'
import type { Page } from '../wire.ts'
import type { BurdenTask, RefusedAttempt, VillageDatum } from '../wire/burden.ts'
import { spanQuery } from './burden.ts'

const tag = 'burden'
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const size = 50
/** Rows of an export at most; what is cut is said in it. */
const mostRows = 5000
/** An office, or `none` for what communities could not name. */
const issuer = Type.Optional(Type.String({ pattern: '^([0-9]{4,15}/[a-z][a-z-]{0,39}|none)$', description: 'An office’s code, or `none`. 单位编码。' }))
const cursor = Type.Optional(Type.String({ maxLength: 500 }))
const only = Type.Optional(Type.Unsafe<'forms' | 'lacking' | 'running'>({ type: 'string', enum: ['forms', 'lacking', 'running'], description: 'Forms; work whose conditions are not all there; what is under way. 只看表格、条件未齐、进行中。' }))

const given = (code: string | undefined): string | undefined => (code === 'none' ? '' : code)

/** The lists behind the figures of burden, and what a community has given of itself. */
export const burdenListRoutes = (app: App, site: Site): void => {
  const { database } = site.house
  const namesFor = (request: { readonly headers: { readonly 'accept-language'?: string | undefined } }): Names => ({ directory: site.directory.now, language: languageOf(request.headers['accept-language']) })

  app.get('/api/burden/tasks', {
    schema: {
      open: true, tag, says: { zh: '负担数字背后的任务清单', en: 'The tasks behind a figure of burden, the newest first' },
      querystring: Type.Object({ ...spanQuery, issuer, kind: Type.Optional(kindOfWork), only, cursor }, { additionalProperties: false }), response: { 200: tasksSchema },
    },
  }, async (request, reply): Promise<Page<BurdenTask> | typeof reply> => {
    const { cursor: at, ...asked } = request.query
    const names = namesFor(request)
    if (!names.directory.region(asked.region)) return sendRefusal(request, reply, notFound())
    const { days, today } = spanTo(site.now(), asked.months ?? 3)
    const of = { list: 'burden tasks', ...asked, days }
    const after = site.cursors.read(of, at)
    const narrow = { issuer: given(asked.issuer), kind: asked.kind, forms: asked.only === 'forms', lacking: asked.only === 'lacking', running: asked.only === 'running' }
    const found = await database.scoped(system, tx => tasksIn(tx, areaOf(names.directory, asked.region), days, today, narrow, after, size + 1))
    const rows = found.slice(0, size)
    const last = rows.at(-1)
    return { rows: rows.map(row => taskView(row, names)), ...(found.length > size && last && { next: site.cursors.write(of, { at: last.since, id: last.matter }) }) }
  })

  app.get('/api/burden/refused', {
    schema: {
      open: true, tag, says: { zh: '被准入规则拒绝的交办', en: 'Work that the gate refused, the newest first' },
      querystring: Type.Object({ ...spanQuery, issuer, cursor }, { additionalProperties: false }), response: { 200: refusedSchema },
    },
  }, async (request, reply): Promise<Page<RefusedAttempt> | typeof reply> => {
    const { cursor: at, ...asked } = request.query
    const names = namesFor(request)
    if (!names.directory.region(asked.region)) return sendRefusal(request, reply, notFound())
    const span = spanTo(site.now(), asked.months ?? 3)
    const of = { list: 'refused attempts', ...asked, days: span.days }
    const after = site.cursors.read(of, at)
    const found = await database.scoped(system, tx => attemptsAt(tx, areaOf(names.directory, asked.region), ...span.at, given(asked.issuer), after, size + 1))
    const rows = found.slice(0, size)
    const last = rows.at(-1)
    return { rows: rows.map(row => attemptView(row, names)), ...(found.length > size && last && { next: site.cursors.write(of, { at: last.at.toISOString(), id: last.act }) }) }
  })

  app.get('/api/burden/tasks.xlsx', {
    schema: {
      open: true, tag, says: { zh: '任务清单导出（Excel，注明范围和时间）', en: 'The tasks as a workbook, marked with what it is of and when' },
      querystring: Type.Object(spanQuery, { additionalProperties: false }), media: { gives: xlsx },
    },
  }, async (request, reply) => {
    const { region, months = 3 } = request.query
    // One sheet for whoever reads it: its labels stand in both languages, its names in Chinese.
    const names: Names = { directory: site.directory.now, language: 'zh' }
    if (!names.directory.region(region)) return sendRefusal(request, reply, notFound())
    const now = site.now()
    const { days, today } = spanTo(now, months)
    const found = await database.scoped(system, tx => tasksIn(tx, areaOf(names.directory, region), days, today, {}, undefined, mostRows + 1))
    const sheet = await burdenSheet({ region, days, now, tasks: found.slice(0, mostRows).map(row => taskView(row, names)), cut: found.length > mostRows }, names)
    return reply.headers({ 'Content-Type': xlsx, 'Content-Disposition': `attachment; filename="burden-${region}-${today}.xlsx"`, 'Cache-Control': 'no-store' }).send(sheet)
  })

  app.get('/api/burden/village-data', {
    schema: {
      tag, says: { zh: '本村（社区）报过、平台留存备用的数据', en: 'What a community has given of itself, for who works there to use again' },
      querystring: Type.Object({ village: regionCode }, { additionalProperties: false }), response: { 200: villageDataSchema },
    },
  }, async (request, reply): Promise<readonly VillageDatum[] | typeof reply> => {
    const { village } = request.query
    if (!site.directory.now.region(village) || levelOf(village) !== 'village') return sendRefusal(request, reply, notFound())
    const rows = await database.scoped(identityOf(request).actor, tx => villageData(tx, countyOf(village), village))
    return rows.map(row => ({ ...row, valid: isValid(row.until, site.now()) }))
  })
}
