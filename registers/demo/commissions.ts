import { daysAfter, legalDay } from '../../kernel/calendar.ts'
import { officeCode } from '../../kernel/post.ts'
import type { JsonObject } from '../../kernel/words.ts'
import { hoursBefore, player, type Stage } from './player.ts'

/** What offices asked of the communities of one township of a county, so that desks are not empty: some done, running, offered, disputed, and one refused at the gate. */

type Asked = { readonly title: string; readonly what: string; readonly manner: string; readonly item: string; readonly conditions: readonly string[]; readonly days: number; readonly fields?: JsonObject['fields']; readonly times?: number }

const input = ({ county, villages }: Stage, day: string, { days, conditions, ...asked }: Asked, places = villages): JsonObject => ({
  ...asked, area: county, places: [...places].sort(), from: day, until: daysAfter(day, days), conditions: conditions.map(name => ({ name, what: `${name}（演示数据）`, by: daysAfter(day, Math.min(5, days)) })),
})

/** A commission that the township has passed on, at an instant; nothing where the office has no two people. */
const passed = async (stage: Stage, name: string, kind: string, at: Date, asked: Asked, places = stage.villages) => {
  const [one, other] = stage.cast.inOffice(officeCode(stage.county, kind), 'handler')
  const [dispatcher] = stage.cast.inOffice(officeCode(stage.township, 'centre'), 'dispatcher')
  if (!one || !other || !dispatcher) return undefined
  const told = player(stage, 'commission', name)
  told.on(at)
  if (!await told.opens('propose', one, input(stage, legalDay(at), asked, places))) return undefined
  await told.take(other, told.id, 'approve', { opinion: '同意下达' })
  await told.take(dispatcher, await told.child('township-task', 'region', stage.township), 'pass', { passNote: '已与其他任务错开' })
  return { ...told, one, record: () => told.take(one, told.id, 'deliverConditions', { delivery: asked.conditions.map(condition => ({ name: condition, how: '已送到村（社区）', on: legalDay(at) })) }) }
}

const relief: Asked = { title: '社会救助对象入户核查（演示）', what: '陪同民政干部入户，反映家庭实际情况', manner: 'survey', item: 'zz-01', conditions: ['人员', '经费'], days: 20, fields: [{ name: '核查户数', kind: 'number' }, { name: '户数', kind: 'number', filled: true }] }
const roads: Asked = { title: '农村公路养护巡查（演示）', what: '每周巡查村道一次，报告损坏', manner: 'task', item: 'zz-26', conditions: ['设备', '经费'], days: 28, times: 4 }
const station: Asked = { title: '居家养老服务站运营（演示）', what: '每周开放五天，组织助餐', manner: 'task', item: 'wt-02', conditions: ['人员', '经费', '设备'], days: 60 }
const waste: Asked = { title: '垃圾分类宣传周（演示）', what: '设咨询点一处，发放资料', manner: 'meeting', item: 'zz-27', conditions: ['人员', '经费', '设备'], days: 10, fields: [{ name: '参加人次', kind: 'number' }] }
const pension: Asked = { title: '养老待遇资格认证协助（演示）', what: '协助不会用手机的老人认证', manner: 'app', item: 'zz-20', conditions: ['设备', '培训'], days: 30 }

const finished = async (stage: Stage, at: Date): Promise<void> => {
  const told = await passed(stage, 'relief', 'civil-affairs', at, relief)
  if (!told) return
  await told.record()
  for (const [n, village] of stage.villages.entries()) {
    const [committee, task] = [stage.cast.committee(village), await told.child('community-task', 'region', village)]
    if (!committee) continue
    await told.take(committee, task, 'confirmConditions')
    await told.take(committee, task, 'deliver', { report: '已陪同入户，情况属实', data: [{ name: '核查户数', value: String(6 + 3 * n) }] })
    await told.take(told.one, task, 'acceptWork')
  }
  await told.take(told.one, told.id, 'close', { summary: '三个村（社区）核查完成，结果用于低保年审' })
}

const running = async (stage: Stage, at: Date): Promise<void> => {
  const told = await passed(stage, 'roads', 'transport', at, roads)
  if (!told) return
  await told.record()
  const [, second = '', third = ''] = stage.villages
  const [doing, disputing] = [stage.cast.committee(second), stage.cast.committee(third)]
  if (doing) {
    await told.take(doing, await told.child('community-task', 'region', second), 'confirmConditions')
    await told.take(doing, await told.child('community-task', 'region', second), 'note', { progress: '第一周已巡查，村口弯道有落石' })
  }
  if (disputing) await told.take(disputing, await told.child('community-task', 'region', third), 'object', { objection: 'list', objectionText: '该路段为国道，不属农村公路' })
}

const offered = async (stage: Stage, at: Date): Promise<void> => {
  const told = await passed(stage, 'station', 'civil-affairs', at, station, stage.villages.slice(0, 2))
  const [, second = ''] = stage.villages
  const committee = stage.cast.committee(second)
  if (told && committee) await told.take(committee, await told.child('community-task', 'region', second), 'decline', { declineReason: '没有合适场所' })
}

/** With the township, with the second person of the office, and stopped at the gate. */
const waiting = async (stage: Stage, at: Date): Promise<void> => {
  for (const [name, kind, asked, approve] of [['waste', 'urban-management', waste, true], ['pension', 'human-resources', pension, false]] as const) {
    const [one, other] = stage.cast.inOffice(officeCode(stage.county, kind), 'handler')
    if (!one || !other) continue
    const told = player(stage, 'commission', name)
    told.on(at)
    if (await told.opens('propose', one, input(stage, legalDay(at), asked)) && approve) await told.take(other, told.id, 'approve', {})
  }
  const [transport] = stage.cast.inOffice(officeCode(stage.county, 'transport'), 'handler')
  const told = player(stage, 'commission', 'refused')
  told.on(at)
  if (transport) await told.opens('propose', transport, input(stage, legalDay(at), { ...roads, title: '统计各户应用安装情况（演示）', what: '逐户统计并上报', manner: 'app', item: 'zz-91' }))
}

/** Asks what offices asked of the communities of a township; the county's lists have to stand. */
export const playCommissions = async (stage: Stage): Promise<void> => {
  await finished(stage, hoursBefore(stage, 40 * 24))
  await waiting(stage, hoursBefore(stage, 4))
  await running(stage, hoursBefore(stage, 3))
  await offered(stage, hoursBefore(stage, 2))
}
