import { Type } from 'typebox'
import { legalDay } from '../../kernel/calendar.ts'
import { postKinds, reads, system, type Actor } from '../../kernel/post.ts'
import { countyOf, isRegionCode, isWithin, levelOf } from '../../kernel/region.ts'
import { entriesOf, draftsOf, householdsOf, linesOf, postingsOf, stockOf, totalsOf, yearOf } from '../../ledgers/points/read.ts'
import { catalogueOn, schemeOn, schemesOf } from '../../ledgers/points/schemes.ts'
import { ownHousehold } from '../../registers/households/read.ts'
import type { Tx } from '../../store/database.ts'
import { logReading, purposeOf } from '../../store/read/log.ts'
import { identityOf, whoAsks } from '../auth/guard.ts'
import { disposition } from '../files/name.ts'
import { languageOf } from '../http/language.ts'
import { sendRefusal } from '../http/problem.ts'
import { noRight, notFound } from '../http/refusals.ts'
import type { App } from '../http/typed.ts'
import { idSchema, regionCode } from '../schemas/common.ts'
import { myPointsSchema, pointsLedgerSchema, postingSchema, statementSchema, villagePointsSchema } from '../schemas/points.ts'
import type { Site } from '../site.ts'
import { regionRef, type Names } from '../views/place.ts'
import { entryView, ledgerBook, liabilityOf, lineView, postingView, schemeView, statementBook, stockView } from '../views/points.ts'
import type { HouseholdStatement, MyPoints, PointsLedger, PostingView, VillagePoints } from '../wire/points.ts'

const tag = 'points'
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const ofVillage = Type.Object({ village: regionCode }, { additionalProperties: false })
const household = Type.String({ pattern: '^[0-9]{12}-[0-9]{4}$', description: 'Code of a household. 户编码。' })

/** Whoever works in the village or its township and is cleared for it: what a household has goes no further up. */
const worksIn = (actor: Actor, village: string): boolean =>
  actor.kind !== 'clock' && actor.kind !== 'system' && postKinds[actor.kind].reach === 'region' && postKinds[actor.kind].acts && reads(actor.clearance, 'internal') && isWithin(village, actor.region)
  && ['township', 'village', 'grid'].includes(levelOf(actor.region))

const notYours = () => noRight('该村（社区）的积分台账不在您的权限内', 'The ledger of that village is outside your reach')

/** Points of a village: what everyone may see, one's own household, and the ledger for who works there (Art. 27). */
export const pointsRoutes = (app: App, site: Site): void => {
  const { database } = site.house
  const namesFor = (request: { readonly headers: { readonly 'accept-language'?: string | undefined } }): Names => ({ directory: site.directory.now, language: languageOf(request.headers['accept-language']) })
  const isVillage = (code: string): boolean => isRegionCode(code) && levelOf(code) === 'village' && site.directory.now.region(code) !== undefined
  const today = (): string => legalDay(site.now())

  const statementOf = async (tx: Tx, names: Names, village: string, code: string): Promise<HouseholdStatement | undefined> => {
    const [found] = await householdsOf(tx, village, code)
    return found && { village: regionRef(names, village), household: found, entries: (await entriesOf(tx, countyOf(village), code)).map(entryView) }
  }
  const ledgerOf = async (tx: Tx, names: Names, village: string): Promise<PointsLedger> => {
    const scheme = await schemeOn(tx, village, today())
    const { handed, ...totals } = await totalsOf(tx, village, today().slice(0, 4))
    return { village: regionRef(names, village), households: await householdsOf(tx, village), stock: stockView(scheme, await stockOf(tx, village)), ...totals, liability: liabilityOf(scheme, { ...totals, handed }) }
  }

  /** What households have is entered in the log as it is read, by duty too. */
  const logged = (tx: Tx, actor: Actor, village: string, households: number): void => {
    if (households > 0) logReading(tx, site.house.keys, actor, { county: countyOf(village), at: site.now(), register: 'points', region: village, facts: ['address', 'points'], people: households, ...purposeOf(undefined) })
  }
  const ledgerRead = async (tx: Tx, actor: Actor, names: Names, village: string): Promise<PointsLedger> => {
    const ledger = await ledgerOf(tx, names, village)
    logged(tx, actor, village, ledger.households.length)
    return ledger
  }

  app.get('/api/points', {
    schema: { open: true, tag, says: { zh: '村（社区）积分公开：施行中的办法、征求意见的草案、公示', en: 'Points of a village as everyone may see them: the scheme in force, drafts and postings' }, querystring: ofVillage, response: { 200: villagePointsSchema } },
  }, async (request, reply): Promise<VillagePoints | typeof reply> => {
    const { village } = request.query
    if (!isVillage(village)) return sendRefusal(request, reply, notFound())
    return database.scoped(system, async tx => {
      const scheme = await schemeOn(tx, village, today())
      const stock = await stockOf(tx, village)
      const catalogue = await catalogueOn(tx, village, today()) as { matter: string; title: string; since: string } | undefined
      return {
        village: regionRef(namesFor(request), village), ...(scheme && { scheme: schemeView(scheme, stock) }),
        before: (await schemesOf(tx, village)).filter(one => one.matter !== scheme?.matter).map(({ matter, title, version, since, until }) => ({ matter, title, version, since, ...(until !== undefined && { until }) })),
        ...(catalogue && { catalogue: { matter: catalogue.matter, title: catalogue.title, since: catalogue.since } }),
        drafts: (await draftsOf(tx, village)).map(({ id, stage, ...one }) => ({ matter: id, open: stage === 'designing', ...one })), postings: (await postingsOf(tx, village)).map(postingView),
      }
    })
  })

  app.get('/api/points/postings/:id', {
    schema: { open: true, tag, says: { zh: '一期积分公示的逐条记分，户已脱敏', en: 'One posting line by line, households masked' }, params: Type.Object({ id: idSchema }), response: { 200: postingSchema } },
  }, async (request, reply): Promise<PostingView | typeof reply> => {
    const { id } = request.params
    const actor = whoAsks(request)?.actor
    const found = await database.scoped(system, async tx => {
      const [at] = await tx.query<{ region: string }>(`select region from matter where id = $1::uuid and procedure = 'points-posting'`, [id])
      const posting = at && (await postingsOf(tx, at.region, 1000)).find(one => one.id === id)
      return at && posting && { village: at.region, posting, lines: await linesOf(tx, countyOf(at.region), id) }
    })
    if (!found) return sendRefusal(request, reply, notFound())
    const own = actor && (await database.scoped(actor, tx => ownHousehold(tx, today())))?.code
    const whole = actor !== undefined && worksIn(actor, found.village)
    return { village: regionRef(namesFor(request), found.village), posting: postingView(found.posting), lines: found.lines.map(line => lineView(line, { whole, own })) }
  })

  app.get('/api/points/mine', {
    schema: { tag, says: { zh: '我家的积分：余额、明细和可以兑换的物品', en: 'One’s own household’s points: balance, movements, and what they are exchanged for' }, response: { 200: myPointsSchema } },
  }, async (request): Promise<MyPoints> => {
    const { actor } = identityOf(request)
    const names = namesFor(request)
    return database.scoped(actor, async tx => {
      const own = await ownHousehold(tx, today())
      const village = own?.village ?? (isVillage(actor.region) ? actor.region : undefined)
      const scheme = village === undefined ? undefined : await schemeOn(tx, village, today())
      // How much is left of a reward is open to all; whose it was is not.
      const stock = village === undefined ? [] : await tx.as(system, whole => stockOf(whole, village))
      const statement = own && await statementOf(tx, names, own.village, own.code)
      return { ...(statement && { statement }), ...(village !== undefined && { village: regionRef(names, village) }), ...(scheme && { scheme: schemeView(scheme, stock) }) }
    })
  })

  app.get('/api/points/mine.xlsx', { schema: { tag, says: { zh: '我家积分明细（Excel）', en: 'One’s own household’s statement as a workbook' }, querystring: Type.Object({}, { additionalProperties: false }), media: { gives: xlsx } } }, async (request, reply) => {
    const { actor, name } = identityOf(request)
    const names: Names = { directory: site.directory.now, language: 'zh' }
    const statement = await database.scoped(actor, async tx => {
      const own = await ownHousehold(tx, today())
      return own && statementOf(tx, names, own.village, own.code)
    })
    if (!statement) return sendRefusal(request, reply, notFound())
    return reply.headers({ 'Content-Type': xlsx, 'Content-Disposition': disposition(`我家积分-${today()}.xlsx`, false), 'Cache-Control': 'private, no-store' }).send(await statementBook(statement, { by: name, on: today() }))
  })

  app.get('/api/points/ledger', {
    schema: { tag, says: { zh: '村（社区）积分台账：各户余额（按户编码，不排名）、库存、未兑换积分和预算', en: 'The ledger of a village: households by code, never ranked; stock; unredeemed points beside the budget' }, querystring: ofVillage, response: { 200: pointsLedgerSchema } },
  }, async (request, reply): Promise<PointsLedger | typeof reply> => {
    const { actor } = identityOf(request)
    const { village } = request.query
    if (!isVillage(village)) return sendRefusal(request, reply, notFound())
    return worksIn(actor, village) ? database.scoped(actor, tx => ledgerRead(tx, actor, namesFor(request), village)) : sendRefusal(request, reply, notYours())
  })

  app.get('/api/points/ledger.xlsx', { schema: { tag, says: { zh: '积分台账（Excel）', en: 'The ledger of a village as a workbook' }, querystring: ofVillage, media: { gives: xlsx } } }, async (request, reply) => {
    const { actor, name } = identityOf(request)
    const { village } = request.query
    if (!isVillage(village)) return sendRefusal(request, reply, notFound())
    if (!worksIn(actor, village)) return sendRefusal(request, reply, notYours())
    const [ledger, year] = await database.scoped(actor, async tx => [await ledgerRead(tx, actor, { directory: site.directory.now, language: 'zh' }, village), await yearOf(tx, village, today().slice(0, 4))] as const)
    return reply.headers({ 'Content-Type': xlsx, 'Content-Disposition': disposition(`积分台账-${village}-${today()}.xlsx`, false), 'Cache-Control': 'private, no-store' }).send(await ledgerBook(ledger, year, { by: name, on: today() }))
  })

  app.post('/api/points/statement', {
    schema: { tag, says: { zh: '一户的积分明细（户编码不出现在网址中）', en: 'The statement of one household; its code stands in no address' }, body: Type.Object({ household }, { additionalProperties: false }), response: { 200: statementSchema } },
  }, async (request, reply): Promise<HouseholdStatement | typeof reply> => {
    const { actor } = identityOf(request)
    const code = request.body.household
    const village = await database.scoped(actor, async tx => (await tx.query<{ village: string }>('select village from household where county = left($1, 6) and code = $1', [code]))[0]?.village)
    if (village === undefined) return sendRefusal(request, reply, notFound())
    if (!worksIn(actor, village)) return sendRefusal(request, reply, notYours())
    const statement = await database.scoped(actor, async tx => {
      const found = await statementOf(tx, namesFor(request), village, code)
      if (found) logged(tx, actor, village, 1)
      return found
    })
    return statement ?? sendRefusal(request, reply, notFound())
  })
}
