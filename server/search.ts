import type { Search } from '../kernel/fact.ts'
import { reads, type Actor } from '../kernel/post.ts'
import type { Procedure } from '../kernel/procedure.ts'
import { refuse, Refused } from '../kernel/refusal.ts'
import { words } from '../kernel/words.ts'
import { exactTerm, keyedTerm, soughtTerms } from '../store/act/terms.ts'
import type { House } from '../store/house.ts'
import type { ListAsk, ListScope } from '../store/read/list.ts'
import { badRequest } from './http/refusals.ts'

/** Who searches, over which matters. */
export type Seeker = { readonly actor: Actor; readonly scope: ListScope; readonly procedure?: string | undefined }

/** What a list is to hold: a matter of a number, a keyed term, or words. */
export type Sought = Pick<ListAsk, 'number' | 'words'> & { readonly keyed?: string }

/**
 * Whether the seeker reads every fact that is searched so. A term doesn't tell which fact it came from, and to be told that there is one
 * is to be told what the fact holds: asked often enough, a mask gives way digit by digit. One's own list holds what is one's own.
 */
const maySearch = (procedures: readonly Procedure[], { actor, scope, procedure }: Seeker, how: Search, name?: string): boolean =>
  scope === 'party' || procedures.filter(one => procedure === undefined || one.name === procedure).every(one =>
    Object.entries(one.facts).every(([fact, { search, class: wanted }]) => search !== how || (name !== undefined && fact !== name) || reads(actor.clearance, wanted)))

const notByText = (): Refused =>
  new Refused(refuse('no-right', words('您现在的岗位不读取正文和联系方式，不能据此查找', 'The post you act from reads neither texts nor contacts, so it can’t search in them'), {
    basis: ['20.2'], remedy: words('可按编号查找，或按地点、类别、环节、时限筛选', 'Look up a number, or filter by place, category, stage or date'),
  }))

const notByFact = (): Refused =>
  new Refused(refuse('no-right', words('您现在的岗位不读取此项，不能据此筛选', 'The post you act from doesn’t read this fact, so it can’t filter by it'), {
    basis: ['20.2'], remedy: words('可按编号查找，或按地点、类别、环节、时限筛选', 'Look up a number, or filter by place, category, stage or date'),
  }))

const number = /^\d{4,6}-\d{2}-\d{7,}$/
const mobile = /^1[3-9]\d{9}$/
const lastFour = /^\d{4}$/

/** A number is looked up; digits are asked for as a phone or its last four, under their keyed term, by who reads phones; all else as words. Throws `Refused`. */
export const soughtBy = ({ procedures, keys }: House, seeker: Seeker, q: string | undefined): Sought => {
  const text = q?.trim() ?? ''
  if (text === '') return {}
  if (number.test(text)) return { number: text }
  const kind = mobile.test(text) ? 'phone' : lastFour.test(text) ? 'digits' : undefined
  if (kind !== undefined && maySearch(procedures, seeker, 'digits')) return { keyed: keyedTerm(keys, kind, text) }
  if (!maySearch(procedures, seeker, 'words')) throw notByText()
  return { words: soughtTerms(keys, text) }
}

/** The exact term that a filter `fact:value` stands for. Throws `Refused`. */
export const termFor = ({ procedures, keys }: House, seeker: Seeker, term: string): string => {
  const at = term.indexOf(':')
  const [fact, value] = [term.slice(0, at), term.slice(at + 1)]
  const declared = procedures.map(procedure => procedure.facts[fact]).find(one => one?.search === 'exact')
  if (!declared) throw new Refused(badRequest([{ fact: 'term', why: words('此项不可筛选', 'this fact can’t be filtered by') }]))
  if (!maySearch(procedures, seeker, 'exact', fact)) throw notByFact()
  return exactTerm(keys, fact, declared, value)
}
