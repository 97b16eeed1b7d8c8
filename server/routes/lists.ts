import { Type } from 'typebox'
import { legalDay } from '../../kernel/calendar.ts'
import { system } from '../../kernel/post.ts'
import { regionOfOffice } from '../../kernel/post.ts'
import { countyOf } from '../../kernel/region.ts'
import { dutyItems, dutyLists, dutyVersion, reasonsOf, workItems, workLists } from '../../registers/lists.ts'
import type { Tx } from '../../store/database.ts'
import { languageOf } from '../http/language.ts'
import { sendRefusal } from '../http/problem.ts'
import { notFound } from '../http/refusals.ts'
import type { App } from '../http/typed.ts'
import { idSchema, regionCode } from '../schemas/common.ts'
import { countyCode, diffSchema, dutyItemsSchema, dutyListSchema, listSchema, officeParameter, versionsSchema, workItemsSchema } from '../schemas/lists.ts'
import type { Site } from '../site.ts'
import { changesOf, versionView, workItemView } from '../views/lists.ts'
import { officeRef } from '../views/place.ts'
import type { DutyItemView, DutyListView, ListDiff, ListVersion, ListView, WorkItemView } from '../wire.ts'

const tag = 'lists'
const one = Type.Object({ county: countyCode, version: idSchema }, { additionalProperties: false })

/** A county's lists and offices' duty lists, version by version: for everyone, signed in or not (Art. 23). */
export const listRoutes = (app: App, site: Site): void => {
  const asked = <T>(ask: (tx: Tx) => Promise<T>): Promise<T> => site.house.database.scoped(system, ask)
  const today = (): string => legalDay(site.now())
  const versions = async (county: string): Promise<readonly ListVersion[]> => (await asked(tx => workLists(tx, county))).map(version => versionView(version, today()))

  app.get('/api/work-lists', {
    schema: {
      open: true, tag, says: { zh: '某地所在县（区）的事项清单，各版', en: 'The versions of a county’s lists, the newest first' },
      querystring: Type.Object({ region: regionCode }, { additionalProperties: false }), response: { 200: versionsSchema },
    },
  }, async (request, reply): Promise<readonly ListVersion[] | typeof reply> => {
    const { region } = request.query
    if (region.length < 6 || !site.directory.now.region(region)) return sendRefusal(request, reply, notFound())
    return versions(countyOf(region))
  })

  app.get('/api/work-lists/:county/:version', {
    schema: { open: true, tag, says: { zh: '一版清单的全部事项', en: 'All items of a version' }, params: one, response: { 200: listSchema } },
  }, async (request, reply): Promise<ListView | typeof reply> => {
    const { county, version } = request.params
    const of = (await versions(county)).find(each => each.version === version)
    return of ? { of, items: await asked(tx => workItems(tx, county, version)) } : sendRefusal(request, reply, notFound())
  })

  app.get('/api/work-lists/:county/:version/diff', {
    schema: {
      open: true, tag, says: { zh: '两版清单逐项比较', en: 'Two versions compared, item by item' }, params: one,
      querystring: Type.Object({ against: idSchema }, { additionalProperties: false }), response: { 200: diffSchema },
    },
  }, async (request, reply): Promise<ListDiff | typeof reply> => {
    const { county, version } = request.params
    const all = await versions(county)
    const [of, against] = [version, request.query.against].map(id => all.find(each => each.version === id))
    if (!of || !against) return sendRefusal(request, reply, notFound())
    return asked(async tx => ({
      of, against, changes: changesOf(await workItems(tx, county, against.version), await workItems(tx, county, of.version), await reasonsOf(tx, county, of.version)),
    }))
  })

  app.get('/api/work-items', {
    schema: {
      open: true, tag, says: { zh: '今天生效的清单事项', en: 'Items in force today' },
      querystring: Type.Object({ county: countyCode }, { additionalProperties: false }), response: { 200: workItemsSchema },
    },
  }, async (request): Promise<readonly WorkItemView[]> => {
    const { county } = request.query
    const now = (await versions(county)).find(each => each.stands === 'now')
    return now ? (await asked(tx => workItems(tx, county, now.version))).map(workItemView) : []
  })

  const dutyVersions = async (office: string): Promise<readonly ListVersion[]> =>
    (await asked(tx => dutyLists(tx, countyOf(regionOfOffice(office)), office))).map(version => versionView(version, today()))

  app.get('/api/duty-lists', {
    schema: {
      open: true, tag, says: { zh: '一个单位的职责事项清单，各版', en: 'The versions of an office’s duty list, the newest first' },
      querystring: Type.Object({ office: officeParameter }, { additionalProperties: false }), response: { 200: versionsSchema },
    },
  }, async request => dutyVersions(request.query.office))

  app.get('/api/duty-lists/:county/:version', {
    schema: { open: true, tag, says: { zh: '一版职责事项清单', en: 'A version of a duty list' }, params: one, response: { 200: dutyListSchema } },
  }, async (request, reply): Promise<DutyListView | typeof reply> => {
    const { county, version } = request.params
    const found = await asked(tx => dutyVersion(tx, county, version))
    if (!found) return sendRefusal(request, reply, notFound())
    const names = { directory: site.directory.now, language: languageOf(request.headers['accept-language']) }
    return { of: versionView(found, today()), office: officeRef(names, found.office), items: await asked(tx => dutyItems(tx, county, version)) }
  })

  app.get('/api/duty-items', {
    schema: {
      open: true, tag, says: { zh: '一个单位今天生效的职责事项', en: 'An office’s own duties in force today' },
      querystring: Type.Object({ office: officeParameter }, { additionalProperties: false }), response: { 200: dutyItemsSchema },
    },
  }, async (request): Promise<readonly DutyItemView[]> => {
    const { office } = request.query
    const now = (await dutyVersions(office)).find(each => each.stands === 'now')
    return now ? asked(tx => dutyItems(tx, countyOf(regionOfOffice(office)), now.version)) : []
  })
}
