import { Type } from 'typebox'
import type { FastifyRequest } from 'fastify'
import { isRefusal } from '../../kernel/refusal.ts'
import { officeCode, postKinds, system, type Actor } from '../../kernel/post.ts'
import { isWithin } from '../../kernel/region.ts'
import { trackOf } from '../../kernel/voting/track.ts'
import { limitsOfSecrecy } from '../../kernel/voting/secrecy.ts'
import { cast, inUrn } from '../../registers/ballots/cast.ts'
import { ownUnits, rollHead, seenPoll, type Seen } from '../../registers/ballots/look.ts'
import { publishedOf } from '../../registers/ballots/publish.ts'
import { correctionsOf, masked, rollLines } from '../../registers/rolls/print.ts'
import type { Tx } from '../../store/database.ts'
import { identityOf } from '../auth/guard.ts'
import { disposition } from '../files/name.ts'
import { sendRefusal } from '../http/problem.ts'
import { notFound, personOnly } from '../http/refusals.ts'
import type { App } from '../http/typed.ts'
import { idSchema } from '../schemas/common.ts'
import { castBody, castSchema, receiptBody, rollSchema, voteSchema } from '../schemas/votes.ts'
import type { Site } from '../site.ts'
import type { CastReply, RollView, VoteView } from '../wire/votes.ts'

const tag = 'votes'
const one = Type.Object({ matter: idSchema })

/** Whether names on a roll are for this reader: who works for the place, up to its township, and reads what is internal. */
const worksFor = (actor: Actor, place: string): boolean =>
  actor.kind !== 'clock' && actor.kind !== 'system' && postKinds[actor.kind].reach === 'region' && actor.clearance !== 'public' && actor.region.length >= 9 && isWithin(place, actor.region)

/** Names on a roll are for its supervisory committee as well, which sees every stage. */
export const readsNames = (actor: Actor, place: string): boolean => worksFor(actor, place) || (actor.kind === 'handler' && actor.office === officeCode(place.slice(0, 12), 'supervisory'))

/**
 * Votes by phone (Art. 25): what is put to the vote, casting it once, whether an envelope is in the urn, the roll as posted and the published result. A cast
 * vote makes no entry and is in no log: what a request said is not written down.
 */
export const voteRoutes = (app: App, site: Site): void => {
  const asked = <T>(ask: (tx: Tx) => Promise<T>): Promise<T> => site.house.database.scoped(system, ask)

  /** Who may look at a vote: who is on its roll, and who may see its matter. */
  const mayLook = async (request: FastifyRequest, matter: string, mine: number): Promise<boolean> =>
    mine > 0 || (await site.house.database.scoped(identityOf(request).actor, tx => tx.query('select from matter where id = $1::uuid', [matter]))).length > 0

  const stateOf = ({ closed, until, published }: Seen): VoteView['state'] => (published ? 'published' : closed ? 'closed' : site.now() >= until ? 'over' : 'open')

  app.get('/api/votes/:matter', {
    schema: { tag, says: { zh: '一次表决：议题、方式、截止时间、本人可投的序号', en: 'A vote: the question, how and until when, and the numbers whose vote the reader may cast' }, params: one, response: { 200: voteSchema } },
  }, async (request, reply): Promise<VoteView | typeof reply> => {
    const { matter } = request.params
    const { poll, mine } = await asked(async tx => ({ poll: await seenPoll(tx, matter), mine: await ownUnits(tx, matter, identityOf(request).account) }))
    if (!poll || !await mayLook(request, matter, mine.length)) return sendRefusal(request, reply, notFound())
    const few = Number(site.house.law.figure('secret-ballot.few', poll.day).value)
    const { zh, en } = trackOf(poll.track)
    return {
      matter, question: poll.question, track: { zh, en }, manner: poll.manner, online: poll.online, state: stateOf(poll), until: poll.until.toISOString(),
      ...(poll.key && { key: Buffer.from(poll.key).toString('base64url') }), units: poll.units, present: poll.present, mine, limits: poll.manner === 'secret' ? limitsOfSecrecy({ units: poll.units, few }) : [],
    }
  })

  app.post('/api/votes/:matter/cast', {
    schema: { tag, says: { zh: '投票：无记名的须先在手机上封好，公开表决的写明意见', en: 'Cast one vote: sealed on the phone where it is secret, in words where it is open' }, params: one, body: castBody, response: { 200: castSchema } },
  }, async (request, reply): Promise<CastReply | typeof reply> => {
    const { account, program } = identityOf(request)
    if (program !== undefined) return sendRefusal(request, reply, personOnly())
    const { number, envelope, choice } = request.body
    const answer = await cast(site.house.database, {
      account, matter: request.params.matter, number, ...(envelope !== undefined && { envelope: new Uint8Array(Buffer.from(envelope, 'base64url')) }), ...(choice !== undefined && { choice }),
    }, site.now())
    return isRefusal(answer) ? sendRefusal(request, reply, answer) : answer
  })

  app.post('/api/votes/:matter/receipt', {
    schema: { open: true, tag, says: { zh: '凭回执查选票是否在票箱里', en: 'Whether the envelope of a receipt is in the urn' }, params: one, body: receiptBody, response: { 200: Type.Object({ inUrn: Type.Boolean() }) } },
  }, async request => ({ inUrn: await inUrn(site.house.database, request.params.matter, request.body.receipt) }))

  app.get('/api/votes/:matter/roll', {
    schema: { tag, says: { zh: '表决名册：公布的只有序号和隐去的姓名；村（居）工作人员可见全名', en: 'The roll: as posted, with masked names, and in full to who works for the place' }, params: one, response: { 200: rollSchema } },
  }, async (request, reply): Promise<RollView | typeof reply> => {
    const { matter } = request.params
    const { actor, account } = identityOf(request)
    const found = await asked(async tx => {
      const head = await rollHead(tx, matter)
      return head && { ...head, mine: (await ownUnits(tx, matter, account)).map(one => one.number), lines: await rollLines(tx, head.county, matter), corrections: await correctionsOf(tx, head.county, matter) }
    })
    const whole = found && readsNames(actor, found.place)
    // A draft is the village's own until it is posted.
    if (!found || (!found.frozen && !whole) || !await mayLook(request, matter, found.mine.length)) return sendRefusal(request, reply, notFound())
    const area = found.lines.reduce((sum, line) => sum + (line.area ?? 0), 0)
    return {
      kind: found.kind, units: found.lines.length, ...(area > 0 && { area }), ...(found.frozen && { frozen: found.frozen.toISOString() }), ...(found.digest !== null && { digest: found.digest }), masked: whole !== true, mine: found.mine,
      lines: found.lines.map(line => (whole === true ? line : masked(line))).map(({ number, name, household, door, area: own, ground, ageUnsure }) => ({
        number, name, ...(household !== null && { household }), ...(door !== null && { door }), ...(own !== null && { area: own }), ...(ground !== '' && { ground }), ...(ageUnsure === true && whole === true && { ageUnsure }),
      })),
      // What was said of somebody and who decided it is for who works there; that a line changed, when, on what ground and on which objection is for all.
      corrections: found.corrections.map(({ objection, ...one }) => ({ ...one, ...(objection !== null && { objection }), ...(whole !== true && { why: '', decidedBy: '' }) })),
    }
  })

  app.get('/api/votes/:matter/result.json', {
    schema: { open: true, tag, says: { zh: '公布的表决结果文件，可用 shanzhi verify 离线核算', en: 'The published result, to be counted again offline with `shanzhi verify`' }, params: one, media: { gives: 'application/json' } },
  }, async (request, reply) => {
    const text = await asked(tx => publishedOf(tx, request.params.matter))
    if (text === undefined) return sendRefusal(request, reply, notFound())
    return reply.headers({ 'Content-Type': 'application/json; charset=utf-8', 'Content-Disposition': disposition('表决结果.json', false), 'Cache-Control': 'public, max-age=300' }).send(text)
  })
}
