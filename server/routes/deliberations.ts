import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { endOfLegalDay, legalDay, startOfLegalDay } from '../../kernel/calendar.ts'
import type { Doc } from '../../kernel/document.ts'
import { officeCode, system } from '../../kernel/post.ts'
import type { Procedure } from '../../kernel/procedure.ts'
import { refuse, Refused } from '../../kernel/refusal.ts'
import { countyOf, levelOf } from '../../kernel/region.ts'
import { rollUnits, tracks, type RollUnit, type TrackName } from '../../kernel/voting/track.ts'
import { words, type JsonObject } from '../../kernel/words.ts'
import { outcomes } from '../../procedures/3-governance/deliberation/kinds.ts'
import { yearPaper } from '../../procedures/3-governance/deliberation/year-paper.ts'
import { papers, type PaperName } from '../../procedures/3-governance/deliberation/papers.ts'
import { commentsOn, lastEntry, opinionsIn, roundOf, roundsIn, stagesReached, tasksOf, topicOf, topicsIn, topicsOfYear, yearOfTalk, type PublicMatter } from '../../registers/deliberations.ts'
import { rollLines } from '../../registers/rolls/print.ts'
import type { Tx } from '../../store/database.ts'
import { identityOf } from '../auth/guard.ts'
import { docx } from '../documents/docx.ts'
import type { Foot } from '../documents/foot.ts'
import { documentPolicy, html } from '../documents/html.ts'
import { office as officeType } from '../files/kind.ts'
import { disposition } from '../files/name.ts'
import { languageOf } from '../http/language.ts'
import { sendRefusal } from '../http/problem.ts'
import { notFound } from '../http/refusals.ts'
import type { App } from '../http/typed.ts'
import { idSchema, regionCode } from '../schemas/common.ts'
import { roundSchema, talkSchema, topicSchema } from '../schemas/deliberation.ts'
import type { Site } from '../site.ts'
import { officeRef, regionRef, type Names } from '../views/place.ts'
import { readsNames } from './votes.ts'
import type { RollFigures, RoundLine, RoundView, SaidView, TalkView, TaskView, TopicLine, TopicView } from '../wire/deliberation.ts'

const tag = 'deliberation'
const wordFile = `${officeType}.wordprocessingml.document`

const isUnit = (unit: unknown): unit is RollUnit => typeof unit === 'string' && Object.hasOwn(rollUnits, unit)

/** Facts that their procedure declares public; everything else of a matter stays behind. */
const publicFacts = (procedure: Procedure | undefined, facts: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(facts).filter(([name]) => procedure?.facts[name]?.class === 'public'))

const isTrack = (body: unknown): body is TrackName => typeof body === 'string' && Object.hasOwn(tracks, body)
const outcomesOf = (outcome: unknown): string | undefined => (typeof outcome === 'string' && Object.hasOwn(outcomes, outcome) ? outcomes[outcome as keyof typeof outcomes].zh : undefined)

/** A legal year as instants, the end in it. */
const spanOf = (year: number): readonly [from: string, to: string] => [startOfLegalDay(`${year}-01-01`).toISOString(), endOfLegalDay(`${year}-12-31`).toISOString()]

const textOf = (facts: JsonObject, name: string): string => { const value = facts[name]; return typeof value === 'string' ? value : '' }

/** What villages talk over and decide, for everyone, signed in or not (Art. 25). */
export const deliberationRoutes = (app: App, site: Site): void => {
  const asked = <T>(ask: (tx: Tx) => Promise<T>): Promise<T> => site.house.database.scoped(system, ask)
  const declared = (name: string): Procedure | undefined => site.house.procedures.findLast(one => one.name === name)
  const facts = (name: string, matter: PublicMatter): JsonObject => publicFacts(declared(name), matter.facts)

  const topicLine = (one: PublicMatter): TopicLine => ({ id: one.id, number: one.number, topic: one.title, stage: one.stage, opened: one.opened.toISOString(), ...(one.due && { due: one.due.toISOString() }), facts: facts('deliberation', one) })
  const roundLine = (one: PublicMatter): RoundLine => ({ id: one.id, number: one.number, title: one.title, stage: one.stage, facts: facts('hearing-round', one) })
  const said = (name: string) => (one: PublicMatter): SaidView => ({ id: one.id, number: one.number, stage: one.stage, at: one.opened.toISOString(), facts: facts(name, one) })
  const task = (one: PublicMatter): TaskView => ({ id: one.id, number: one.number, what: textOf(one.facts, 'what'), stage: one.stage, facts: facts('resolution-task', one) })

  app.get('/api/deliberations', {
    schema: {
      open: true, tag, says: { zh: '村（社区）的议题、决议、听取意见和年度汇总', en: 'Topics, resolutions and hearing rounds of a village, and its year' },
      querystring: Type.Object({ region: regionCode, year: Type.Optional(Type.Integer({ minimum: 2023, maximum: 2149 })) }, { additionalProperties: false }), response: { 200: talkSchema },
    },
  }, async (request, reply): Promise<TalkView | typeof reply> => {
    const { region } = request.query
    const names: Names = { directory: site.directory.now, language: languageOf(request.headers['accept-language']) }
    if (!names.directory.region(region) || levelOf(region) !== 'village') return sendRefusal(request, reply, notFound())
    const county = countyOf(region)
    const year = request.query.year ?? Number(legalDay(site.now()).slice(0, 4))
    return asked(async tx => ({
      region: regionRef(names, region), topics: (await topicsIn(tx, county, region)).map(topicLine), rounds: (await roundsIn(tx, county, region)).map(roundLine),
      year: { year, ...await yearOfTalk(tx, county, region, spanOf(year)) },
    }))
  })

  app.get('/api/deliberations/:id', {
    schema: { open: true, tag, says: { zh: '一个议题：讨论、名册数、计票说明、决议和落实', en: 'One topic: its discussion, roll in figures, count, resolution and what came of it' }, params: Type.Object({ id: idSchema }), response: { 200: topicSchema } },
  }, async (request, reply): Promise<TopicView | typeof reply> => {
    const names: Names = { directory: site.directory.now, language: languageOf(request.headers['accept-language']) }
    const found = await asked(async tx => {
      const topic = await topicOf(tx, request.params.id)
      if (!topic) return undefined
      const { county, id } = topic
      const load = async <T>(name: string): Promise<T | undefined> => await site.house.loaders[name]?.(tx, { county, matter: id }) as T | undefined
      const [roll, attendance, count] = [await load<RollFigures>('roll'), await load<NonNullable<TopicView['attendance']>>('attendance'), await load<NonNullable<TopicView['count']>>('count')]
      return {
        ...topicLine(topic), region: regionRef(names, topic.region), answers: officeRef(names, officeCode(topic.region, 'committee')), path: await stagesReached(tx, county, id),
        ...(roll && { roll: { kind: roll.kind, units: roll.units, ...(roll.area !== undefined && { area: roll.area }), households: roll.households, away: roll.away, ...(roll.frozen !== undefined && { frozen: roll.frozen }), corrections: roll.corrections } }),
        ...(attendance && { attendance: { units: attendance.units, byWay: attendance.byWay, open: attendance.open } }),
        ...(count && { count: { state: count.state, sheets: count.sheets, ready: count.ready, ...(count.why && { why: count.why }) } }),
        comments: (await commentsOn(tx, county, id, 'on')).map(said('deliberation-comment')), tasks: (await tasksOf(tx, county, id, 'carries')).map(task),
      }
    })
    return found ?? sendRefusal(request, reply, notFound())
  })

  type YearAsked = { readonly region: string; readonly year: number }
  const yearQuery = Type.Object({ region: regionCode, year: Type.Integer({ minimum: 2023, maximum: 2149 }) }, { additionalProperties: false })

  /** A village's year as a document, in the official language; what it is counted from is public. */
  const yearOf = async ({ region, year }: YearAsked): Promise<{ readonly doc: Doc; readonly foot: Foot }> => {
    if (!site.directory.now.region(region) || levelOf(region) !== 'village') throw new Refused(notFound())
    const day = legalDay(site.now())
    const [county, span] = [countyOf(region), spanOf(year)]
    const { topics, figures } = await asked(async tx => ({ topics: await topicsOfYear(tx, county, region, span), figures: await yearOfTalk(tx, county, region, span) }))
    const stands = ({ facts: known, stage }: PublicMatter): string => outcomesOf(known['outcome']) ?? declared('deliberation')?.stages[stage]?.zh ?? ''
    const doc = yearPaper({
      issuer: site.directory.now.office(officeCode(region, 'committee'))?.zh ?? '', year, figures, day,
      topics: topics.map(one => ({ topic: one.title, body: isTrack(one.facts['body']) ? tracks[one.facts['body']].zh : '', stands: stands(one) })),
    })
    return { doc, foot: { number: `${region} ${year}`, counted: '由办理记录计算' } }
  }

  app.get('/api/deliberations/year.docx', {
    schema: { open: true, tag, says: { zh: '下载年度汇总（.docx）', en: 'The yearly summary as a .docx file' }, querystring: yearQuery, media: { gives: wordFile } },
  }, async (request, reply) => {
    const { doc, foot } = await yearOf(request.query)
    return reply.headers({ 'Content-Type': wordFile, 'Content-Disposition': disposition(`${doc.title}.docx`, false) }).send(docx(doc, foot))
  })

  app.get('/api/deliberations/year.html', {
    schema: { open: true, tag, says: { zh: '查看、打印年度汇总', en: 'The same as a page to print' }, querystring: yearQuery, media: { gives: 'text/html' } },
  }, async (request, reply) => {
    const { doc, foot } = await yearOf(request.query)
    return reply.headers({ 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': documentPolicy }).send(html(doc, foot))
  })

  /** What bears the question, which the notice settles. */
  const beforeHand: ReadonlySet<string> = new Set<PaperName>(['notices', 'slips', 'countSheet'])

  /** What is printed of the roll for the hall, as it stands now: for who works for the village, and for its supervisory committee. */
  const paper = async (request: FastifyRequest, id: string, name: string): Promise<{ readonly doc: Doc; readonly foot: Foot }> => {
    const { actor } = identityOf(request)
    const made = await asked(async tx => {
      const topic = await topicOf(tx, id)
      const make = Object.hasOwn(papers, name) ? papers[name as PaperName] : undefined
      if (!topic || !make || !readsNames(actor, topic.region)) return undefined
      const { unit, manner, question, noticeOn } = topic.facts
      if (noticeOn === undefined && beforeHand.has(name)) throw new Refused(refuse('not-called', words('会议通知发出后才能印制', 'It is printed once notice is given'), { remedy: words('通知载明表决的问题和截止时间', 'The notice states the question and the end of the vote') }))
      const [on, time, where] = [textOf(topic.facts, 'meetingOn'), textOf(topic.facts, 'meetingTime'), textOf(topic.facts, 'where')]
      const until = textOf(topic.facts, 'voteUntil')
      const office = site.directory.now.office(officeCode(topic.region, 'committee'))
      const doc = make({
        issuer: office?.zh ?? '', topic: topic.title, question: typeof question === 'string' ? question : topic.title, unit: isUnit(unit) ? unit : 'adult', secret: manner === 'secret',
        lines: await rollLines(tx, topic.county, id), day: legalDay(site.now()), ...(on !== '' && { meeting: { on, where, ...(time !== '' && { time }), ...(until !== '' && { until }) } }),
      })
      return { doc, foot: { number: topic.number, ...await lastEntry(tx, topic.county, id) } }
    })
    if (!made) throw new Refused(notFound())
    return made
  }
  const paperParams = Type.Object({ id: idSchema, name: Type.String({ pattern: '^[a-z][a-zA-Z]{0,39}$', description: '公布的名册 posted、通知单 notices、签到册 signIn、选票 slips、计票单 countSheet' }) })

  app.get('/api/deliberations/:id/papers/:name.docx', {
    schema: { tag, says: { zh: '下载公布的名册、通知单、签到册、选票、计票单（.docx）', en: 'Posted roll, slips of notice, sign-in sheet, ballot slips or counting sheet as a .docx file' }, params: paperParams, media: { gives: wordFile } },
  }, async (request, reply) => {
    const { doc, foot } = await paper(request, request.params.id, request.params.name)
    return reply.headers({ 'Content-Type': wordFile, 'Content-Disposition': disposition(`${doc.title} ${foot.number}.docx`, false) }).send(docx(doc, foot))
  })

  app.get('/api/deliberations/:id/papers/:name.html', {
    schema: { tag, says: { zh: '查看、打印公布的名册、通知单、签到册、选票、计票单', en: 'The same as a page to print' }, params: paperParams, media: { gives: 'text/html' } },
  }, async (request, reply) => {
    const { doc, foot } = await paper(request, request.params.id, request.params.name)
    return reply.headers({ 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': documentPolicy }).send(html(doc, foot))
  })

  app.get('/api/hearing-rounds/:id', {
    schema: { open: true, tag, says: { zh: '一场听取意见：意见和答复', en: 'One hearing round: what was said, and the answers' }, params: Type.Object({ id: idSchema }), response: { 200: roundSchema } },
  }, async (request, reply): Promise<RoundView | typeof reply> => {
    const names: Names = { directory: site.directory.now, language: languageOf(request.headers['accept-language']) }
    const found = await asked(async tx => {
      const round = await roundOf(tx, request.params.id)
      return round && { ...roundLine(round), region: regionRef(names, round.region), opinions: (await opinionsIn(tx, round.county, round.id, 'heard')).map(said('hearing-opinion')) }
    })
    return found ?? sendRefusal(request, reply, notFound())
  })
}
