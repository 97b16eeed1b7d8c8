import { daysAfter, legalDay } from '../../kernel/calendar.ts'
import { clock, system, type Actor } from '../../kernel/post.ts'
import { placeOf } from '../../kernel/voting/select.ts'
import { sealBallot } from '../../kernel/voting/envelope.ts'
import type { Choice } from '../../kernel/voting/track.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { act } from '../../store/act.ts'
import { cast } from '../ballots/cast.ts'
import { randomFor } from './random.ts'
import { hoursBefore, player, type Stage } from './player.ts'

/** What a village talks over: one topic being carried out, one that failed for want of a quorum, one called, one being voted on by phone, one just raised; and days on which it heard people. Invented. */

const day = 24

type Hands = { readonly village: string; readonly committee: Actor; readonly worker: Actor; readonly residents: readonly Actor[] }

const hands = (stage: Stage): Hands | undefined => {
  const village = stage.villages.find(code => placeOf(code) === 'village')
  const [committee, worker] = village === undefined ? [] : [stage.cast.committee(village), stage.cast.gridWorker(village)]
  const residents = village === undefined ? [] : stage.cast.residents(village)
  return village !== undefined && committee && worker && residents.length >= 4 ? { village, committee, worker, residents } : undefined
}

const dayAt = (stage: Stage, days: number): string => legalDay(hoursBefore(stage, days * day))

/** Members with accounts first, each name once: a paper roll finds its people by their names. */
const members = ({ city }: Stage, { village, residents }: Hands): readonly { readonly number: number; readonly name: string }[] => {
  const names = [...residents.flatMap(one => city.accounts.find(account => account.id === one.account)?.name ?? []), ...city.people.filter(person => person.village === village && person.born_decade <= 2000).map(person => person.name)]
  return [...new Set(names)].slice(0, 12).map((name, at) => ({ number: at + 1, name }))
}

type Vote = { readonly name: string; readonly topic: string; readonly reason: string; readonly question: string; readonly raised: number; readonly manner: 'open' | 'secret'; readonly days: number }

/** Raised, taken up, enrolled on paper and called; opened on its day, to be voted on in the hall and by phone for so many days. */
const opened = async (stage: Stage, who: Hands, { name, topic, reason, question, raised, manner, days }: Vote) => {
  const { village, committee, residents: [first] } = who
  const told = player(stage, 'deliberation', name)
  told.on(hoursBefore(stage, raised * day))
  if (!first || !await told.opens('raise', first, { topic, village, raisedBy: 'residents', concern: 'publicAffairs', reason })) return undefined
  told.on(hoursBefore(stage, (raised - 1) * day))
  await told.take(committee, told.id, 'accept', { subject: 'collectiveAssets', touches: 'nothing', manner })
  await told.take(committee, told.id, 'draftRoll', { rollFrom: 'paper', units: members(stage, who) })
  await told.take(committee, told.id, 'giveNotice', { meetingOn: dayAt(stage, raised - 12), meetingTime: '上午九点', where: '村委会院子', form: 'both', question, voteUntil: dayAt(stage, raised - 12 - days), invited: '村集体经济组织理事会、驻村工作队' })
  told.on(hoursBefore(stage, (raised - 12) * day))
  await told.take(committee, told.id, 'openVote')
  return told
}

type Told = NonNullable<Awaited<ReturnType<typeof opened>>>

/** Votes as phones send them, the last of the residents first: the first is left to vote by hand. One sent again, where the making of the city was interrupted, is answered and changes nothing. */
const voted = async (stage: Stage, { id }: Told, { residents }: Hands, choices: readonly Choice[], when: Date): Promise<void> => {
  const { database } = stage.house
  const [poll] = await database.scoped(system, tx => tx.query<{ key: Uint8Array | null }>('select key from poll where matter = $1::uuid', [id]))
  for (const [n, choice] of choices.entries()) {
    const at = residents.length - 1 - n
    const account = residents[at]?.account
    if (account === undefined) continue
    const vote = { account, matter: id, number: at + 1 }
    await cast(database, poll?.key ? { ...vote, envelope: await sealBallot(new Uint8Array(poll.key), id, choice) } : { ...vote, choice }, when)
  }
}

/** The clock’s own step, as it was taken when it was due. */
const fired = async ({ house, city, county }: Stage, id: string, step: string, at: Date): Promise<void> => {
  const answer = await act(house, clock, { id: randomFor(city.seed, 'deliberation', county, step, id).uuid(), matter: id, county, step, input: {}, fires: 'stage' }, at)
  if (isRefusal(answer)) throw new Error(`the demo’s clock could not ${step}: ${JSON.stringify(answer)}`)
}

const taskOf = async ({ house, county }: Stage, id: string, what: string): Promise<string> =>
  (await house.database.scoped(system, tx => tx.query<{ id: string }>(
    `select m.id from link l join matter m on m.county = l.county and m.id = l.matter where l.county = $1 and l.other = $2::uuid and l.kind = 'carries' and m.facts ->> 'what' = $3`, [county, id, what])))[0]?.id ?? ''

const carriedOut = async (stage: Stage, who: Hands): Promise<void> => {
  const { committee } = who
  const told = await opened(stage, who, { name: 'carried', topic: '集体机动地承包收益分配（演示）', reason: '上一年的承包收益怎么分，请成员大会议一议（演示）', question: '是否同意承包收益按成员平均分配、提留一成用于公益？', raised: 44, manner: 'open', days: 1 })
  if (!told) return
  const size = members(stage, who).length
  await voted(stage, told, who, Array.from({ length: size }, () => 'for'), hoursBefore(stage, 32 * day - 1))
  told.on(hoursBefore(stage, 30 * day))
  await told.take(committee, told.id, 'close')
  await told.take(committee, told.id, 'declare')
  told.on(hoursBefore(stage, 29 * day))
  await told.take(committee, told.id, 'publish', { resolution: '承包收益按成员人数平均分配，提留一成用于村内公益，明细张榜公布（演示）' })
  const [row] = await stage.house.database.scoped(system, tx => tx.query<{ outcome: string }>(`select facts ->> 'outcome' as outcome from matter where id = $1::uuid`, [told.id]))
  const over = hoursBefore(stage, 13 * day)
  await fired(stage, told.id, 'closeWindow', over)
  // Where too few of a small village sign in, its topic did not pass and has nothing to carry out.
  if (row?.outcome !== 'passed') return
  told.on(over)
  await told.take(committee, told.id, 'assign', { tasks: [{ what: '张榜公布分配明细', responsible: '村集体经济组织', until: dayAt(stage, 8) }, { what: '修补村口排水沟', responsible: '村委会', until: daysAfter(dayAt(stage, 0), 40) }] })
  told.on(hoursBefore(stage, 9 * day))
  await told.take(committee, await taskOf(stage, told.id, '张榜公布分配明细'), 'finish', { report: '已在村务公开栏张贴，并逐户发放明细（演示）' })
}

const withoutQuorum = async (stage: Stage, who: Hands): Promise<void> => {
  const told = await opened(stage, who, { name: 'few', topic: '闲置小学出租期限（演示）', reason: '有人想租闲置小学办合作社（演示）', question: '是否同意出租五年？', raised: 24, manner: 'open', days: 1 })
  if (!told) return
  await voted(stage, told, who, ['for', 'against'], hoursBefore(stage, 12 * day - 1))
  told.on(hoursBefore(stage, 10 * day))
  await told.take(who.committee, told.id, 'close')
  await told.take(who.committee, told.id, 'declare')
}

const votingNow = async (stage: Stage, who: Hands): Promise<void> => {
  const told = await opened(stage, who, { name: 'voting', topic: '集体林地抚育用工办法（演示）', reason: '今年林地抚育用工怎么安排，请大家定（演示）', question: '是否同意用工优先安排本村成员、按日结算？', raised: 13, manner: 'secret', days: 8 })
  if (told) await voted(stage, told, who, ['for', 'against'], hoursBefore(stage, 20))
}

const discussedNow = async (stage: Stage, { village, committee, residents: [one, two] }: Hands): Promise<void> => {
  if (!one || !two) return
  const told = player(stage, 'deliberation', 'called')
  told.on(hoursBefore(stage, 9 * day))
  if (!await told.opens('raise', one, { topic: '村道两侧安装路灯（演示）', village, raisedBy: 'households', concern: 'publicGood', reason: '三社到学校的路晚上没有灯，孩子上下学不安全（演示）' })) return
  told.on(hoursBefore(stage, 8 * day))
  await told.take(committee, told.id, 'accept', { subject: 'publicWorks', touches: 'nothing', unit: 'household', course: 'four' })
  await told.take(committee, told.id, 'propose', { proposedOn: dayAt(stage, 8), proposal: '提议从村集体收入中列支，分两年安装（演示）' })
  told.on(hoursBefore(stage, 4 * day))
  await told.take(committee, told.id, 'confer', { conferredOn: dayAt(stage, 4), conferred: '同意提请党员大会审议（演示）' })
  told.on(hoursBefore(stage, day))
  await told.take(committee, told.id, 'review', { partyOn: dayAt(stage, 1), partyDue: 18, partyPresent: 15, partyFor: 13 })
  told.on(hoursBefore(stage, 20))
  await told.take(committee, told.id, 'draftRoll', { rollFrom: 'register' })
  await told.take(committee, told.id, 'giveNotice', { meetingOn: daysAfter(dayAt(stage, 0), 11), meetingTime: '晚上七点半', where: '村文化广场', form: 'hall', question: '是否同意村道两侧安装路灯，费用从村集体收入列支？', invited: '驻村工作队、供电所', rollChecked: true })
  for (const [n, who, sort, comment] of [[1, one, 'question', '每户要不要出钱？（演示）'], [2, two, 'change', '建议先装学校那一段（演示）']] as const) {
    const said = player(stage, 'deliberation-comment', `said ${n}`)
    said.on(hoursBefore(stage, 20 - n))
    if (await said.opens('comment', who, { topic: told.id, village, sort, speaksAs: 'household', comment }) && n === 1) await said.take(committee, said.id, 'answer', { outcome: 'explained', reply: '不向村民收钱，从村集体收入列支（演示）' })
  }
}

const raisedNow = async (stage: Stage, { village, residents: [, , third] }: Hands): Promise<void> => {
  const told = player(stage, 'deliberation', 'raised')
  told.on(hoursBefore(stage, 5))
  if (third) await told.opens('raise', third, { topic: '红白喜事一切从简（演示）', village, raisedBy: 'residents', concern: 'governance', reason: '办事攀比，负担重，请村里议一个办法（演示）' })
}

const heard = async (stage: Stage, { village, committee }: Hands): Promise<void> => {
  const told = player(stage, 'hearing-round', 'held')
  told.on(hoursBefore(stage, 20 * day))
  if (!await told.opens('schedule', committee, { title: '听取意见日（演示）', village, where: '村委会议室', day: dayAt(stage, 12), time: '上午九点到十一点', listeners: '村委会主任、村务监督委员会主任' })) return
  told.on(hoursBefore(stage, 12 * day - 3))
  await told.take(committee, told.id, 'hold', {
    heldOn: dayAt(stage, 12), came: 11, next: daysAfter(dayAt(stage, 0), 18),
    heard: [{ said: '垃圾清运能不能一周两次（演示）', concern: 'publicAffairs', way: 'self' }, { said: '老人不会用手机，通知请用广播（演示）', concern: 'governance', way: 'onBehalf' }],
  })
  const opinions = await stage.house.database.scoped(system, tx => tx.query<{ id: string }>(
    `select m.id from link l join matter m on m.county = l.county and m.id = l.matter where l.county = $1 and l.other = $2::uuid and l.kind = 'heard' and m.facts ->> 'said' like '垃圾%'`, [stage.county, told.id]))
  told.on(hoursBefore(stage, 10 * day))
  if (opinions[0]) await told.take(committee, opinions[0].id, 'answer', { answer: '已与清运公司商定，自下月起每周两次（演示）' })
}

export const playDeliberations = async (stage: Stage): Promise<void> => {
  const who = hands(stage)
  if (!who) return
  await carriedOut(stage, who)
  await withoutQuorum(stage, who)
  await votingNow(stage, who)
  await discussedNow(stage, who)
  await raisedNow(stage, who)
  await heard(stage, who)
}
