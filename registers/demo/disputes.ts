import { legalDay, daysAfter } from '../../kernel/calendar.ts'
import { clock, officeCode, system, type Actor } from '../../kernel/post.ts'
import type { JsonObject } from '../../kernel/words.ts'
import { hoursBefore, player, type Stage } from './player.ts'

/** Disputes on all their ways: asked of the sides, in mediation in three languages, refused and agreed to after all, silent, from the court and before it, agreed, confirmed, broken, arbitrated, settled on the spot. Invented. */

const day = 24

type Person = { readonly actor: Actor; readonly name: string }
export type Hands = {
  readonly village: string
  readonly town: string
  readonly residents: readonly Person[]
  readonly committee: Actor
  readonly worker: Actor
  readonly centre: Actor
  readonly mediator: Actor
  readonly colleague: Actor
  readonly judge: Actor
  readonly police: Actor
}

/** Who it takes, in the first village of the stage; nobody where some of them are not there. */
export const hands = ({ cast, township, county, villages: [village = ''] }: Stage): Hands | undefined => {
  const residents = cast.residents(village).flatMap(actor => { const name = cast.account(actor.account)?.name; return name === undefined ? [] : [{ actor, name }] })
  const [committee, worker] = [cast.committee(village), cast.gridWorker(village)]
  const [centre] = cast.inOffice(officeCode(township, 'centre'), 'dispatcher')
  const [mediator, colleague] = cast.inOffice(officeCode(township, 'mediation'), 'mediator')
  const [judge] = cast.inOffice(officeCode(county, 'court'), 'handler')
  const [police] = cast.inOffice(officeCode(township, 'police-station'), 'handler')
  return committee && worker && centre && mediator && colleague && judge && police && residents.length >= 3 ? { village, town: township, residents, committee, worker, centre, mediator, colleague, judge, police } : undefined
}

export const dayAt = (stage: Stage, days: number): string => legalDay(hoursBefore(stage, days * day))
/** A day to come. */
const dayIn = (stage: Stage, days: number): string => daysAfter(legalDay(stage.now), days)

/** So many days ago who took which step; `paper`: what was signed with it. */
export type Act = readonly [days: number, actor: Actor | undefined, step: string, input?: JsonObject, paper?: string]

/** Plays a story, the first act opening it. Answers with its matter, or nothing where it could not begin. */
export const played = async (stage: Stage, name: string, [opening, ...acts]: readonly Act[], procedure = 'dispute') => {
  const told = player(stage, procedure, name)
  if (!opening?.[1]) return undefined
  const [ago, opener, first, input = {}] = opening
  told.on(hoursBefore(stage, ago * day))
  if (!await told.opens(first, opener, input)) throw new Error(`the demo could not begin ${procedure} ${name}`)
  for (const [days, actor, step, given = {}, paper] of acts) {
    if (!actor) return told
    told.on(hoursBefore(stage, days * day))
    const sheet = paper === undefined ? {} : { sheet: [await told.paper(actor, paper)] }
    await told.take(actor, told.id, step, { ...given, ...sheet }, actor === clock ? 'stage' : undefined)
  }
  return told
}

type Story = { readonly headline: string; readonly about: string; readonly story: string; readonly wanted?: string; readonly yuan?: number; readonly since?: string; readonly sides: readonly JsonObject[] }

const sides = (one: string, other: string, more: JsonObject = {}): readonly JsonObject[] => [{ role: 'applicant', name: one, nature: 'person' }, { role: 'respondent', name: other, nature: 'person', ...more }]

/** A firm is spoken for by who answers for it. */
const firm: JsonObject = { nature: 'firm', by: '祁国平', stands: 'officer' }

const told = (village: string, story: Story): JsonObject => ({ ...story, place: village, sides: [...story.sides] })

/** Accepted the same day, and a way of mediation chosen on the next. */
const toMediation = ({ centre, town }: Hands, days: number, way: JsonObject = {}): readonly Act[] => [
  [days - 0.2, centre, 'accept', { danger: 'none' }], [days - 0.8, centre, 'choose', { track: 'people', body: officeCode(town, 'mediation'), grade: 'ordinary', ...way }],
]

const bothAgree = (mediator: Actor, days: number): readonly Act[] => [
  [days, mediator, 'hearSide', { seatNumber: 1, answer: 'agrees', heardHow: 'inPerson' }], [days - 0.1, mediator, 'hearSide', { seatNumber: 2, answer: 'agrees', heardHow: 'phone' }],
]

const withMediator = (mediator: Actor, days: number, more: JsonObject = {}): readonly Act[] => [
  [days, mediator, 'nameMediator', { mediator: mediator.account, chosenHow: 'chosen' }],
  ...[1, 2].map((seatNumber): Act => [days - 0.1 * seatNumber, mediator, 'tellRights', { seatNumber, ...more }, `权利义务告知书签收页${seatNumber}`]),
]

const session = (stage: Stage, mediator: Actor, days: number, minutes: string, more: JsonObject = {}): Act =>
  [days, mediator, 'holdSession', { heldOn: dayAt(stage, days), format: 'together', minutes, language: 'zh', readAloud: true, ...more }]

/** A written agreement with everything that is signed, all on the day it was made. */
const signed = (stage: Stage, mediator: Actor, days: number, input: JsonObject): readonly Act[] => {
  const signedOn = dayAt(stage, days)
  return [
    [days, mediator, 'agree', { agreedOn: signedOn, ...input }],
    ...[{ signer: 'side', seatNumber: 1 }, { signer: 'side', seatNumber: 2 }, { signer: 'mediator' }, { signer: 'seal' }].map((who, at): Act => [days - 0.02 * (at + 1), mediator, 'sign', { ...who, signedOn }, `调解协议签字页${at + 1}`]),
  ]
}

/** The two one-click people: one asked, the other has yet to say. */
const waitsForRespondent = (stage: Stage, who: Hands): readonly Act[] => {
  const [one, other] = who.residents
  return [
    [3, one?.actor, 'register', told(who.village, { headline: '院墙占地争议（演示）', about: 'homestead', story: '翻建院墙时越过界石约半米，几次说不到一起（演示）', wanted: '恢复原来的界', since: dayAt(stage, 20), sides: sides(one?.name ?? '', other?.name ?? '') })],
    ...toMediation(who, 3),
    [2, system, 'join', { seatNumber: 2, joiner: other?.actor.account ?? '' }],
    [1.8, one?.actor, 'say', { answer: 'agrees' }],
  ]
}

/** Forty workers with two who speak for them; paid by instalments, the first is done; the court may still be asked. */
const wages = (stage: Stage, who: Hands): readonly Act[] => {
  const [mediator] = stage.cast.inOffice(officeCode(stage.county, 'mediation-labour'), 'mediator')
  if (!mediator) return []
  return [
    [28, who.centre, 'register', told(who.village, {
      headline: '四十名工人工资拖欠（演示）', about: 'wages', story: '安置房工程完工三个月，四十名工人工资没有结清（演示）', wanted: '结清工资六十一万二千元', yuan: 612_000, since: dayAt(stage, 90),
      sides: [{ role: 'applicant', name: '王得福等四十人', nature: 'group', many: 40, by: '王得福、韩国良', stands: 'representative' }, { role: 'respondent', name: '青河建筑有限公司（演示）', nature: 'firm', by: '赵明', stands: 'officer' }],
    })],
    ...toMediation(who, 28, { track: 'sector', body: officeCode(stage.county, 'mediation-labour'), grade: 'major' }),
    ...bothAgree(mediator, 26), ...withMediator(mediator, 25.5),
    session(stage, mediator, 20, '公司承认欠薪，提出分三期支付；工人代表同意，要求写明日期（演示）'),
    ...signed(stage, mediator, 18, {
      issues: '欠四十名工人工资六十一万二千元', terms: '公司分三期付清：第一期十万元，第二期二十五万六千元，第三期二十五万六千元；逾期一期，余款一并到期（演示）',
      plan: [{ dueOn: dayAt(stage, 10), yuan: 100_000 }, { dueOn: dayIn(stage, 20), yuan: 256_000 }, { dueOn: dayIn(stage, 50), yuan: 256_000 }],
    }),
    [11, mediator, 'perform', { dueNumber: 1, performedOn: dayAt(stage, 11), performedNote: '第一期十万元已打入四十人工资卡（演示）' }],
  ]
}

const inTibetan = (stage: Stage, who: Hands): readonly Act[] => [
  [9, who.committee, 'register', told(who.village, { headline: '浇水先后争执（演示）', about: 'water', story: '轮到浇水时上游截水，两家为先后争了几回（演示）', sides: sides('拉毛多杰', '李得胜') })],
  ...toMediation(who, 9), ...bothAgree(who.mediator, 7.5), ...withMediator(who.mediator, 7, { language: 'bo', noticeRead: true }),
  session(stage, who.mediator, 5, '双方各说一遍，约定下次请管水员一起看渠口（演示）', { language: 'bo', interpreter: '卓玛（演示）' }),
  [1, who.mediator, 'planSession', { meetAt: hoursBefore(stage, -3 * day).toISOString(), meetWhere: '镇调解室', format: 'together', language: 'bo', interpreter: '卓玛（演示）' }],
]

/** One side refused; a week later it agreed after all, and mediation began anew, in Salar. */
const agreedAfterAll = (stage: Stage, who: Hands): readonly Act[] => [
  [14, who.worker, 'register', told(who.village, { headline: '借款三万元未还（演示）', about: 'debt', story: '两年前借款三万元，约定去年还清，一直没有还（演示）', yuan: 30_000, since: dayAt(stage, 300), sides: sides('韩三十八', '马尔萨') })],
  ...toMediation(who, 14),
  [12, who.colleague, 'hearSide', { seatNumber: 1, answer: 'agrees', heardHow: 'inPerson' }], [11, who.colleague, 'hearSide', { seatNumber: 2, answer: 'refuses', heardHow: 'phone' }],
  [8, who.centre, 'takeBack', { seatNumber: 2, heardHow: 'inPerson' }, '同意调解书'],
  [7.5, who.centre, 'choose', { track: 'people', body: officeCode(who.town, 'mediation'), grade: 'ordinary' }],
  ...bothAgree(who.colleague, 6), ...withMediator(who.colleague, 5.5, { language: 'slr', noticeRead: true }),
  session(stage, who.colleague, 4, '被申请方承认借款，提出秋后分两次还（演示）', { language: 'slr', interpreter: '韩梅（演示）' }),
]

const silentSide = (stage: Stage, who: Hands): readonly Act[] => [
  [7, who.centre, 'register', told(who.village, { headline: '定作家具退款（演示）', about: 'contract', story: '付了定金，家具一直没有做，人也找不到（演示）', yuan: 4_800, sides: sides('祁玉兰', '星光木器店（演示）', firm) })],
  [6.5, who.centre, 'accept', { danger: 'none' }], [6, who.centre, 'choose', { track: 'people', body: officeCode(who.town, 'mediation'), grade: 'ordinary' }],
  [5.5, who.mediator, 'hearSide', { seatNumber: 1, answer: 'agrees', heardHow: 'inPerson' }],
  ...([['phone', '电话无人接听'], ['message', '短信没有回复'], ['visit', '店门锁着，邻居说外出']] as const).map(([attemptWay, attemptNote], at): Act => [5 - 2 * at, who.mediator, 'attempt', { seatNumber: 2, attemptWay, attemptOn: dayAt(stage, 5 - 2 * at), attemptNote: `${attemptNote}（演示）` }]),
]

/** Diverted by the court before suit; its answer is owed in time. */
const fromCourt = (stage: Stage, who: Hands): readonly Act[] => [
  [6, who.judge, 'register', told(who.village, { headline: '买卖合同尾款（演示）', about: 'contract', story: '起诉前委派调解：化肥尾款一万八千元（演示）', yuan: 18_000, since: dayAt(stage, 200), sides: sides('刘延年', '陈生福') })],
  ...toMediation(who, 6), ...bothAgree(who.mediator, 4.5), ...withMediator(who.mediator, 4),
  session(stage, who.mediator, 2, '双方对账一致，就付款日期还差十天（演示）'),
]

const confirmed = (stage: Stage, who: Hands): readonly Act[] => [
  [45, who.worker, 'register', told(who.village, { headline: '交通事故赔偿（演示）', about: 'injury', story: '三轮车剐倒行人，医药费和误工费谈不拢（演示）', yuan: 12_600, since: dayAt(stage, 60), sides: sides('汪秀英', '许国庆') })],
  ...toMediation(who, 45), ...bothAgree(who.mediator, 43), ...withMediator(who.mediator, 42), session(stage, who.mediator, 39, '核对医药费票据，商定误工天数（演示）'),
  ...signed(stage, who.mediator, 38, { issues: '医药费、误工费数额', terms: '许国庆赔偿一万二千六百元，先付六千元，余款按计划付清（演示）', plan: [{ dueOn: dayIn(stage, 25), yuan: 6_600 }] }),
  [34, who.mediator, 'askConfirmation', { court: officeCode(stage.county, 'court') }, '司法确认申请书'],
  [32, who.judge, 'takeUpConfirmation'], [28, who.judge, 'confirmAgreement', { rulingNumber: '（演示）民特 17 号', decidedOn: dayAt(stage, 28) }],
]

const broken = (stage: Stage, who: Hands): readonly Act[] => [
  [30, who.committee, 'register', told(who.village, { headline: '牛吃青苗赔偿（演示）', about: 'neighbours', story: '牛没有拴好，吃了半亩玉米（演示）', yuan: 900, sides: sides('任占元', '何福海') })],
  ...toMediation(who, 30), ...bothAgree(who.colleague, 28), ...withMediator(who.colleague, 27), session(stage, who.colleague, 25, '到地里看过，量了面积（演示）'),
  ...signed(stage, who.colleague, 24, { issues: '损失多少', terms: '何福海赔偿九百元（演示）', plan: [{ dueOn: dayAt(stage, 10), yuan: 900 }] }),
  [9, clock, 'remindPerformance'], [6, who.colleague, 'breach', { performedNote: '到期没有付，电话里说不付了（演示）', otherWays: '协议仍然有效；可以共同申请司法确认，也可以就协议起诉' }],
]

const arbitrated = (stage: Stage, who: Hands): readonly Act[] => {
  const body = officeCode(stage.county, 'human-resources')
  const [arbitrator] = stage.cast.inOffice(body, 'handler')
  return [
    [30, who.centre, 'register', told(who.village, { headline: '解除劳动合同补偿（演示）', about: 'labour', story: '工作四年被辞退，没有给补偿（演示）', yuan: 21_000, since: dayAt(stage, 120), sides: sides('朱晓玲', '河湟商贸有限公司（演示）', firm) })],
    [29.8, who.centre, 'accept', { danger: 'none' }], [29, who.centre, 'choose', { track: 'labourArbitration', body, grade: 'hard' }],
    [20, arbitrator, 'applied', { appliedOn: dayAt(stage, 20), receipt: '劳仲受〔演示〕041' }],
  ]
}

const settledHere = (stage: Stage, days: number, headline: string, about: string, names: readonly [string, string], terms: string, more: JsonObject = {}): JsonObject =>
  ({ headline, place: '', about, danger: 'none', sides: [...sides(...names)], issues: headline, terms, agreedOn: dayAt(stage, days), performedNow: 'atOnce', readAloud: true, ...more })

/** Violence: the station was told before any way was chosen, and signed for it. */
const violence = (who: Hands): readonly Act[] => [
  [1.2, who.committee, 'register', told(who.village, { headline: '夫妻争吵动手（演示）', about: 'family', story: '邻居听见打骂声，女方额头有伤（演示）', sides: sides('李金花', '张得胜') })],
  [1, who.centre, 'accept', { danger: 'violence' }], [0.9, who.centre, 'warnPolice', { danger: 'violence', warning: '女方额头有伤，孩子在家，请先到场（演示）' }],
]

/** Performed and closed, its file whole: what the subsidy is paid for. */
export const performed = (stage: Stage, who: Hands): readonly Act[] => [
  [24, who.committee, 'register', told(who.village, { headline: '合用院墙维修出资（演示）', about: 'neighbours', story: '两家合用的院墙要倒了，谁出钱说不到一起（演示）', sides: sides('赵生莲', '吴启明') })],
  ...toMediation(who, 24), ...bothAgree(who.mediator, 22), ...withMediator(who.mediator, 21.5), session(stage, who.mediator, 21, '请匠人估了价，各出一半都能接受（演示）'),
  ...signed(stage, who.mediator, 20, { issues: '谁出钱修墙', terms: '两家各出一半，月底前修好（演示）' }),
  [15, who.mediator, 'perform', { performedOn: dayAt(stage, 15), performedNote: '墙已修好，两家各付一千二百元（演示）' }],
]

export const playDisputes = async (stage: Stage): Promise<void> => {
  const who = hands(stage)
  if (!who) return
  const { village, committee, worker, residents: [, , third] } = who
  await played(stage, 'wall', waitsForRespondent(stage, who))
  await played(stage, 'wages', wages(stage, who))
  await played(stage, 'water', inTibetan(stage, who))
  await played(stage, 'debt', agreedAfterAll(stage, who))
  await played(stage, 'silent', silentSide(stage, who))
  await played(stage, 'court', fromCourt(stage, who))
  await played(stage, 'confirmed', confirmed(stage, who))
  await played(stage, 'broken', broken(stage, who))
  await played(stage, 'arbitrated', arbitrated(stage, who))
  await played(stage, 'performed', performed(stage, who))
  await played(stage, 'spot', [[6, worker, 'settleOnSpot', { ...settledHere(stage, 6, '鞋柜占楼道（演示）', 'neighbours', ['董雅静', '郭志明'], '鞋柜当场搬回家里（演示）'), place: village }]])
  await played(stage, 'spot later', [[4, committee, 'settleOnSpot', { ...settledHere(stage, 4, '树枝伸进邻家院子（演示）', 'neighbours', ['苏海龙', '白占林'], '十天内锯掉伸过去的枝（演示）', { performedNow: 'later', plan: [{ dueOn: dayIn(stage, 6) }] }), place: village }]])
  await played(stage, 'new', [[0.1, third?.actor, 'register', told(village, { headline: '征地补偿有异议（演示）', about: 'expropriation', story: '公告的面积比实际少，想知道怎么办（演示）', since: dayAt(stage, 15), sides: [{ role: 'applicant', name: third?.name ?? '', nature: 'person' }, { role: 'respondent', name: '征收实施单位（演示）', ...firm }] })]])
  const warned = await played(stage, 'violence', violence(who))
  if (warned) {
    warned.on(hoursBefore(stage, 0.6 * day))
    await warned.take(who.police, await warned.child('dispute-handoff', 'region', village), 'receive', { receipt: '接警（演示）0612' })
  }
}
