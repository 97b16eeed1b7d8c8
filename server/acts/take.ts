import type { Actor } from '../../kernel/post.ts'
import { isRefusal, type Refusal } from '../../kernel/refusal.ts'
import { act, type Act } from '../../store/act.ts'
import { followCode } from '../../store/seal.ts'
import type { Site } from '../site.ts'
import type { StepReply } from '../wire.ts'

/** The registers that say what anybody may do or read. */
const rights: ReadonlySet<string> = new Set(['post', 'account', 'grant'])

/** Takes an act for who asks, by whichever door it came, counts it under `label`, and answers as the pages want it. */
export const takeAct = async (site: Site, actor: Actor, asked: Act, label: string): Promise<StepReply | Refusal> => {
  const answer = await act(site.house, actor, asked, site.now())
  site.metrics.acts.inc({ procedure: label, step: asked.step, result: isRefusal(answer) ? answer.code : answer.repeated ? 'repeated' : 'taken' })
  if (isRefusal(answer)) return answer
  if (answer.records.some(register => rights.has(register))) site.identities.forgetAll()
  const { id, number, seq, stage } = answer
  return { id, number, seq, stage, ...(asked.procedure !== undefined && actor.kind === 'resident' && { followCode: followCode(site.house.keys, id) }) }
}
