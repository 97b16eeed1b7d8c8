import type { Refusal } from '../../../kernel/refusal.ts'
import { subjects, type Subject } from '../../../kernel/voting/select.ts'
import { fault } from './parts.ts'

type Asked = { readonly topic?: string; readonly reason?: string; readonly subject?: Subject; readonly screenNote?: string }

/** Words by which a topic reads like a matter of which another body decides, and what it is then usually taken for. */
const readsLike: readonly { readonly words: RegExp; readonly subject: Subject; readonly instead: readonly Subject[] }[] = [
  { words: /承包|征地|土地补偿|补偿费|集体资产|集体资金|集体收益|收益分配|股份?分红/, subject: 'collectiveAssets', instead: ['publicAffairs', 'publicWorks', 'groupAffairs', 'villagePlan', 'subsidies', 'residentsAffairs'] },
  { words: /筹集.{0,6}维修资金|改建|重建|改变.{0,6}用途|共有部分.{0,6}经营/, subject: 'propertyWeighty', instead: ['propertyOrdinary'] },
  { words: /村规民约|居民公约/, subject: 'covenant', instead: ['publicAffairs', 'groupAffairs', 'residentsAffairs'] },
]

/**
 * The subject settles the body, and whoever screens a topic chooses it. One that reads like another subject is taken up only with a public note that says why it is
 * none; the law that names the body stands in `kernel/voting/select.ts`, this is a product rule.
 */
export const slipped = ({ topic = '', reason = '', subject = 'publicAffairs', screenNote }: Asked): Refusal | undefined => {
  const like = readsLike.find(one => one.instead.includes(subject) && one.words.test(`${topic}\n${reason}`))
  if (like === undefined || screenNote !== undefined) return undefined
  const { zh, en } = subjects[like.subject]
  return fault('screenNote', `议题像是“${zh}”，由另外的会议议决。确实不是的，请写明理由（公开）；是的，请改选议决事项`, `This reads like: ${en.toLowerCase()}, which another body decides. If it is none, say why, in public; if it is, choose that subject`)
}
