import type { JsonObject } from '../../kernel/words.ts'
import { dispute } from '../../procedures/3-governance/dispute/dispute.ts'
import { disputeHandoff } from '../../procedures/3-governance/dispute/handoff.ts'
import { play, type Play } from '../helpers/play.ts'
import { idOf, people } from '../helpers/world.ts'

export const village = '630202001001'
export const mediation = '630202001/mediation'
export const sheet = [idOf('a signed sheet')]

/** Two neighbours and a wall. */
export const wall = {
  headline: '院墙占地争议', place: village, about: 'homestead', story: '翻建院墙时越过界石约半米，多次协商没有结果', wanted: '恢复原界', since: '2026-05-01',
  sides: [{ role: 'applicant', name: '马建国', nature: 'person' }, { role: 'respondent', name: '李生海', nature: 'person' }],
} as const

/** Forty workers who chose two of them to speak for all, and a firm. */
export const wages = {
  headline: '四十名工人工资拖欠', place: village, about: 'wages', story: '工程完工三个月，四十名工人工资没有结清', wanted: '结清工资', yuan: 612_000, since: '2026-03-31',
  sides: [
    { role: 'applicant', name: '王得福等四十人', nature: 'group', many: 40, by: '王得福、韩国良', stands: 'representative' },
    { role: 'respondent', name: '青河建筑有限公司', nature: 'firm', by: '赵明', stands: 'officer' },
  ],
} as const

export type Dispute = { readonly game: Play; readonly id: string }

const input = (facts: object): JsonObject => JSON.parse(JSON.stringify(facts)) as JsonObject

export const registered = (facts: object = {}, from = '2026-06-08 10:00'): Dispute => {
  const game = play(dispute, from, { others: [disputeHandoff] })
  return { game, id: game.opens('resident', input({ ...wall, ...facts }), 'register') }
}

export const accepted = (facts: object = {}, danger = 'none', from?: string): Dispute => {
  const begun = registered(facts, from)
  begun.game.does('dispatcher', 'accept', begun.id, { danger })
  return begun
}

/** Before a body of mediation, which asks the sides. */
export const asked = (facts: object = {}, way: object = {}): Dispute => {
  const begun = accepted(facts)
  begun.game.does('dispatcher', 'choose', begun.id, { track: 'people', body: mediation, ...way })
  return begun
}

export const hears = ({ game, id }: Dispute, seatNumber: number, answer = 'agrees'): void => game.does('mediator', 'hearSide', id, { seatNumber, answer, heardHow: 'inPerson' })

export const agreedToTalk = (facts: object = {}): Dispute => {
  const begun = asked(facts)
  hears(begun, 1)
  hears(begun, 2)
  return begun
}

/** With a mediator, both told their rights. */
export const talking = (facts: object = {}): Dispute => {
  const begun = agreedToTalk(facts)
  const { game, id } = begun
  game.does('mediator', 'nameMediator', id, { mediator: people.mediator.account, chosenHow: 'chosen' })
  for (const seatNumber of [1, 2]) game.does('mediator', 'tellRights', id, { seatNumber, sheet })
  return begun
}

export const terms = { issues: '院墙越界多少、由谁拆除', terms: '李生海于七月十日前拆除越界部分，马建国付砖钱二百元' }

export const session = { heldOn: '2026-06-08', format: 'together', minutes: '双方说明各自依据，商定丈量', language: 'zh', readAloud: true }

/** Talked over, on minutes that were read aloud. */
export const talked = (facts: object = {}): Dispute => {
  const begun = talking(facts)
  begun.game.does('mediator', 'holdSession', begun.id, session)
  return begun
}

export const toSign = (facts: object = {}, more: object = {}): Dispute => {
  const begun = talked(facts)
  begun.game.does('mediator', 'agree', begun.id, input({ ...terms, agreedOn: '2026-06-08', ...more }))
  return begun
}

export const signs = ({ game, id }: Dispute, signer: string, signedOn: string, seatNumber?: number): void =>
  game.does('mediator', 'sign', id, { signer, signedOn, sheet, ...(seatNumber !== undefined && { seatNumber }) })

/** Signed by both, the mediator and the seal, the last on the day given. */
export const inEffect = (last = '2026-06-08', facts: object = {}, more: object = {}): Dispute => {
  const begun = toSign(facts, more)
  begun.game.until(`${last} 16:00`)
  signs(begun, 'side', '2026-06-08', 1)
  signs(begun, 'side', '2026-06-08', 2)
  signs(begun, 'mediator', '2026-06-08')
  signs(begun, 'seal', last)
  return begun
}

export const stageOf = ({ game, id }: Dispute): string => game.matter(id).stage
export const factsOf = ({ game, id }: Dispute): { readonly [fact: string]: unknown } => game.matter(id).facts
