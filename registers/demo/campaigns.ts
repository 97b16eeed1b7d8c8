import { daysAfter, legalDay } from '../../kernel/calendar.ts'
import { officeCode } from '../../kernel/post.ts'
import { hoursBefore, player, type Stage } from './player.ts'

/** A campaign that a county arranged for a township, which planned it and records what it does; nothing reaches a village by it. */
export const playCampaigns = async (stage: Stage): Promise<void> => {
  const [lead] = stage.cast.inOffice(officeCode(stage.county, 'lead'), 'lead')
  const office = officeCode(stage.township, 'gov')
  const [handler] = stage.cast.inOffice(office, 'handler')
  if (!lead || !handler) return
  const told = player(stage, 'campaign', 'streets')
  const begins = hoursBefore(stage, 9 * 24)
  told.on(begins)
  const from = legalDay(begins)
  const arranged = await told.opens('arrange', lead, {
    area: stage.county, theme: 'environment', title: '秋冬环境整治（演示）', aims: '清理村道、沟渠和房前屋后积存垃圾，建立日常保洁办法', instrument: '演示数据，并非正式文件', from, until: daysAfter(from, 45), townships: [stage.township],
  })
  if (!arranged) return
  const part = await told.child('campaign-part', 'region', stage.township)
  told.on(hoursBefore(stage, 7 * 24))
  await told.take(handler, part, 'plan', { measures: '镇干部和保洁公司分片清理，先主干道、后背街小巷' })
  told.on(hoursBefore(stage, 5 * 24))
  await told.take(handler, part, 'session', { heldOn: legalDay(hoursBefore(stage, 5 * 24)), what: '清理主干道和集贸市场周边', served: 120 })
}
