import { daysAfter, legalDay } from '../../kernel/calendar.ts'
import { clock, officeCode, type Actor } from '../../kernel/post.ts'
import { placeOf } from '../../kernel/voting/select.ts'
import type { JsonObject } from '../../kernel/words.ts'
import { sheetOf } from './papers.ts'
import { hoursBefore, player, type Stage } from './player.ts'

/**
 * Points of one village: a catalogue and a scheme in force, a period that was posted, one shown now with a line held by an objection, a reward handed over
 * and one still to be collected, a deduction by a clause, and a second scheme open to proposals. Invented.
 */

const day = 24

type Hands = { readonly village: string; readonly codes: readonly string[]; readonly committee: Actor; readonly worker: Actor; readonly handler: Actor; readonly lead: Actor; readonly supervisor: Actor; readonly resident: Actor; readonly home: string }

const hands = (stage: Stage): Hands | undefined => {
  // An urban community's assembly is closed until its law is confirmed: no scheme could be adopted there.
  const village = stage.villages.find(code => placeOf(code) === 'village') ?? ''
  const households = stage.city.households.filter(one => one.village === village)
  const [committee, worker] = [stage.cast.committee(village), stage.cast.gridWorker(village)]
  const [supervisor] = stage.cast.inOffice(officeCode(village, 'supervisory'), 'handler')
  const gov = officeCode(stage.township, 'gov')
  const [[handler], [lead], [resident]] = [stage.cast.inOffice(gov, 'handler'), stage.cast.inOffice(gov, 'lead'), stage.cast.residents(village)]
  const person = resident && stage.city.people.find(one => one.id === stage.cast.account(resident.account)?.person)
  const home = households.find(one => one.id === person?.household)?.code
  if (!committee || !worker || !handler || !lead || !supervisor || !resident || home === undefined || households.length < 3) return undefined
  return { village, codes: [home, ...households.map(one => one.code).filter(code => code !== home)].slice(0, 8), committee, worker, handler, lead, supervisor, resident, home }
}

const affairs = [
  { code: 'A01', what: '人居环境整治', least: 1, most: 10 }, { code: 'A02', what: '参加议事协商', least: 2, most: 5 }, { code: 'A03', what: '邻里互助和志愿服务', least: 2, most: 20 },
]
const items = [
  { code: '01', what: '庭院整洁达标', affair: 'A01', points: 5, most: 20, by: 'either', evidence: 'record' }, { code: '02', what: '参加村（居）民会议', affair: 'A02', points: 3, most: 12, by: 'committee', evidence: 'record' },
  { code: '03', what: '照料邻居老人', affair: 'A03', points: 10, most: 40, by: 'either', evidence: 'record' },
]
const rewards = [{ code: 'R1', what: '洗衣粉 1 袋', points: 10, fen: 900 }, { code: 'R2', what: '食用油 1 桶', points: 40, fen: 5500 }]

const draftOf = (village: string, title: string): JsonObject => ({ village, title, period: 'month', items, rewards, budget: 600_000, pointFen: 90 })

const inForce = async (stage: Stage, who: Hands): Promise<boolean> => {
  const { village, committee, handler, lead, resident } = who
  const catalogue = player(stage, 'points-catalogue', 'adopted')
  catalogue.on(hoursBefore(stage, 95 * day))
  if (!await catalogue.opens('draft', handler, { region: stage.township, title: '积分事项目录（演示）', instrument: '演示〔2026〕1号', affairs, since: legalDay(hoursBefore(stage, 95 * day)) })) return false
  await catalogue.take(lead, catalogue.id, 'adopt')
  const scheme = player(stage, 'points-scheme', 'first')
  scheme.on(hoursBefore(stage, 93 * day))
  if (!await scheme.opens('begin', committee, draftOf(village, '积分办法（演示）'))) return false
  const proposal = player(stage, 'points-proposal', 'first')
  proposal.on(hoursBefore(stage, 91 * day))
  if (await proposal.opens('propose', resident, { scheme: scheme.id, village, proposal: '照料邻居老人费时间，分值再高一些（演示）' })) {
    proposal.on(hoursBefore(stage, 90 * day))
    await proposal.take(committee, proposal.id, 'answer', { outcome: 'adopted', reply: '采纳，由每次 5 分改为 10 分（演示）' })
  }
  scheme.on(hoursBefore(stage, 85 * day))
  await scheme.take(committee, scheme.id, 'table')
  await scheme.take(committee, scheme.id, 'putToVote')
  await voted(stage, who, await scheme.child('deliberation', 'region', village))
  return true
}

/** The household representatives vote in the hall by show of hands; two count apart, nobody objects, and the resolution adopts the scheme: from topic to report. */
const voted = async (stage: Stage, { village, committee, supervisor }: Hands, topic: string): Promise<void> => {
  const vote = player(stage, 'deliberation', 'scheme')
  const [households, met] = [stage.city.households.filter(one => one.village === village).length, hoursBefore(stage, 74 * day)]
  vote.on(hoursBefore(stage, 85 * day))
  await vote.take(committee, topic, 'accept', { touches: 'nothing', unit: 'household', manner: 'open' })
  await vote.take(committee, topic, 'draftRoll', { rollFrom: 'register' })
  await vote.take(committee, topic, 'giveNotice', { meetingOn: legalDay(met), meetingTime: '上午九点', where: '村委会院子', form: 'hall', question: '是否同意施行《积分办法（演示）》？', rollChecked: true })
  vote.on(met)
  await vote.take(committee, topic, 'openVote')
  const came = households - Math.floor(households / 8)
  await vote.take(committee, topic, 'attend', { attendance: Array.from({ length: came }, (_, at) => ({ number: at + 1, way: 'hall' })), bookSheet: [await sheetOf(stage, committee, '签到册', met)] })
  await vote.take(committee, topic, 'close')
  const against = Math.floor(came / 10)
  for (const [who, name] of [[committee, '计票单 1'], [supervisor, '计票单 2']] as const) {
    const second = player(stage, 'deliberation', name)
    second.on(met)
    await second.take(who, topic, 'count', { counterKin: 'none', countPlace: '村委会院子', countTotals: [{ for: came - against, against, abstain: 0, spoilt: 0 }], countSheet: [await sheetOf(stage, who, name, met)] })
    if (who === supervisor) await second.take(who, topic, 'checkBook')
  }
  await vote.take(committee, topic, 'declare')
  await vote.take(committee, topic, 'publish', { resolution: '同意施行《积分办法（演示）》，记分逐条公示（演示）' })
  const stands = await vote.runsOut(topic, 'closeWindow')
  vote.on(new Date(stands.getTime() + 3_600_000))
  await vote.take(committee, topic, 'reportBack', { report: '积分办法已张贴并读给不识字的住户听，自今日起按办法记分（演示）' })
  await vote.runsOut(topic, 'closeUp')
}

const line = (household: string, item: string, on: string, evidence: string, times = 1): JsonObject => ({ household, item, times, day: on, evidence })

const posted = async (stage: Stage, { village, codes, committee, worker, home }: Hands): Promise<void> => {
  const on = legalDay(hoursBefore(stage, 46 * day))
  const given = player(stage, 'points-award', 'meeting')
  given.on(hoursBefore(stage, 45 * day))
  await given.opens('record', committee, { village, title: '议事会议（演示）', kin: 'none', awards: codes.map(code => line(code, '02', on, '会议签到表（演示）')) })
  const care = player(stage, 'points-award', 'care')
  care.on(hoursBefore(stage, 44 * day))
  await care.opens('record', worker, { village, title: '照料邻居老人（演示）', kin: 'none', awards: [line(home, '03', on, '走访台账第 12 页（演示）', 3)] })
  const posting = player(stage, 'points-posting', 'first')
  posting.on(hoursBefore(stage, 43 * day))
  if (!await posting.opens('show', committee, { village, title: '第一期积分公示（演示）' })) return
  posting.on(hoursBefore(stage, 25 * day))
  await posting.take(clock, posting.id, 'settle', {}, 'stage')
}

const redeemed = async (stage: Stage, { village, home, committee, lead, worker, resident }: Hands): Promise<void> => {
  const stock = player(stage, 'reward-stock', 'first')
  stock.on(hoursBefore(stage, 24 * day))
  if (!await stock.opens('enter', committee, { village, title: '采购兑换物品（演示）', way: 'in', goods: [{ reward: 'R1', pieces: 30 }, { reward: 'R2', pieces: 6 }], voucher: '演示-001' })) return
  stock.on(hoursBefore(stage, 23 * day))
  await stock.take(lead, stock.id, 'confirm')
  const wish = { village, household: home, reward: 'R1', pieces: 1 }
  const done = player(stage, 'redemption', 'handed')
  done.on(hoursBefore(stage, 22 * day))
  if (await done.opens('reserve', resident, wish)) {
    done.on(hoursBefore(stage, 21 * day))
    await done.take(worker, done.id, 'handOver', { identity: 'known' })
  }
  const waiting = player(stage, 'redemption', 'waiting')
  waiting.on(hoursBefore(stage, 3 * day))
  await waiting.opens('reserve', resident, wish)
}

/** A deduction by a clause of the covenant: told, spoken to on paper, heard, decided by another; it is shown with the next posting. Where the village has no covenant there is none. */
const deducted = async (stage: Stage, { village, codes, committee, lead }: Hands): Promise<void> => {
  const told = player(stage, 'points-deduction', 'rubbish')
  const household = codes[2] ?? ''
  if (village !== stage.city.focus.village) return
  told.on(hoursBefore(stage, 20 * day))
  if (!await told.opens('propose', committee, {
    village, household, clause: '8', points: 2, happenedOn: legalDay(hoursBefore(stage, 22 * day)), story: '翻修房子剩下的砖渣倒在主渠边上，劝了三天没有清走（演示）', witness: '两名网格员在场，有巡查记录（演示）', kin: 'none',
  })) return
  await told.take(committee, told.id, 'tell', { toldHow: 'handed', toldProof: [await sheetOf(stage, committee, '告知书签收', hoursBefore(stage, 20 * day))] })
  told.on(hoursBefore(stage, 11 * day))
  await told.take(clock, told.id, 'close', {}, 'stage')
  told.on(hoursBefore(stage, 9 * day))
  await told.take(committee, told.id, 'hear', { heardOn: legalDay(hoursBefore(stage, 9 * day)), heard: '户主到村委会说明：当时没有车，已经清走，认可扣分（演示）' })
  told.on(hoursBefore(stage, 8 * day))
  await told.take(lead, told.id, 'decide', { outcome: 'deduct', grounds: '事实清楚，户主认可（演示）', kin: 'none' })
}

const shown = async (stage: Stage, { village, codes, committee, worker, resident }: Hands): Promise<void> => {
  const on = legalDay(hoursBefore(stage, 6 * day))
  const given = player(stage, 'points-award', 'yards')
  given.on(hoursBefore(stage, 5 * day))
  await given.opens('record', worker, { village, title: '庭院评比（演示）', kin: 'none', awards: codes.slice(0, 5).map(code => line(code, '01', on, '评比表第 1 页（演示）')) })
  const posting = player(stage, 'points-posting', 'second')
  posting.on(hoursBefore(stage, day))
  if (!await posting.opens('show', committee, { village, title: '第二期积分公示（演示）' })) return
  const objection = player(stage, 'points-objection', 'held')
  objection.on(hoursBefore(stage, 5))
  await objection.opens('object', resident, { village, posting: posting.id, line: 2, grounds: '评比那天这户没有打扫门前（演示）' })
  const fresh = player(stage, 'points-award', 'waiting')
  fresh.on(hoursBefore(stage, 3))
  await fresh.opens('record', worker, { village, title: '照料邻居老人（演示）', kin: 'none', awards: [line(codes[1] ?? '', '03', daysAfter(legalDay(stage.now), -1), '走访台账（演示）')] })
  const next = player(stage, 'points-scheme', 'next')
  next.on(hoursBefore(stage, 4))
  await next.opens('begin', committee, { ...draftOf(village, '积分办法修订草案（演示）'), rewards: [...rewards, { code: 'R3', what: '义诊预约 1 次', points: 15, fen: 0 }] })
}

export const playPoints = async (stage: Stage): Promise<void> => {
  const who = hands(stage)
  if (!who || !await inForce(stage, who)) return
  await posted(stage, who)
  await redeemed(stage, who)
  await deducted(stage, who)
  await shown(stage, who)
}
