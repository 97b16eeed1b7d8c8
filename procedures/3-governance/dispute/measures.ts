import { words, type Words } from '../../../kernel/words.ts'
import { outcomes } from './facts/ending.ts'
import { disputeKinds } from './kinds.ts'
import { tracks } from './tracks.ts'

const way = ({ zh, en }: Words): Words => words(`途径：${zh}`, `Way: ${en}`)

/** What is counted, of disputes and never of persons. */
export const measures: Readonly<Record<string, Words>> = {
  registered: words('登记', 'Registered'), accepted: words('受理', 'Accepted'), declined: words('不予受理', 'Declined'), warned: words('报告公安机关', 'Police warned'), handedOver: words('移送其他机关', 'Handed to another authority'),
  ...Object.fromEntries(Object.entries(tracks).map(([name, track]) => [`way-${name}`, way(track)])),
  ...Object.fromEntries(Object.entries(disputeKinds).map(([name, { zh, en }]) => [`kind-${name}`, words(`类型：${zh}`, `Kind: ${en}`)])),
  begun: words('开始调解', 'Mediations begun'), sessions: words('调解场次', 'Sessions'), refused: words('一方拒绝', 'A side refused'), silent: words('一方联系不上', 'A side silent'), failed: words('调解不成', 'No agreement'),
  agreed: words('达成协议', 'Agreed'), written: words('书面协议', 'In writing'), oral: words('口头协议', 'Orally'), onSpot: words('就地化解', 'On the spot'), visits: words('回访', 'Asked after'), broken: words('没有履行', 'Broken'),
  confirmationAsked: words('申请司法确认', 'Confirmation asked for'), confirmed: words('司法确认', 'Confirmed'), enforced: words('申请执行', 'Enforced'),
  applied: words('向其他机构申请', 'Applied elsewhere'), settledThere: words('在其他机构调解和解', 'Settled before another body'), closed: words('办结', 'Closed'),
  ...Object.fromEntries(Object.entries(outcomes).map(([name, { zh, en }]) => [name, words(`结果：${zh}`, `Outcome: ${en}`)])),
}
