import { keptWords } from '../../kernel/kept-words.ts'
import { words, type JsonObject, type Words } from '../../kernel/words.ts'
import { discussants, discussed as talkedAbout, forms, objectionGrounds, outcomes, raisers } from '../../procedures/3-governance/deliberation/kinds.ts'
import { concerns } from '../../procedures/3-governance/hearing/kinds.ts'
import { manners, rollUnits, tracks, ways } from '../../kernel/voting/track.ts'

/** Words of topics for every door: what a fact of one says, read from its public facts. */

const tables: { readonly [fact: string]: { readonly [option: string]: Words } } = {
  body: tracks, unit: rollUnits, manner: manners, outcome: outcomes, form: forms, raisedBy: raisers, concern: concerns, speaksAs: discussants, objectionGround: objectionGrounds,
  sort: { comment: words('意见', 'Comment'), question: words('提问', 'Question'), change: words('修改建议', 'Change proposed') },
  way: { self: words('本人提出', 'in person'), onBehalf: words('代为提出', 'on somebody’s behalf'), paper: words('书面提出', 'on paper') },
  replied: { taken: words('采纳', 'Taken up'), partly: words('部分采纳', 'Taken up in part'), declined: words('未采纳', 'Not taken up'), explained: words('已说明', 'Explained') },
}

export const textIn = (facts: JsonObject, name: string): string | undefined => { const value = facts[name]; return typeof value === 'string' && value !== '' ? value : undefined }
export const numberIn = (facts: JsonObject, name: string): number | undefined => { const value = facts[name]; return typeof value === 'number' ? value : undefined }

/** A choice by its words; `as` where the table has another name than the fact. */
export const choiceIn = (facts: JsonObject, name: string, as: keyof typeof tables & string = name): Words | undefined => tables[as]?.[textIn(facts, name) ?? '']

/** Words that a step made. */
export const toldIn = (facts: JsonObject, name: string): Words | undefined => { const text = textIn(facts, name); return text === undefined ? undefined : keptWords(text) }

/** How somebody took part, by its words. */
export const wayWords = (way: string): Words => (Object.hasOwn(ways, way) ? ways[way as keyof typeof ways] : words(way, way))
export const unitWords = (unit: string): Words => tables['unit']?.[unit] ?? words(unit, unit)

/** Stages in which a topic is before its vote and open to be talked about. */
export const discussed: ReadonlySet<string> = new Set(talkedAbout)
export const over: ReadonlySet<string> = new Set(['closed', 'notPassed', 'notHeld', 'annulled', 'dropped'])

/** Before a topic is taken up there is a claim and nothing else, for whoever raised it and the committee. */
const claimed: ReadonlySet<string> = new Set(['raised', 'demanded', 'referred', 'declined', 'reviewing', 'declinedForGood', 'withdrawn'])
export const isOpenToAll = (stage: string): boolean => !claimed.has(stage)
