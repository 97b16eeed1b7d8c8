import { legalDay } from '../../kernel/calendar.ts'
import { officeCode, system, type Actor } from '../../kernel/post.ts'
import type { JsonObject } from '../../kernel/words.ts'
import type { ClauseRow } from '../covenants/covenants.ts'
import type { Life, PastAct } from '../../store/bulk.ts'
import type { DemoCity } from './city.ts'
import { castOf, type Cast } from './history/cast.ts'
import { randomFor } from './random.ts'

/** Days on which the demo village's covenant, and its amended version, are in force. */
export const demoCovenantDays = { first: '2023-05-01', amended: '2025-09-01' } as const

const day = 86_400_000
const on = (text: string): Date => new Date(`${text}T10:00:00+08:00`)

const first: readonly Partial<ClauseRow>[] = [
  { number: '1', text: '红白事从简，不大操大办，不比排场，不要高价彩礼。', kind: 'duty' },
  { number: '2', text: '孝敬老人，爱护孩子，邻里有难处互相搭把手。', kind: 'duty' },
  { number: '3', text: '垃圾倒进垃圾箱，不往水渠、河道和路边乱倒。', kind: 'ban' },
  { number: '4', text: '参加清水渠、扫积雪等集体劳动，有事提前说一声。', kind: 'duty' },
  { number: '5', text: '带头移风易俗、热心助人的，由村委会在村内表扬。', kind: 'reward', consequence: 'praise', concerns: '1、2' },
  { number: '6', text: '乱倒垃圾的，由两名村干部上门批评教育，劝其清理干净。', kind: 'penalty', consequence: 'talk', concerns: '3' },
]

const amended: readonly Partial<ClauseRow>[] = [
  { ...first[0], text: '红白事从简，席面不超过十五桌，彩礼不攀比。' },
  ...first.slice(1, 3),
  { number: '4', text: '参加清水渠、扫积雪等集体劳动；年老体弱的不勉强。', kind: 'duty' },
  ...first.slice(4),
  { number: '7', text: '爱护广场健身器材和路灯，发现损坏及时告诉网格员。', kind: 'duty' },
  { number: '8', text: '乱倒垃圾劝了不清理的，扣积分。', kind: 'penalty', consequence: 'points', points: 3, concerns: '3' },
]

/** A first draft of another village: one clause goes back, and what replaced it has yet to be looked at. */
const unlawful: readonly Partial<ClauseRow>[] = [
  { number: '1', text: '不在公路上打场晒粮，不堵塞村道。', kind: 'ban' },
  { number: '2', text: '看管好自家牛羊，不进别人庄稼地。', kind: 'ban' },
  { number: '3', text: '牛羊吃了别人庄稼的，罚款二百元交村集体。', kind: 'penalty', consequence: 'talk', concerns: '2' },
]
const mended: readonly Partial<ClauseRow>[] = [
  ...unlawful.slice(0, 2),
  { number: '3', text: '牛羊吃了别人庄稼的，由村调解员劝导赔礼，损失由双方协商或者依法解决。', kind: 'penalty', consequence: 'apology', concerns: '2' },
  { number: '4', text: '屡劝不改的，在村口张榜公布姓名。', kind: 'penalty', consequence: 'talk', concerns: '1、2' },
]

type Acts = readonly (readonly [at: Date, step: string, actor: Actor | undefined, input?: JsonObject])[]

const lived = (id: string, procedure: string, acts: Acts, now: Date): readonly Life[] => {
  const past = acts.flatMap(([at, step, actor, input = {}]): readonly PastAct[] => (actor && at < now ? [{ at, step, actor, input }] : []))
  return past.length === 0 || acts.some(([, , actor]) => actor === undefined) ? [] : [{ id, procedure, acts: past }]
}

const stands = (list: readonly Partial<ClauseRow>[]): JsonObject => ({ verdicts: list.map(one => ({ number: one.number ?? '', verdict: 'stands' })), opinion: '逐条审核，没有违法内容。' })

type Scene = { readonly city: DemoCity; readonly cast: Cast; readonly now: Date; readonly village: string; readonly name: string; readonly committee: Actor | undefined; readonly member: Actor | undefined; readonly worker: Actor | undefined; readonly handler: Actor | undefined }

const sceneIn = (city: DemoCity, village: string, now: Date): Scene => {
  const cast = castOf(city)
  const office = officeCode(village, 'committee')
  const [committee, member] = cast.inOffice(office, 'committee')
  return {
    city, cast, now, village, name: city.directory.region(village)?.name ?? village, committee, member, worker: cast.inOffice(office, 'gridWorker')[0],
    handler: cast.inOffice(officeCode(village.slice(0, 9), 'gov'), 'handler')[0],
  }
}

const idOf = ({ city, village }: Pick<Scene, 'city' | 'village'>, ...of: readonly string[]): string => randomFor(city.seed, 'covenant', village, ...of).uuid()

const invented = '演示数据，并非正式公约'

const title = ({ city, village, name }: Scene): string => `${name}${city.directory.region(village)?.kind === 'village' ? '村规民约' : '居民公约'}（演示）`

const firstVersion = (scene: Scene): readonly Life[] => {
  const { committee, handler, village, now } = scene
  return lived(idOf(scene, 'first'), 'covenant', [
    [on('2023-03-01'), 'begin', committee, { village, title: title(scene), invites: `红白事、环境卫生、邻里相处，都可以提。${invented}` }],
    [on('2023-03-20'), 'draft', committee, { clauses: first }],
    [on('2023-03-22'), 'toReview', committee],
    [on('2023-03-28'), 'review', handler, stands(first)],
    [on('2023-04-10'), 'adopt', system, { resolution: idOf(scene, 'vote 1'), passedOn: '2023-04-09', inForceOn: demoCovenantDays.first }],
    [on('2023-04-11'), 'file', committee],
    [on('2023-04-14'), 'acknowledge', handler, { filedAs: '镇备〔2023〕7 号（演示）' }],
    [on('2023-04-18'), 'publish', committee, { readOut: true }],
    [new Date(on(demoCovenantDays.amended).getTime()), 'supersede', system],
  ], now)
}

const secondVersion = (scene: Scene): readonly Life[] => {
  const { committee, handler, village, now } = scene
  return lived(idOf(scene, 'amended'), 'covenant', [
    [on('2025-07-01'), 'begin', committee, { village, title: title(scene), invites: `现行村规民约用了两年，哪些要改，都可以提。${invented}` }],
    [on('2025-07-18'), 'draft', committee, { clauses: amended, reason: `按村民建议明确席面上限，增加爱护公共设施、劝而不改扣积分两条。${invented}` }],
    [on('2025-07-21'), 'toReview', committee],
    [on('2025-07-28'), 'review', handler, stands(amended)],
    [on('2025-08-10'), 'adopt', system, { resolution: idOf(scene, 'vote 2'), passedOn: '2025-08-09', inForceOn: demoCovenantDays.amended }],
    [on('2025-08-11'), 'file', committee],
    [on('2025-08-15'), 'acknowledge', handler, { filedAs: '镇备〔2025〕12 号（演示）' }],
    [on('2025-08-20'), 'publish', committee, { readOut: true }],
  ], now)
}

const said = [
  ['1', '办事的桌数最好写个数，不然谁都下不来台。', 'adopted', '采纳，写明不超过十五桌。'],
  ['4', '七十岁以上的老人不要算集体劳动。', 'partly', '写成“年老体弱的不勉强”，不按年龄一刀切。'],
  ['3', '乱倒垃圾的应该罚款。', 'declined', '村里没有罚款的权力，还是上门批评教育。'],
] as const

const proposals = (scene: Scene): readonly Life[] => {
  const residents = scene.cast.residents(scene.village)
  return said.flatMap(([clause, proposal, outcome, reply], i) => lived(idOf(scene, 'proposal', clause), 'covenant-proposal', [
    [on(`2025-07-0${i + 3}`), 'propose', residents[i], { covenant: idOf(scene, 'amended'), village: scene.village, clause, proposal }],
    [on('2025-07-17'), 'answer', scene.committee, { outcome, reply }],
  ], scene.now))
}

/** One evaluation that ended by its date, and one of which the person was told and may still object to. */
const evaluations = (scene: Scene): readonly Life[] => {
  const { cast, village, committee, member, worker, now } = scene
  const [resident] = cast.residents(village)
  if (!resident || !worker) return []
  const at = (days: number): Date => new Date(now.getTime() - days * day)
  const whom = cast.account(resident.account)?.name ?? ''
  const about = { village, whom, account: resident.account, door: '二社（演示）', kinship: 'none', second: worker.account } as const
  return [
    ...lived(idOf(scene, 'expired'), 'credit-review', [
      [at(430), 'evaluate', committee, { ...about, clause: '5', direction: 'keeps', happenedOn: legalDay(at(433)), happened: '儿子结婚只摆了十桌，没有收高价彩礼，还帮邻居办了白事。（演示）', witness: '红白理事会记录，三名邻居在场', measure: 'praise' }],
      [at(429), 'concur', worker, { secondKinship: 'none', secondSays: '情况属实' }],
      [at(428), 'tell', committee, { toldHow: 'account' }],
      [at(412), 'decide', member, { deciderKinship: 'none', reasons: '事实清楚，本人没有异议' }],
      [at(410), 'carryOut', committee, { carriedOut: '在村民会议上口头表扬' }],
    ], now),
    ...lived(idOf(scene, 'told'), 'credit-review', [
      [at(6), 'evaluate', member, { ...about, clause: '6', direction: 'breaks', happenedOn: legalDay(at(8)), happened: '把翻修房子剩下的一车砖渣倒在主渠边上。（演示）', witness: '网格员巡查时看到，有巡查记录', measure: 'talk', terms: '由两名村干部上门谈一次，劝其清走' }],
      [at(5), 'concur', worker, { secondKinship: 'none', secondSays: '现场看过，砖渣就在渠边' }],
      [at(3), 'tell', member, { toldHow: 'account' }],
    ], now),
  ]
}

const sentBack = (scene: Scene): readonly Life[] => {
  const { committee, handler, village, now } = scene
  const at = (days: number): Date => new Date(now.getTime() - days * day)
  return lived(idOf(scene, 'draft'), 'covenant', [
    [at(60), 'begin', committee, { village, title: title(scene), invites: `道路、牲畜、庄稼，都可以提。${invented}` }],
    [at(30), 'draft', committee, { clauses: unlawful }],
    [at(28), 'toReview', committee],
    [at(20), 'review', handler, { verdicts: unlawful.map(({ number = '' }) => (number === '3' ? { number, verdict: 'back', ground: 'fine', why: '村里没有罚款的权力，损失可以协商赔偿或者依法解决' } : { number, verdict: 'stands' })), opinion: '第 3 条退回，其余可以。' }],
    [at(9), 'draft', committee, { clauses: mended }],
    [at(3), 'toReview', committee],
  ], now)
}

/**
 * Covenants and evaluations of an invented city, in turns, each to be loaded once those before it stand: the village of the one-click people has one in
 * force with an earlier version, and a neighbouring village one in review. Pure; the same city gives the same lives. Their votes are named and not played: they lie years before the
 * city’s first day, where no roll, book or urn was kept; what a village votes on today stands among its deliberations.
 */
export const planCovenants = (city: DemoCity, now: Date): readonly (readonly Life[])[] => {
  const { village, township } = city.focus
  const scene = sceneIn(city, village, now)
  const neighbour = city.regions.find(region => region.code.length === 12 && region.code.startsWith(township) && region.code !== village && region.kind === 'village' && scene.cast.committee(region.code) !== undefined)
  return [firstVersion(scene), secondVersion(scene), [...proposals(scene), ...evaluations(scene), ...(neighbour ? sentBack(sceneIn(city, neighbour.code, now)) : [])]]
}
