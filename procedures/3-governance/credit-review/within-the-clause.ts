import { daysAfter, legalDay } from '../../../kernel/calendar.ts'
import type { Law } from '../../../kernel/clock.ts'
import { faultAt, refuse, type Refusal } from '../../../kernel/refusal.ts'
import { words } from '../../../kernel/words.ts'
import { consequences, type Clause, type Consequence, type CovenantInForce } from '../covenant/clauses.ts'
import { groundWords, pointsTo } from '../covenant/grounds.ts'
import type { directions } from './facts.ts'

type Asked = {
  readonly clause: string
  readonly direction: keyof typeof directions
  readonly measure: Consequence
  readonly terms?: string
}

const onlyWithin = words('奖惩只能在公约条文和法律之内', 'Reward and answer stay within the clause and the law')

/** The clause in force that an evaluation cites, or why it can't be cited. `when` says which day's covenant was asked. */
export const clauseIn = (covenant: CovenantInForce | undefined, number: string, when: 'then' | 'now'): CovenantInForce['clauses'][number] | Refusal => {
  const found = covenant?.clauses.find(one => one.number === number)
  if (found) return found
  return refuse('clause-not-in-force', when === 'now' ? words(`公约第 ${number} 条现在不生效`, `Clause ${number} is not in force now`) : words(`事情发生时公约第 ${number} 条还没有生效`, `Clause ${number} was not in force when it happened`), {
    basis: ['26.2'], remedy: words('只能依据发生时和现在都生效的条文评价', 'An evaluation rests on a clause in force both then and now'),
  })
}

/** What is asked to follow, held against its clause and the law. */
export const beyond = ({ kind, consequence, number = '' }: Clause, { direction, measure, terms = '' }: Asked): Refusal | undefined => {
  if (kind === 'duty' || kind === 'ban') {
    return refuse('no-consequence', words(`公约第 ${number} 条没有规定奖惩`, `Clause ${number} attaches nothing`), { basis: ['26.2'], remedy: words('请引用规定奖励或约束的那一条；没有规定的，不能奖惩', 'Cite the clause that rewards or answers it; where there is none, nothing follows') })
  }
  if (consequence === 'points' || measure === 'points') {
    return refuse('points-apart', words('积分按积分办法另行办理，信用评价不增减积分', 'Points go by their own scheme; an evaluation neither gives nor takes any'), { basis: ['26.2', '27.3'] })
  }
  if ((kind === 'reward') !== (direction === 'keeps')) return faultAt('direction', kind === 'reward' ? '该条是奖励，不能用来约束' : '该条是约束，不能用来奖励', kind === 'reward' ? 'That clause rewards' : 'That clause answers a breach')
  if (measure !== consequence) {
    return refuse('beyond-clause', words(`公约第 ${number} 条规定的是“${consequences[consequence ?? measure].zh}”，不能改为“${consequences[measure].zh}”`, `Clause ${number} says “${consequences[consequence ?? measure].en}”, not “${consequences[measure].en}”`), { basis: ['26.2'], remedy: onlyWithin })
  }
  return touchesRights(terms)
}

/** What is to follow, or followed, in words that speak of what no village may do. */
export const touchesRights = (said = ''): Refusal | undefined => {
  const [ground] = pointsTo(said)
  return ground === undefined ? undefined
    : refuse('statutory-right', words(`内容涉及${groundWords(ground).zh}`, `It touches: ${groundWords(ground).en}`), { basis: ['26.2'], remedy: onlyWithin })
}

/** What lies too far back, or ahead. */
export const untimely = (happenedOn: string, now: Date, law: Law): Refusal | undefined => {
  const today = legalDay(now)
  if (happenedOn > today) return faultAt('happenedOn', '不能晚于今天', 'It can’t lie ahead')
  const most = Number(law.figure('credit.oldest', today).value)
  return happenedOn < daysAfter(today, -most) ? faultAt('happenedOn', `只评议 ${most} 天以内发生的事（平台规则）`, `At most ${most} days ago (a product rule)`) : undefined
}
