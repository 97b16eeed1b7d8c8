import { hasRunOut } from '../../../kernel/clock.ts'
import { notify, type Effect } from '../../../kernel/effect.ts'
import type { Matter } from '../../../kernel/matter.ts'
import { words, type JsonObject } from '../../../kernel/words.ts'
import type { CallFacts } from './call-facts.ts'

export type CallMatter = Matter<CallFacts>

/** What is told to the summons itself, where the township follows all it called. */
export type News = 'coming' | 'notOurs' | 'arrived' | 'notArrived' | 'reported' | 'released'

/** Figures are of departments; a unit outside the county's command has none. */
export const counted = (matter: CallMatter, counts: { readonly [measure: string]: number }): { readonly counts?: typeof counts } => (matter.facts.office === undefined ? {} : { counts })

export const caller = (matter: CallMatter): string => matter.facts.caller ?? ''

/** Who answers: the office, or for a unit outside the township that speaks with it. */
export const answering = ({ facts }: Pick<CallMatter, 'facts'>): string => facts.office ?? facts.caller ?? ''

export const toCaller = (matter: CallMatter, zh: string, en: string): Effect => notify({ office: caller(matter) }, words(zh, en))
export const toCalled = (matter: CallMatter, zh: string, en: string): Effect => notify({ office: answering(matter) }, words(zh, en))

export const tellSummons = ({ facts }: CallMatter, news: News): Effect =>
  ({ do: 'tell', link: 'summons', step: 'hear', input: { news, ...(facts.office === undefined ? { newsUnit: facts.unit ?? '' } : { newsOffice: facts.office }) } })

/** The call's row in the register, entered or moved on. */
export const register = ({ county, id }: CallMatter, row: JsonObject): Effect => ({ do: 'record', register: 'summons-call', row: { county, matter: id, ...row } })

/** Whether an instant lies within the limit of the stage, also where the clock was called since. */
export const inTime = ({ clocks }: CallMatter, at: Date): boolean => {
  const { stage } = clocks
  return stage === undefined || (stage.stopped ? !hasRunOut(stage, at) : stage.due >= at.toISOString())
}
