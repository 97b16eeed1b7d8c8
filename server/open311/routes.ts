import { randomUUID } from 'node:crypto'
import { Type } from 'typebox'
import { isUuid } from '../../kernel/facts.ts'
import { legalDay } from '../../kernel/calendar.ts'
import { system } from '../../kernel/post.ts'
import { isRefusal, Refused } from '../../kernel/refusal.ts'
import { words } from '../../kernel/words.ts'
import { gridFigures } from '../../registers/grids/ground.ts'
import { act } from '../../store/act.ts'
import { gate } from '../files/gate.ts'
import { languageOf } from '../http/language.ts'
import { limitAddress } from '../http/limits.ts'
import { notFound } from '../http/refusals.ts'
import type { App } from '../http/typed.ts'
import { openToAll } from '../http/open.ts'
import { ownNumber, ownPhotos, publicRequests, publicRequestsByNumber, type PublicRequest } from '../reads/public-requests.ts'
import type { Site } from '../site.ts'
import type { Names } from '../views/place.ts'
import { answer, nameIn } from './answer.ts'
import { answerErrors, answerNotFound, bad } from './errors.ts'
import { countiesIn } from './jurisdiction.ts'
import { needProgram, programOf } from './key.ts'
import { instantOf } from './instant.ts'
import { keepMedia, partsOf } from './media.ts'
import { inputOf, type Form } from './report.ts'
import { definitionOf, serviceOf, servicesIn } from './services.ts'
import { requestView } from './view.ts'
import type { Tree } from './xml.ts'

const formats = ['xml', 'json'] as const
const changeset = '2026-11-27T00:00:00Z'
const day = 86_400_000
/** The standard's own bounds: a span of 90 days, a thousand requests. */
const span = 90 * day
const mostRows = 1000
const later = (one: Date, other: Date): Date => (one > other ? one : other)

/** Pages beyond this are asked for by a narrower span. */
const mostPages = 100

const text = Type.Optional(Type.String({ maxLength: 100 }))
const jurisdiction = Type.Object({ jurisdiction_id: text })
const asked = Type.Object({
  jurisdiction_id: text, service_request_id: Type.Optional(Type.String({ maxLength: 2000 })), service_code: Type.Optional(Type.String({ maxLength: 2000 })),
  start_date: text, end_date: text, updated_after: text, updated_before: text, status: text, address_id: Type.Optional(Type.String({ pattern: '^[0-9]{4,12}$' })),
  page: Type.Optional(Type.Integer({ minimum: 1, maximum: mostPages })), page_size: Type.Optional(Type.Integer({ minimum: 1, maximum: mostRows })),
})
const fields = Type.Record(Type.String(), Type.String())
const one = Type.Object({ id: Type.String({ maxLength: 100 }) })

const instant = (field: string, value: string | undefined): Date | undefined => {
  if (value === undefined || value === '') return undefined
  const at = instantOf(value)
  if (!at) throw new Refused(bad(field, words('须为 ISO 8601 时刻', 'must be an ISO 8601 instant')))
  return at
}

const listed = (value: string | undefined): readonly string[] | undefined => {
  const parts = (value ?? '').split(',').map(part => part.trim()).filter(part => part !== '')
  return parts.length === 0 ? undefined : parts
}

const openOnly = (status: string | undefined): boolean | undefined => {
  const wanted = new Set(listed(status))
  for (const each of wanted) if (each !== 'open' && each !== 'closed') throw new Refused(bad('status', words('须为 open 或 closed', 'must be open or closed')))
  return wanted.size === 1 ? wanted.has('open') : undefined
}

/** Open311 GeoReport v2, in XML and JSON (wiki.open311.org). Reports become matters by the step `report`; keys are programs' tokens. */
export const open311 = (site: Site) => async (app: App): Promise<void> => {
  const { house } = site
  // Eight at once hold at most eight reports with their pictures in memory.
  const few = gate(8)
  app.setErrorHandler(answerErrors)
  app.setNotFoundHandler(answerNotFound)
  // The pages answer every other address; here none is a page.
  app.get('/*', answerNotFound)
  openToAll(app)
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))))
  const namesFor = (header: string | undefined): Names => ({ directory: site.directory.now, language: languageOf(header) })

  /** With the address of one’s own first photo, read under the same key; those of others are internal and go out to nobody. */
  const viewsOf = async (rows: readonly PublicRequest[], names: Names, reporter: string | undefined): Promise<readonly Tree[]> => {
    const photos = reporter === undefined ? new Map<string, string>() : await house.database.scoped(system, tx => ownPhotos(tx, rows.map(row => row.id), reporter))
    return rows.map(row => requestView(row, names, photos.has(row.id) ? `${site.publicUrl}/api/files/${photos.get(row.id) ?? ''}` : null))
  }

  for (const format of formats) {
    app.get(`/discovery.${format}`, (request, reply) => answer(request, reply, 'discovery', {
      changeset, contact: site.publicUrl, key_service: `${site.publicUrl}/desk/settings`,
      endpoints: [{ specification: 'http://wiki.open311.org/GeoReport_v2', url: `${site.publicUrl}/open311/v2`, changeset, type: 'production', formats: ['text/xml', 'application/json'] }],
    }))

    app.get(`/services.${format}`, { schema: { querystring: jurisdiction } }, (request, reply) => {
      const { directory, language } = namesFor(request.headers['accept-language'])
      countiesIn(directory, request.query.jurisdiction_id)
      return answer(request, reply, 'services', servicesIn(directory, language))
    })

    app.get(`/requests.${format}`, { schema: { querystring: asked } }, async (request, reply) => {
      const { query } = request
      const names = namesFor(request.headers['accept-language'])
      const counties = countiesIn(names.directory, query.jurisdiction_id)
      const reporter = (await programOf(site, request))?.account
      const numbers = listed(query.service_request_id)
      const before = instant('end_date', query.end_date) ?? site.now()
      const [updatedFrom, updatedBefore] = [instant('updated_after', query.updated_after), instant('updated_before', query.updated_before)]
      // Who asks for what has changed since asks by that alone: it may have been reported long ago.
      const changed = updatedFrom !== undefined && query.start_date === undefined
      const earliest = new Date(before.getTime() - span)
      const from = instant('start_date', query.start_date) ?? earliest
      if (from.getTime() > before.getTime()) throw new Refused(bad('start_date', words('晚于 end_date', 'is later than end_date')))
      const categories = listed(query.service_code)
      for (const code of categories ?? []) serviceOf(names.directory, code)
      const open = openOnly(query.status)
      const limit = query.page_size ?? mostRows
      const rows = await house.database.scoped(system, tx => (numbers
        ? publicRequestsByNumber(tx, counties, numbers.slice(0, 100), reporter)
        : publicRequests(tx, {
          counties, ...(!changed && { from: later(from, earliest) }), before, limit, offset: ((query.page ?? 1) - 1) * limit,
          ...(categories && { categories }), ...(open !== undefined && { open }), ...(query.address_id !== undefined && { region: query.address_id }),
          ...(updatedFrom && { updatedFrom: changed ? later(updatedFrom, earliest) : updatedFrom }), ...(updatedBefore && { updatedBefore }), ...(reporter !== undefined && { reporter }),
        })))
      return answer(request, reply, 'service_requests', await viewsOf(rows, names, reporter))
    })

    app.post(`/requests.${format}`, { preHandler: limitAddress(app, site.limits.upload), schema: { keyed: true, body: { content: { 'application/x-www-form-urlencoded': { schema: fields } } } } }, (request, reply) => few(async () => {
      const sent = request.isMultipart() ? await partsOf(request) : { form: request.body as Form, pictures: [] }
      const { form } = sent
      const { actor } = await needProgram(site, request, form['api_key'])
      const counties = countiesIn(site.directory.now, form['jurisdiction_id'])
      const input = inputOf({ directory: site.directory.now, grids: site.directory.grids, border: (await house.database.scoped(system, tx => gridFigures(tx, legalDay(site.now())))).border }, form)
      if (!counties.some(county => input.place.startsWith(county))) throw new Refused(bad('address_id', words('不在此 jurisdiction_id 内', 'does not lie in this jurisdiction_id')))
      const key = request.headers['idempotency-key']
      const id = isUuid(key) ? key : randomUUID()
      const { photos, notice } = await keepMedia(site, actor, id, sent)
      const receipt = await act(house, actor, { id, step: 'report', procedure: 'request', input: photos.length === 0 ? input : { ...input, photos } }, site.now())
      site.metrics.acts.inc({ procedure: 'request', step: 'report', result: isRefusal(receipt) ? receipt.code : receipt.repeated ? 'repeated' : 'taken' })
      if (isRefusal(receipt)) throw new Refused(receipt)
      return answer(request, reply.code(201), 'service_requests', [{ service_request_id: receipt.number, service_notice: notice === undefined ? null : `${notice.zh} · ${notice.en}`, account_id: null }])
    }))
  }

  app.get('/services/:id', { schema: { params: one, querystring: jurisdiction } }, (request, reply) => {
    const { directory, language } = namesFor(request.headers['accept-language'])
    countiesIn(directory, request.query.jurisdiction_id)
    return answer(request, reply, 'service_definition', definitionOf(serviceOf(directory, nameIn(request.params.id)), language))
  })

  app.get('/requests/:id', { schema: { params: one, querystring: jurisdiction } }, async (request, reply) => {
    const names = namesFor(request.headers['accept-language'])
    const counties = countiesIn(names.directory, request.query.jurisdiction_id)
    const reporter = (await programOf(site, request))?.account
    const rows = await house.database.scoped(system, tx => publicRequestsByNumber(tx, counties, [nameIn(request.params.id)], reporter))
    if (rows.length === 0) throw new Refused(notFound())
    return answer(request, reply, 'service_requests', await viewsOf(rows, names, reporter))
  })

  // A report gets its number at once, so nobody is handed a token; a matter's own id serves as one to who reported it.
  app.get('/tokens/:id', { schema: { params: one, querystring: jurisdiction } }, async (request, reply) => {
    const token = nameIn(request.params.id)
    const { account } = await needProgram(site, request)
    const number = isUuid(token) ? await house.database.scoped(system, tx => ownNumber(tx, token, account)) : undefined
    if (number === undefined) throw new Refused(notFound())
    return answer(request, reply, 'service_requests', [{ service_request_id: number, token }])
  })
}
