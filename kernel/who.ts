import { isWithin, levelOf, parentOf, type Level } from './region.ts'
import { kindOfOffice, regionOfOffice, type Actor, type OfficeCode, type PostKind, postKinds } from './post.ts'
import type { Matter } from './matter.ts'
import { words, type Words } from './words.ts'

/** Who may take a step, as a value that can be shown, checked against the database and asked of any actor. */
export type Who = Words & {
  readonly who: 'resident' | 'party' | 'post' | 'official' | 'holder' | 'co-handler' | 'above' | 'clock' | 'system'
  readonly kinds?: readonly PostKind[]
  readonly role?: string
  readonly levels?: readonly Level[]
  /** The kinds of office in which the post stands. */
  readonly offices?: readonly string[]
}

/** Anyone who lives here, acting for themselves. */
export const anyResident: Who = { who: 'resident', zh: '居民', en: 'any resident' }

/** Who stands in the matter in this role. */
export const party = (role: string, label: Words): Who => ({ who: 'party', role, ...label })

/** A post of this kind whose region holds the matter's. `levels` narrows where the post stands. */
export const post = (kind: PostKind, ...at: readonly Level[]): Who => ({
  who: 'post', kinds: [kind], ...(at.length > 0 && { levels: at }), zh: postKinds[kind].zh, en: postKinds[kind].en.toLowerCase(),
})

/** Offices that speak for a level as a whole: its lead group, its government and its centre. */
const heads: readonly string[] = ['lead', 'gov', 'centre']

export const isGovernment = (office: OfficeCode): boolean => heads.includes(kindOfOffice(office))

/** The same of those who speak for the level itself: who leads a department of it, or a station in it, is no government. */
export const ofGovernment = (kind: PostKind, ...at: readonly Level[]): Who => ({
  ...post(kind, ...at), offices: heads, zh: `政府${postKinds[kind].zh}`, en: `${postKinds[kind].en.toLowerCase()} of the government`,
})

/** A post of these kinds, wherever it stands: for what is asked of another place than one's own. */
export const anyPost = (...kinds: readonly PostKind[]): Who => ({ who: 'official', kinds, ...words('工作人员', 'an official') })

/** A post of these kinds (default: whoever handles) in the office that holds the matter. */
export const holder = (...kinds: readonly PostKind[]): Who => ({
  who: 'holder', ...(kinds.length > 0 && { kinds }), ...words('承办单位', 'the office that holds it'),
})

/** Who speaks for the office that holds the matter, to object, to stop its clock or to ask for more time: a grid worker works there and does not. */
export const answerer: Who = { ...holder('handler', 'dispatcher', 'lead', 'committee', 'hotline'), ...words('承办单位（网格员除外）', 'the office that holds it, but for its grid workers') }

/** A post of these kinds (default: all that work) in an office that stands in the matter in this role. */
export const officeIn = (role: string, label: Words, ...kinds: readonly PostKind[]): Who => ({ who: 'co-handler', role, ...(kinds.length > 0 && { kinds }), ...label })

export const coHandler: Who = officeIn('co-handler', words('协办单位', 'a co-handling office'))

/** A lead or dispatcher who answers for the holder: of the government, centre or lead group of its region or one above it, or of the same kind of office one level up. */
export const above: Who = { who: 'above', kinds: ['lead', 'dispatcher'], ...words('上级负责人', 'a lead above the holder') }

export const theClock: Who = { who: 'clock', ...words('时限到期', 'the clock') }
export const thePlatform: Who = { who: 'system', ...words('平台联动', 'the platform') }

/** Posts that do the work of the office they are held in, and so may accept what is dispatched to it. */
export const working: readonly PostKind[] = ['handler', 'dispatcher', 'lead', 'mediator', 'committee', 'gridWorker', 'hotline']

const actsFrom = (actor: Actor, kinds: readonly PostKind[]): boolean =>
  actor.kind !== 'clock' && actor.kind !== 'system' && kinds.includes(actor.kind) && postKinds[actor.kind].acts

/** Whether an actor's post is one of those meant, wherever the matter lies. */
export const isSuch = ({ kinds = [], levels, offices }: Who, actor: Actor): boolean =>
  actsFrom(actor, kinds) && (levels === undefined || levels.includes(levelOf(actor.region))) && (offices === undefined || actor.office === undefined || offices.includes(kindOfOffice(actor.office)))

/** A department stands above nothing of another kind, in whichever region. */
const overOffice = (office: OfficeCode | undefined, held: OfficeCode | undefined): boolean =>
  office !== undefined && office !== held && (isGovernment(office)
    || (held !== undefined && kindOfOffice(office) === kindOfOffice(held) && regionOfOffice(office) === parentOf(regionOfOffice(held))))

const tests: { readonly [K in Who['who']]: (who: Who, actor: Actor, matter: Matter) => boolean } = {
  resident: (_, actor) => actor.kind === 'resident',
  party: (who, actor, matter) =>
    actsFrom(actor, ['resident', ...working]) && matter.parties.some(p => p.role === who.role && p.account === actor.account),
  post: (who, actor, matter) => isSuch(who, actor) && isWithin(matter.region, actor.region),
  official: (who, actor) => actsFrom(actor, who.kinds ?? working),
  holder: (who, actor, matter) =>
    matter.holder !== null && actor.office === matter.holder.office && actsFrom(actor, who.kinds ?? working),
  'co-handler': (who, actor, matter) =>
    actor.office !== undefined && actsFrom(actor, who.kinds ?? working) && matter.parties.some(p => p.role === who.role && p.office === actor.office),
  above: (who, actor, matter) =>
    actsFrom(actor, who.kinds ?? [])
    && isWithin(matter.holder === null ? matter.region : regionOfOffice(matter.holder.office), actor.region)
    && isWithin(matter.region, actor.region)
    && overOffice(actor.office, matter.holder?.office),
  clock: (_, actor) => actor.kind === 'clock',
  system: (_, actor) => actor.kind === 'system',
}

/** Whether this actor is one of those named. Pure: the database's own answer (row-level security) can only be narrower. */
export const may = (by: readonly Who[], actor: Actor, matter: Matter): boolean => by.some(who => tests[who.who](who, actor, matter))
