import { Type } from 'typebox'
import { daysAfter, legalDay } from '../../kernel/calendar.ts'
import { kindOfOffice, system, type Actor } from '../../kernel/post.ts'
import { ancestor, countyOf, isWithin, levelOf } from '../../kernel/region.ts'
import { working } from '../../kernel/who.ts'
import { figure } from '../../regulation/rules.ts'
import { villagesDrawn } from '../../registers/grids/shapes.ts'
import { adviceSince, clinicsIn, contractsIn, talksAt } from '../../registers/mediation/advisers.ts'
import { committeesIn } from '../../registers/mediation/committees.ts'
import { mediatorLoad, mediatorsIn } from '../../registers/mediation/mediators.ts'
import { studiosIn } from '../../registers/mediation/studios.ts'
import { adoptedRules } from '../../registers/rules.ts'
import type { Tx } from '../../store/database.ts'
import { identityOf } from '../auth/guard.ts'
import { languageOf } from '../http/language.ts'
import { sendRefusal } from '../http/problem.ts'
import { noRight, notFound } from '../http/refusals.ts'
import type { App } from '../http/typed.ts'
import { regionCode } from '../schemas/common.ts'
import { advisersMapSchema, advisersSchema, lawHelpSchema, loadSchema, mediationSchema } from '../schemas/mediation.ts'
import type { Site } from '../site.ts'
import { adviserView, committeeView, kindWords, mediatorView, studioView, talkLine } from '../views/mediation.ts'
import { officeRef, regionRef, type Names } from '../views/place.ts'
import type { AdvisersMap, AdvisersView, LawHelpView, LoadView, MediationView } from '../wire/mediation.ts'

const tag = 'mediation'
const villageCode = Type.String({ pattern: '^[0-9]{12}$', description: 'A village, 12 digits. 村（社区）代码。' })

/** Whoever works for a place or above it. */
const worksAbove = (actor: Actor, region: string): boolean => working.some(kind => kind === actor.kind) && isWithin(region, actor.region)

/** Who answers for mediation there: the justice departments and offices, and those who lead. */
const answersFor = (actor: Actor, region: string): boolean =>
  worksAbove(actor, region) && (actor.kind === 'lead' || (actor.office !== undefined && ['justice', 'justice-office'].includes(kindOfOffice(actor.office))))

/** Who mediates and who advises, for everyone; loads and coverage, for who answers for them (Art. 30 to 32, 17.3). */
export const mediationRoutes = (app: App, site: Site): void => {
  // Registers that are published name people by their accounts, which the platform alone may look up for who is not signed in.
  const asked = <T>(ask: (tx: Tx) => Promise<T>): Promise<T> => site.house.database.scoped(system, ask)
  const namesFor = (request: { readonly headers: { readonly 'accept-language'?: string | undefined } }): Names => ({ directory: site.directory.now, language: languageOf(request.headers['accept-language']) })

  app.get('/api/mediation', {
    schema: {
      open: true, tag, says: { zh: '一个地方已备案的调解委员会、在任调解员、调解室和工作室，按地名和姓名排列', en: 'Committees filed, mediators who serve and studios of a place, by place and name' },
      querystring: Type.Object({ region: regionCode }, { additionalProperties: false }), response: { 200: mediationSchema },
    },
  }, async (request, reply): Promise<MediationView | typeof reply> => {
    const { region } = request.query
    const names = namesFor(request)
    if (!site.directory.now.region(region) || !['county', 'township', 'village'].includes(levelOf(region))) return sendRefusal(request, reply, notFound())
    const where = { county: countyOf(region), region }
    const [committees, mediators, studios] = await asked(async tx => [await committeesIn(tx, where), await mediatorsIn(tx, { ...where, at: site.now() }), await studiosIn(tx, where)] as const)
    return {
      region: regionRef(names, region), committees: committees.map(row => committeeView(names, legalDay(site.now()), row)), mediators: mediators.map(row => mediatorView(names, row)), studios: studios.map(row => studioView(names, row)),
    }
  })

  app.get('/api/mediation/load', {
    schema: {
      tag, says: { zh: '调解员一年的承办、达成、未达成和履行，绝对数，不排名', en: 'What mediators took in a year and what came of it: absolute figures, no ranking' },
      querystring: Type.Object({ region: regionCode, year: Type.Optional(Type.Integer({ minimum: 2023, maximum: 2149 })) }, { additionalProperties: false }), response: { 200: loadSchema },
    },
  }, async (request, reply): Promise<LoadView | typeof reply> => {
    const { actor } = identityOf(request)
    const names = namesFor(request)
    const today = legalDay(site.now())
    const { region, year = Number(today.slice(0, 4)) } = request.query
    if (!site.directory.now.region(region) || !['county', 'township', 'village'].includes(levelOf(region))) return sendRefusal(request, reply, notFound())
    if (!answersFor(actor, region)) return sendRefusal(request, reply, noRight('调解员工作量由司法行政部门、司法所和负责人查看', 'The load of mediators is for justice departments, justice offices and leads'))
    const { rows, many, hoursOwed } = await asked(async tx => {
      const local = await adoptedRules(tx)
      return { rows: await mediatorLoad(tx, { county: countyOf(region), region, year, at: site.now() }), many: figure('mediator.all-agreed', today, local).value, hoursOwed: figure('mediator.training-hours', today, local).value }
    })
    return {
      region: regionRef(names, region), year, many, hoursOwed,
      rows: rows.map(({ account: _, office, place, kind: which, ...row }) => {
        const kind = kindWords(which)
        return { ...row, office: officeRef(names, office), place: regionRef(names, place), ...(kind && { kind }), ask: row.failed === 0 && row.agreed >= many }
      }),
    }
  })

  app.get('/api/advisers', {
    schema: {
      tag, says: { zh: '村（社区）法律顾问覆盖：哪些村有、哪些村没有', en: 'Legal advisers: which villages have one, which have none' },
      querystring: Type.Object({ region: regionCode }, { additionalProperties: false }), response: { 200: advisersSchema },
    },
  }, async (request, reply): Promise<AdvisersView | typeof reply> => {
    const { actor } = identityOf(request)
    const names = namesFor(request)
    const { region } = request.query
    const directory = site.directory.now
    if (!directory.region(region) || !['county', 'township', 'village'].includes(levelOf(region))) return sendRefusal(request, reply, notFound())
    if (!worksAbove(actor, region)) return sendRefusal(request, reply, noRight('该地不在您的辖区', 'That place is outside your area'))
    const [now, county] = [site.now(), countyOf(region)]
    const today = legalDay(now)
    const { contracts, advice, near } = await asked(async tx => ({
      contracts: await contractsIn(tx, { county, region, day: today }), advice: await adviceSince(tx, { county, region, since: `${today.slice(0, 4)}-01-01` }), near: figure('adviser-contract.near', today, await adoptedRules(tx)).value,
    }))
    const [byVillage, figures] = [new Map(contracts.map(row => [row.village, row])), new Map(advice.map(row => [row.village, row]))]
    const townships = levelOf(region) === 'county' ? directory.children(region).map(one => one.code) : [ancestor(region, 'township') ?? region]
    const villages = levelOf(region) === 'village' ? [region] : townships.flatMap(township => directory.children(township).map(one => one.code))
    // The day on which the matter itself brings its end up.
    const last = daysAfter(today, near)
    const isEnding = (village: string): boolean => { const found = byVillage.get(village); return found !== undefined && found.until <= last }
    const counted = (of: readonly string[]) => ({ villages: of.length, covered: of.filter(code => byVillage.has(code)).length, ending: of.filter(isEnding).length })
    return {
      region: regionRef(names, region), asOf: now.toISOString(), near, ...counted(villages),
      townships: townships.map(place => ({ place: regionRef(names, place), ...counted(villages.filter(code => isWithin(code, place))) })),
      rows: villages.map(code => { const found = byVillage.get(code); return { village: regionRef(names, code), ...(found && { adviser: adviserView(found) }), ending: isEnding(code), booked: figures.get(code)?.booked ?? 0, held: figures.get(code)?.held ?? 0 } }),
    }
  })

  // Apart from the figures: outlines weigh more than the list, which need not wait for them.
  app.get('/api/advisers/map', {
    schema: {
      tag, says: { zh: '村（社区）范围，用于法律顾问覆盖图；未划范围的不列', en: 'Where villages lie, for the map of legal advisers; those not drawn are left out' },
      querystring: Type.Object({ region: regionCode }, { additionalProperties: false }), response: { 200: advisersMapSchema },
    },
  }, async (request, reply): Promise<AdvisersMap | typeof reply> => {
    const { region } = request.query
    if (!site.directory.now.region(region) || !['county', 'township', 'village'].includes(levelOf(region))) return sendRefusal(request, reply, notFound())
    if (!worksAbove(identityOf(request).actor, region)) return sendRefusal(request, reply, noRight('该地不在您的辖区', 'That place is outside your area'))
    return {
      areas: [...villagesDrawn(site.directory.grids, region)].map(([village, { shape, schematic }]) => ({ village, shape, ...(schematic && { schematic: true as const }) })),
      ...(site.tiles && { tiles: site.tiles }),
    }
  })

  app.get('/api/law-help', {
    schema: {
      open: true, tag, says: { zh: '本村（社区）谁来调解、谁是法律顾问、什么时候值守、有哪些法治讲座', en: 'Who mediates for a village, who its lawyer is and when they sit there, and law talks' },
      querystring: Type.Object({ village: villageCode }, { additionalProperties: false }), response: { 200: lawHelpSchema },
    },
  }, async (request, reply): Promise<LawHelpView | typeof reply> => {
    const { village } = request.query
    const names = namesFor(request)
    if (!site.directory.now.region(village)) return sendRefusal(request, reply, notFound())
    const [now, county] = [site.now(), countyOf(village)]
    const today = legalDay(now)
    const places = [village, ancestor(village, 'township') ?? village, county]
    const where = { county, region: county, places }
    return asked(async tx => {
      const committees = (await committeesIn(tx, where)).filter(row => row.dissolved === null)
      const mediators = await mediatorsIn(tx, { ...where, at: now })
      const studios = (await studiosIn(tx, where)).filter(row => row.ended === null)
      const [contract] = await contractsIn(tx, { county, region: village, day: today })
      const clinics = await clinicsIn(tx, { county, region: village, day: today, limit: 12 })
      const talks = await talksAt(tx, { county, places, limit: 12 })
      // One’s own village first, then what serves it from further up.
      const nearest = <T extends { readonly place: string }>(rows: readonly T[]): readonly T[] => rows.toSorted((a, b) => b.place.length - a.place.length)
      return {
        village: regionRef(names, village), committees: nearest(committees).map(row => committeeView(names, today, row)), mediators: nearest(mediators).map(row => mediatorView(names, row)), studios: nearest(studios).map(row => studioView(names, row)),
        ...(contract && { adviser: adviserView(contract) }), clinics: clinics.map(({ day, hours, spot }) => ({ day, hours, spot })), talks: talks.map(row => talkLine(names, row)),
      }
    })
  })
}
