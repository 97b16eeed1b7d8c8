import { play } from '../helpers/play.ts'
import { villageVote } from '../helpers/village-vote.ts'
import { people } from '../helpers/world.ts'
import { deliberation } from '../../procedures/3-governance/deliberation/deliberation.ts'
import { deliberationComment } from '../../procedures/3-governance/deliberation/deliberation-comment.ts'
import type { MatterAt } from '../../procedures/3-governance/deliberation/needs.ts'
import { resolutionTask } from '../../procedures/3-governance/deliberation/resolution-task.ts'

// A village of so many, and a topic brought as far as a scenario needs it.

export const village = '630202101201'
/** A file’s id, for what is not looked at. */
export const file = people.resident.account
export const topic = { topic: '村口修建排水渠', village, raisedBy: 'residents', concern: 'publicGood', reason: '雨季村口积水，出行不便，请村里议一议' }
export const works = { subject: 'publicWorks', touches: 'nothing' }
export const others = [deliberation, deliberationComment, resolutionTask]

/** Words that a step made, in both languages. */
export const kept = ({ facts }: { readonly facts: object }, name: string): string => JSON.stringify((facts as { readonly [name: string]: unknown })[name] ?? '')

export const begin = (size = 40, { area, drafts }: { readonly area?: number; readonly drafts?: { readonly [id: string]: MatterAt } } = {}) => {
  const hall = villageVote(size, area === undefined ? {} : { area })
  const game: ReturnType<typeof play> = play(deliberation, '2026-06-08 10:00', { others, records: hall.records, loads: hall.loads(procedure => game.all(procedure), drafts) })
  return { game, hall }
}

export type Begun = ReturnType<typeof begin>

export const raised = ({ game }: Begun, more: object = {}): string => game.opens('villager', { ...topic, ...more }, 'raise')

export const meeting = { where: '村委会院子', form: 'hall', question: '是否同意修建村口排水渠？' }

/** Taken up, enrolled and called for a day. */
export const called = (begun: Begun, { accept = works, on = '2026-06-18', form = 'hall', until }: { readonly accept?: object; readonly on?: string; readonly form?: string; readonly until?: string } = {}): string => {
  const { game } = begun
  const id = raised(begun)
  game.does('villageCommittee', 'accept', id, { ...accept })
  game.does('villageCommittee', 'draftRoll', id, { rollFrom: 'register' })
  game.does('villageCommittee', 'giveNotice', id, { ...meeting, meetingOn: on, form, ...(until !== undefined && { voteUntil: until }) })
  return id
}

export const sheet = { counterKin: 'none', countPlace: '会场', countTotals: [{ for: 0, against: 0, abstain: 0, spoilt: 0 }], countSheet: [file] }

/** Opened, closed and counted with this many present and in favour. */
export const voted = (begun: Begun, id: string, present: number, inFavour: number, on = '2026-06-18'): void => {
  const { game, hall } = begun
  game.until(`${on} 09:00`)
  game.does('villageCommittee', 'openVote', id)
  game.does('villageWorker', 'attend', id, { attendance: [{ number: 1, way: 'hall' }], bookSheet: [file] })
  game.does('villageCommittee', 'strike', id, { number: 1, strikeWhy: '登记到了别人的一行' })
  game.does('villageCommittee', 'close', id)
  game.does('villageCommittee', 'count', id, sheet)
  game.does('supervisor', 'count', id, sheet)
  game.does('supervisor', 'checkBook', id)
  hall.counted(present, { for: inFavour, against: present - inFavour })
  game.does('villageCommittee', 'declare', id)
}

export const resolution = '同意修建村口排水渠，资金由村集体和筹资解决'
