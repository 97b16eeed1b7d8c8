import { daysAfter, legalDay } from '../../kernel/calendar.ts'
import { officeCode, type Actor } from '../../kernel/post.ts'
import { hoursBefore, player, type Stage } from './player.ts'

/** Field work as it stands on a morning: visits due and held, a round walked, hazards on their way, an inspection, an errand, a candidate, a note that it is too much. Invented. */

const day = 24

/** Who does field work in the village a stage begins with. */
const hands = (stage: Stage): { readonly village: string; readonly worker: Actor; readonly handler: Actor } | undefined => {
  const [village = ''] = stage.villages
  const worker = stage.cast.gridWorker(village)
  const [handler] = stage.cast.inOffice(officeCode(stage.township, 'gov'), 'handler')
  return worker && handler ? { village, worker, handler } : undefined
}

type Hands = NonNullable<ReturnType<typeof hands>>

/** Doors of the village’s register, in the order of codes. */
const doorsOf = (stage: Stage, village: string): readonly string[] => stage.city.households.filter(one => one.village === village).map(one => one.address)

const visited = async (stage: Stage, { village, worker, handler }: Hands): Promise<void> => {
  const told = player(stage, 'visit-plan', 'visited')
  told.on(hoursBefore(stage, 9 * day))
  const until = daysAfter(legalDay(stage.now), 180)
  const [first = '', ...doors] = doorsOf(stage, village)
  if (!await told.opens('make', handler, { place: village, title: '独居老人走访（演示）', until, households: [{ door: first, need: 'alone', consent: 'self' }] })) return
  const visit = await told.child('visit', 'region', village)
  told.on(hoursBefore(stage, 4 * day))
  await told.take(worker, visit, 'hold', {
    heldOn: legalDay(hoursBefore(stage, 4 * day)), met: 'met', seen: '老人身体尚好，想有人中午送餐（演示）',
    findings: [{ what: '楼道堆放纸箱，堵住下楼通道（演示）', as: 'hazard', kind: 'exits' }], cares: [{ kind: 'meals', need: '中午送餐（演示）', consent: 'self' }],
  })
  const more = player(stage, 'visit-plan', 'due')
  more.on(hoursBefore(stage, 8 * day))
  await more.opens('make', handler, {
    place: village, title: '冬季用火用电安全走访（演示）', until,
    households: [{ need: 'safety', consent: 'family', every: 10 }, { need: 'mobility', consent: 'self', every: 9 }, { need: 'alone', consent: 'self' }].flatMap((one, i) => { const door = doors[i]; return door === undefined ? [] : [{ ...one, door }] }),
  })
}

const hazards = async (stage: Stage, { village, worker, handler }: Hands): Promise<void> => {
  const told = player(stage, 'hazard', 'ordered')
  told.on(hoursBefore(stage, 5 * day))
  if (!await told.opens('find', worker, { what: '商铺门口电动车飞线充电（演示）', kind: 'fire', place: village, spot: '虚构路商铺' })) return
  told.on(hoursBefore(stage, 4 * day))
  await told.take(handler, told.id, 'grade', { grade: 'serious', kind: 'fire', gradeReason: '充电线跨人行道，下方堆有纸箱', safety: '已请店主拔线，网格员看守' })
  await told.take(handler, told.id, 'order', { responsible: 'firm', firm: '虚构商铺', requirement: '拆除飞线，改到充电桩充电' })
  const fresh = player(stage, 'hazard', 'fresh')
  fresh.on(hoursBefore(stage, 2))
  const [resident] = stage.cast.residents(village)
  if (resident) await fresh.opens('find', resident, { what: '小广场健身器材松动，孩子常在上面玩（演示）', kind: 'other', place: village, spot: '小广场' })
}

const rounds = async (stage: Stage, { village, worker, handler }: Hands): Promise<void> => {
  const told = player(stage, 'patrol', 'walked')
  told.on(hoursBefore(stage, 6 * day))
  const checkpoints = [{ name: '学校门口', look: '护栏、标线、路灯' }, { name: '沟渠', look: '盖板、淤积' }, { name: '小广场', look: '健身器材、井盖' }]
  if (!await told.opens('plan', handler, { place: village, title: '每周安全巡查（演示）', team: '社区专职巡防人员、志愿者', every: 7, until: daysAfter(legalDay(stage.now), 120), checkpoints })) return
  told.on(hoursBefore(stage, 2 * day))
  await told.take(worker, told.id, 'walk', { walkedOn: legalDay(hoursBefore(stage, 2 * day)), results: [1, 2, 3].map(no => ({ no, state: 'ok' })) })
}

const inspected = async (stage: Stage, { village }: Hands): Promise<void> => {
  const [inspector] = stage.cast.inOffice(officeCode(stage.county, 'urban-management'), 'handler')
  if (!inspector) return
  const told = player(stage, 'inspection', 'scored')
  told.on(hoursBefore(stage, 7 * day))
  const on = legalDay(hoursBefore(stage, 6 * day))
  if (!await told.opens('plan', inspector, {
    place: village, subject: 'environment', about: '虚构小区垃圾分类和绿化检查（演示）', target: 'firm', firm: '虚构物业公司', day: on, inspectors: '环卫科',
    checklist: [{ what: '分类投放点', standard: '四分类、标识清楚', points: 60 }, { what: '公共绿地', standard: '无裸土、无堆放', points: 40 }],
  })) return
  told.on(hoursBefore(stage, 5.5 * day))
  await told.take(inspector, told.id, 'record', {
    heldOn: on, results: [{ no: 1, result: 'part', points: 40 }, { no: 2, result: 'ok' }], findings: [{ what: '厨余垃圾桶没有标识', as: 'rectify', by: daysAfter(legalDay(stage.now), 10) }],
  })
}

const people = async (stage: Stage, { village, worker, handler }: Hands): Promise<void> => {
  const errand = player(stage, 'errand', 'filed')
  errand.on(hoursBefore(stage, 3 * day))
  if (await errand.opens('ask', worker, { service: '高龄津贴申领（演示）', place: village, name: '虚构老人', consent: 'family', agreed: '代为提交申请，证件用完归还' })) {
    errand.on(hoursBefore(stage, 2.5 * day))
    await errand.take(worker, errand.id, 'file', { channel: 'online', receipt: 'YS-0001', filedOn: legalDay(hoursBefore(stage, 2.5 * day)), expected: daysAfter(legalDay(stage.now), 12) })
  }
  const note = player(stage, 'workload-note', 'said')
  note.on(hoursBefore(stage, day))
  await note.opens('say', worker, { place: village, what: '本周走访、巡查和普查赶在一起，忙不过来（演示）' })
  const [resident] = stage.cast.residents(village)
  if (!resident) return
  const chosen = player(stage, 'grid-appointment', 'reviewed')
  chosen.on(hoursBefore(stage, 4 * day))
  if (!await chosen.opens('nominate', resident, { place: village, origin: 'volunteer', duty: 'part', why: '常年参加志愿巡防，熟悉住户（演示）' })) return
  chosen.on(hoursBefore(stage, 3 * day))
  await chosen.take(handler, chosen.id, 'review', { qualified: 'yes', reviewNote: '符合条件（演示）' })
}

export const playFieldWork = async (stage: Stage): Promise<void> => {
  const who = hands(stage)
  if (!who) return
  await visited(stage, who)
  await hazards(stage, who)
  await rounds(stage, who)
  await inspected(stage, who)
  await people(stage, who)
}
