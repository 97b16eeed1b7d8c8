import { daysAfter } from '../../kernel/calendar.ts'
import { officeCode } from '../../kernel/post.ts'
import type { JsonObject } from '../../kernel/words.ts'
import { dayAt, hands, played, type Hands } from './disputes.ts'
import { hoursBefore, type Stage } from './player.ts'
import { randomFor } from './random.ts'

/** What comes before and after a dispute: zones that are walked, what was found there, a decision assessed before it was made, and the subsidy of a mediated case. Invented. */

const partners = (town: string): readonly string[] => ['police-station', 'justice-office', 'mediation'].map(kind => officeCode(town, kind))

const finding = (headline: string, place: string, about: string, grade: string): JsonObject => ({ headline: `${headline}（演示）`, place, about, grade })

const zone = (stage: Stage, who: Hands, name: string, places: readonly string[], every: number): JsonObject =>
  ({ zone: name, township: who.town, places: [...places], responsible: who.centre.account, partners: [...partners(who.town)], every, until: daysAfter(dayAt(stage, 20), 120) })

const zones = async (stage: Stage, who: Hands): Promise<void> => {
  const [first = '', ...others] = stage.villages
  const walked = await played(stage, 'walked', [
    [20, who.centre, 'setUp', zone(stage, who, '第一片（演示）', [first], 7)],
    [14, who.centre, 'round', { roundOn: dayAt(stage, 14), joined: partners(who.town).slice(0, 2) }],
    [7.5, who.centre, 'round', { roundOn: dayAt(stage, 7.5), findings: [finding('两家为渠口争水，话说得重', first, 'water', 'pressing')] }],
  ], 'screening')
  if (walked) {
    walked.on(hoursBefore(stage, 7.2 * 24))
    await walked.take(who.centre, await walked.child('screening-finding', 'region', first), 'toDispute', { reason: '双方争执没有平息，需要调解（演示）' })
    walked.on(hoursBefore(stage, 0.8 * 24))
    await walked.take(who.centre, walked.id, 'round', { roundOn: dayAt(stage, 0.8), joined: [...partners(who.town)], findings: [finding('工地门口有人讨要工钱', first, 'wages', 'pressing'), finding('广场舞音量引起争吵', first, 'neighbours', 'ordinary')] })
  }
  await played(stage, 'late', [[20, who.centre, 'setUp', zone(stage, who, '第二片（演示）', others, 15)], [16, who.centre, 'round', { roundOn: dayAt(stage, 16) }]], 'screening')
}

const heard = (stage: Stage): readonly JsonObject[] => [
  { who: '沿线三个村村民代表', way: 'meeting', on: dayAt(stage, 52), people: 46, said: '施工时能不能留出便道', answer: '采纳，写入施工方案' },
  { who: '沿街商户', way: 'door', on: dayAt(stage, 50), people: 23, said: '封路影响生意', answer: '改为半幅施工，夜间铺油' },
]

/** A road: assessed, cleared on two conditions, both met, and decided. */
const assessed = async (stage: Stage): Promise<void> => {
  const { county, cast } = stage
  const [planner] = cast.inOffice(officeCode(county, 'transport'), 'handler')
  const [reviewer] = cast.inOffice(officeCode(county, 'centre'), 'dispatcher')
  const decision = { decision: '县道改造工程（演示）', area: county, kind: 'project' }
  const told = await played(stage, 'road', [
    [60, planner, 'begin', { ...decision, plan: '拓宽县道六公里，半幅施工，工期七个月（演示）', affected: '沿线三个村约四百户、商户二十三家' }],
    [50, planner, 'hear', { heard: [...heard(stage)] }],
    [45, planner, 'assess', { lawful: 'yes', fair: 'yes', workable: 'mend', bearable: 'mend', disputes: '施工扰民、出行不便、临街经营受影响', measures: '留便道，夜间不打桩，设联系人当天答复', grade: 'medium' }],
    [40, reviewer, 'clear', { reviewNote: '落实两项条件后可以决策', conditions: [{ condition: '便道方案公示七天', by: '交通运输局', until: dayAt(stage, 20) }, { condition: '与商户签订补偿约定', by: '交通运输局', until: dayAt(stage, 12) }] }],
    [25, planner, 'meet', { conditionNumber: 1, metOn: dayAt(stage, 25), metNote: '已公示七天，无异议' }],
    [15, planner, 'meet', { conditionNumber: 2, metOn: dayAt(stage, 15), metNote: '二十三家全部签订' }],
  ], 'risk-assessment')
  if (told) await played(stage, 'road', [[10, planner, 'register', { ...decision, decidedOn: dayAt(stage, 10), document: '交发〔演示〕12 号', assessment: told.id }]], 'major-decision')
}

/** The county’s rule, and one case claimed, reviewed and paid by it. */
const subsidised = async (stage: Stage, who: Hands): Promise<void> => {
  const { county, cast, city } = stage
  const [justice] = cast.inOffice(officeCode(county, 'justice'), 'handler')
  const [finance] = cast.inOffice(officeCode(county, 'finance'), 'handler')
  await played(stage, 'rule', [
    [40, justice, 'draft', { county, title: '人民调解案件补贴办法（演示）', instrument: '演示数据，并非正式文件', amounts: [{ class: 'oral', fen: 5_000 }, { class: 'ordinary', fen: 10_000 }, { class: 'hard', fen: 20_000 }, { class: 'major', fen: 50_000 }], performance: false, staffBarred: false, since: dayAt(stage, 40) }],
    [38, finance, 'adopt'],
  ], 'mediation-subsidy-scheme')
  await played(stage, 'case', [
    [12, who.mediator, 'claim', { place: who.village, dispute: randomFor(city.seed, 'dispute', county, 'performed').uuid() }],
    [8, justice, 'approve'], [5, finance, 'pay', { voucher: '支付凭证（演示）0231', paidOn: dayAt(stage, 5) }],
  ], 'mediation-subsidy')
}

export const playPrevention = async (stage: Stage): Promise<void> => {
  const who = hands(stage)
  if (!who) return
  await zones(stage, who)
  await assessed(stage)
  await subsidised(stage, who)
}
