import { officeCode } from '../../kernel/post.ts'
import { hoursBefore, player, type Stage } from './player.ts'

/** What a township called departments for: one solved and rated, one where they are on their way. */

const called = async (stage: Stage, name: string, hours: number, input: { readonly what: string; readonly grade: string; readonly village: number }, kinds: readonly [string, string]) => {
  const offices = kinds.map(kind => officeCode(stage.county, kind))
  const [township] = stage.cast.inOffice(officeCode(stage.township, 'gov'), 'handler')
  const [first, second] = offices.map(office => stage.cast.inOffice(office, 'handler')[0])
  if (!township || !first || !second) return undefined
  const told = player(stage, 'summons', name)
  const { village, ...rest } = input
  told.on(hoursBefore(stage, hours))
  if (!await told.opens('raise', township, { ...rest, place: stage.villages[village] ?? stage.township, offices })) return undefined
  const calls = await Promise.all(offices.map(office => told.child('summons-call', 'office', office)))
  return { ...told, township, units: [first, second].map((actor, i) => ({ actor, call: calls[i] ?? '' })), lead: offices[0] ?? '' }
}

const solved = async (stage: Stage): Promise<void> => {
  const told = await called(stage, 'solved', 15 * 24, { what: '雨后排水沟堵塞，污水漫到村道（演示）', grade: 'serious', village: 1 }, ['water', 'urban-management'])
  if (!told) return
  for (const { actor, call } of told.units) {
    told.on(hoursBefore(stage, 15 * 24 - 1))
    await told.take(actor, call, 'answer', { answer: 'coming' })
    told.on(hoursBefore(stage, 15 * 24 - 3))
    await told.take(actor, call, 'arrive', { arrivedAt: hoursBefore(stage, 15 * 24 - 2).toISOString(), arrivedPost: '值班人员' })
  }
  await told.take(told.township, told.id, 'nameLead', { lead: told.lead })
  told.on(hoursBefore(stage, 14 * 24))
  for (const { actor, call } of told.units) await told.take(actor, call, 'report', { report: '清理排水沟八十米，更换两处井盖' })
  const [leading] = told.units
  if (leading) await told.take(leading.actor, told.id, 'conclude', { ending: 'solved', conclusion: '沟渠淤积所致，已清淤并更换井盖，试水畅通' })
  await told.take(told.township, told.id, 'confirm')
  for (const [i, { call }] of told.units.entries()) await told.take(told.township, call, 'rate', { rating: 5 - i })
}

const underWay = async (stage: Stage): Promise<void> => {
  const told = await called(stage, 'underWay', 1, { what: '村道边坡落石，占去半幅路面（演示）', grade: 'serious', village: 0 }, ['transport', 'emergency'])
  const [first] = told?.units ?? []
  if (!told || !first) return
  told.on(hoursBefore(stage, 0.5))
  await told.take(first.actor, first.call, 'answer', { answer: 'coming', eta: hoursBefore(stage, -0.5).toISOString() })
}

export const playSummonses = async (stage: Stage): Promise<void> => {
  await solved(stage)
  await underWay(stage)
}
