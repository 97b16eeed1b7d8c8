import { keptWords } from '../../../kernel/kept-words.ts'
import type { Json, Words } from '../../../kernel/words.ts'
import { confirmations } from '../../../procedures/3-governance/dispute/facts/ending.ts'
import type { DueRow } from '../../../procedures/3-governance/dispute/plan.ts'
import { consents, roles, type Seat, type Side } from '../../../procedures/3-governance/dispute/sides.ts'
import { trackOf, tracks } from '../../../procedures/3-governance/dispute/tracks.ts'
import type { MatterView } from '../../../server/wire.ts'

/** One side as its reader may see it: who, whether it agrees, was told its rights and signed. A name that is masked is left out. */
export type SideStands = { readonly number: number; readonly role: Words; readonly name?: string; readonly by?: string; readonly many?: number; readonly consent: Words; readonly refused: boolean; readonly informed: boolean; readonly signedOn?: string; /** The account of whom it chose to mediate, until that is settled. */ readonly prefers?: string }

/** Where a dispute stands, from its facts. */
export type Standing = {
  readonly sides: readonly SideStands[]
  /** Whether anybody is, or was, asked to agree to mediation. */
  readonly mediates: boolean
  readonly track?: Words
  readonly tried?: Words
  /** Whether an agreement on this way bears the body's seal. */
  readonly sealed: boolean
  readonly sessions: number
  readonly meeting?: { readonly at: string; readonly where?: string }
  readonly agreedOn?: string
  readonly mediatorSigned?: string
  readonly sealedOn?: string
  readonly effectiveOn?: string
  readonly confirmation?: Words
  readonly plan: readonly DueRow[]
}

const read = ({ allFacts }: Pick<MatterView, 'allFacts'>, fact: string): Json | undefined => allFacts.find(one => one.fact === fact && !one.masked)?.value ?? undefined
const textOf = (matter: MatterView, fact: string): string | undefined => { const value = read(matter, fact); return typeof value === 'string' && value !== '' ? value : undefined }
const listOf = (matter: MatterView, fact: string): readonly unknown[] => { const value = read(matter, fact); return Array.isArray(value) ? value : [] }
const wordsIn = (table: { readonly [name: string]: Words }, name: string | undefined): Words | undefined => (name !== undefined && Object.hasOwn(table, name) ? table[name] : undefined)

/** Facts that the standing tells, which a list of facts need not tell again; and what was last said of one side or item, which without its entry reads as if it were said of all. */
export const toldByStanding: readonly string[] = ['seats', 'tried', 'sessions', 'plan', 'mediatorSigned', 'sealedOn', 'effectiveOn', 'confirmation', ...['seatNumber', 'answer', 'heardHow', 'signer', 'signedOn', 'dueNumber', 'joiner', 'preferred']]

const isWay = (name: string | undefined): name is keyof typeof tracks => name !== undefined && Object.hasOwn(tracks, name)

export const standingOf = (matter: MatterView, now: Date = new Date()): Standing => {
  const sides = listOf(matter, 'sides') as readonly Side[]
  const seats = listOf(matter, 'seats') as readonly Seat[]
  const track = textOf(matter, 'track')
  const meetAt = textOf(matter, 'meetAt')
  const where = textOf(matter, 'meetWhere')
  const sessions = read(matter, 'sessions')
  const found: { readonly [name in 'track' | 'tried' | 'confirmation']: Words | undefined } = {
    track: wordsIn(tracks, track), tried: keptOf(textOf(matter, 'tried')), confirmation: wordsIn(confirmations, textOf(matter, 'confirmation')),
  }
  return {
    sealed: isWay(track) && trackOf(track).seal === true,
    mediates: isWay(track) && trackOf(track).mediation === true || seats.some(one => one.consent !== 'open' || one.informed === true),
    sides: seats.map(({ number = 0, role = 'third', consent = 'open', informed, signedOn, prefers }) => {
      const { name, by, many } = sides[number - 1] ?? {}
      return { number, role: roles[role], ...(name !== undefined && { name }), ...(by !== undefined && { by }), ...(many !== undefined && { many }), consent: consents[consent], refused: consent === 'refused', informed: informed === true, ...(signedOn !== undefined && { signedOn }), ...(prefers !== undefined && { prefers }) }
    }),
    sessions: typeof sessions === 'number' ? sessions : 0, plan: listOf(matter, 'plan') as readonly DueRow[],
    ...(found.track && { track: found.track }), ...(found.tried && { tried: found.tried }), ...(found.confirmation && { confirmation: found.confirmation }),
    ...(meetAt !== undefined && Date.parse(meetAt) > now.getTime() && { meeting: { at: meetAt, ...(where !== undefined && { where }) } }),
    ...days(matter),
  }
}

const keptOf = (text: string | undefined): Words | undefined => (text === undefined ? undefined : keptWords(text))

const days = (matter: MatterView): { readonly [name in 'agreedOn' | 'mediatorSigned' | 'sealedOn' | 'effectiveOn']?: string } =>
  Object.fromEntries((['agreedOn', 'mediatorSigned', 'sealedOn', 'effectiveOn'] as const).flatMap(name => { const day = textOf(matter, name); return day === undefined ? [] : [[name, day]] }))
