import type { Citation } from '../regulation/citation.ts'
import type { Clock } from '../kernel/clock.ts'
import type { KeptKind } from '../kernel/erasure.ts'
import type { Explanation } from '../kernel/explain.ts'
import type { Offer } from '../kernel/form.ts'
import type { ItemKind } from '../kernel/gate.ts'
import type { Class, PostKind } from '../kernel/post.ts'
import type { Level } from '../kernel/region.ts'
import type { Fault } from '../kernel/refusal.ts'
import type { Json, JsonObject, Words } from '../kernel/words.ts'

/** The messages between the doors and the server, as types. Instants are ISO 8601 in UTC; ids are UUIDs; cursors are opaque. */

/** A list, one page at a time; `next` is absent on the last. */
export type Page<T> = { readonly rows: readonly T[]; readonly next?: string }

/** RFC 9457 problem details: `title` and `detail` in the reader's language, `words` in both. */
export type Problem = {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: string
  readonly words: Words
  readonly remedy?: Words
  readonly basis: readonly Citation[]
  readonly faults?: readonly Fault[]
  readonly detail?: Json
  /** Number of the request in the server's log. */
  readonly instance?: string
}

export type RegionRef = { readonly code: string; readonly name: string; readonly level: Level; readonly path: readonly string[] }
export type OfficeRef = { readonly code: string; readonly name: string; readonly region: string; readonly kind: string }

export type PostRef = {
  readonly id: string
  readonly kind: PostKind
  readonly office?: OfficeRef
  readonly region: RegionRef
  readonly clearance: Class
  /** One’s own, that this sign-in can’t act from until a second factor is shown. */
  readonly barred?: true
}

/** GET /api/me. `acting` is the post acted from now; absent for a resident acting for themselves. */
export type Me = {
  readonly account: string
  readonly name: string
  readonly home?: RegionRef
  readonly posts: readonly PostRef[]
  readonly acting?: string
  readonly unread: number
  readonly demo: boolean
}

/** GET /api/me/sessions: where this account is signed in. POST /api/me/sessions/end `{ id }`, or `{}` for all but this one. `means`: how it was made; `factor`: with a second factor. POST /api/me/password `{ old, fresh }`. */
export type SessionView = { readonly id: string; readonly since: string; readonly used: string; readonly agent: string; readonly current: boolean; readonly means: 'password' | 'sso' | 'demo' | 'program'; readonly factor: boolean; /** A program's name and the end of its token. */ readonly program?: string; readonly until?: string; /** The encrypted copy of its area that the device holds. */ readonly copy?: { readonly synced: string; readonly unsent: number } }

/** GET /api/outbox/key: what the field door seals to; `now` is the server’s clock. POST /api/outbox/acts/:id takes the sealed act and answers as the step would. */
export type OutboxKey = { readonly id: string; /** The 65 bytes of the P-256 point, base64url. */ readonly key: string; readonly now: string }

/** GET and PATCH /api/outbox/photos/:id: how many bytes of a sealed photo are here, and whether it is a file by now. */
export type Uploaded = { readonly at: number; readonly done: boolean }

/** POST /api/outbox/open: what was written, given back to who wrote it. */
export type WrittenAct = { readonly id: string; readonly procedure?: string; readonly matter?: string; readonly step: string; readonly input: { readonly [fact: string]: Json }; readonly photos: readonly { readonly file: string; readonly taken?: string }[] }

/** POST /api/outbox/import: what became of each act in a file from a phone. */
export type HandedIn = { readonly id: string; readonly reply?: StepReply; readonly problem?: Problem }

/** POST /api/me/programs `{ name, days }`: sent as `Authorization: Bearer` by the program, and never shown again. */
export type Program = { readonly token: string }

/** GET /api/sign-in/ways: beside name and password, single sign-on by the name it has here (GET /api/sign-in/sso?next=…). */
export type SignInWays = { readonly password: true; readonly sso?: Words }

/** GET /api/me/safety. `password`: there is one; `required`: a post of one’s own needs a second factor; `proved`: this sign-in has shown it; `sso`: offered here, linked since. */
export type Safety = {
  readonly password: boolean
  readonly required: boolean
  readonly proved: boolean
  /** The second factor, where there is one; `left`: recovery codes not used yet. */
  readonly factor?: { readonly since: string; readonly left: number }
  readonly sso?: { readonly name: Words; readonly since?: string }
}

/** POST /api/me/factor/begin `{ password?, code? }`: the secret as text and as the address in the picture. */
export type Begun = { readonly secret: string; readonly uri: string }

/** POST /api/me/factor/confirm `{ code }`, …/recovery `{ password?, code? }`: shown once. */
export type RecoveryCodes = { readonly recovery: readonly string[] }

/** POST /api/sign-out. `onward`: where the identity provider’s own session is ended. */
export type SignedOut = { readonly done: true; readonly onward?: string }

/** GET /api/demo/people: one of each kind to sign in as, in demo mode. POST /api/demo/sign-in `{ person }`. */
export type DemoPerson = { readonly id: string; readonly title: Words; readonly name: string; readonly place: Words; readonly door: 'desk' | 'field' | 'home'; readonly sees: Words }

/** What a list is over: my own reports, my desk, my office, my region. */
export type Scope = 'party' | 'mine' | 'office' | 'region'

/**
 * GET /api/matters: `scope`, `procedure`, `stage`, `due` = late | today | week, `region`, `cursor`, `limit`. POST /api/matters/search: the same in its
 * body, with `term` = fact:value and `q`, the words looked for, which stand in no address.
 */
export type MatterRow = {
  readonly id: string
  readonly county: string
  readonly number: string
  readonly procedure: string
  readonly title: string
  readonly stage: string
  readonly region: RegionRef
  readonly holder?: { readonly office: OfficeRef; readonly account?: string; readonly name?: string }
  readonly opened: string
  readonly updated: string
  readonly seq: number
  readonly due?: { readonly at: string; readonly late: boolean; readonly words: Words; readonly provisional: boolean }
  /** The list columns the declaration names, masked for this reader. */
  readonly facts: { readonly [fact: string]: Json }
}

export type Figure = { readonly fact: string; readonly value: Json; readonly masked: boolean }

/** One line of the timeline. `who` is a masked name or an alias where the reporter asked to be anonymous. */
export type EntryView = {
  readonly seq: number
  readonly at: string
  readonly step: string
  readonly who: { readonly name: string; readonly kind: string; readonly office?: string }
  readonly stage?: string
  readonly facts: readonly Figure[]
  readonly version: string
  /** Taken on a device without a signal: when, its clock put right by ours; `skew`: ours less its, in seconds; photos by their camera’s clock. */
  readonly capture?: { readonly at: string; readonly skew: number; readonly photos: readonly { readonly file: string; readonly taken?: string }[] }
}

/** One reading of what is above internal, or under a grant: who looked at what, why, when. `matter` where its reader may see it. */
export type ReadingView = {
  readonly id: string
  readonly at: string
  /** The account of who looked. */
  readonly by: string
  readonly name: string
  readonly kind: PostKind
  readonly office?: OfficeRef
  readonly purpose: 'duty' | 'grant' | 'emergency'
  /** The grant it was read under, a matter of its own. */
  readonly grant?: string
  readonly matter?: { readonly id: string; readonly number: string; readonly procedure: string }
  readonly register?: string
  readonly region: RegionRef
  /** Names of the facts that were read. */
  readonly facts: readonly string[]
  readonly people: number
}

/** A household of a village and who belongs to it. */
export type HouseholdView = {
  readonly id: string; readonly code: string; readonly address: string; readonly team?: string; readonly size?: number
  readonly people: readonly { readonly id: string; readonly name: string; readonly head?: true; readonly bornDecade?: number }[]
}

/** GET /api/households?village: the register of households as it stands today, for who may name one; nobody who lives there is told. */
export type DoorsView = { readonly village: RegionRef; readonly rows: readonly { readonly code: string; readonly address: string; readonly team?: string; readonly size?: number; readonly grid?: RegionRef; readonly since: string }[] }

/** GET /api/matters/:id; with `seen`, the `seq` of the page that the reader has, 204 while that still holds. */
export type MatterView = MatterRow & {
  readonly version: string
  readonly allFacts: readonly Figure[]
  readonly entries: readonly EntryView[]
  readonly clocks: readonly (Clock & { readonly name: string; readonly words: Words })[]
  readonly offers: readonly Offer[]
  readonly files: readonly FileRef[]
  /** Matters this one points to; `here`: those that point to this one. */
  readonly links: readonly { readonly kind: string; readonly row: MatterRow; readonly here?: true }[]
  readonly coHandlers: readonly OfficeRef[]
  /** What was issued and its reader may have: GET /api/matters/:id/documents/:name.docx and .html. */
  readonly documents: readonly DocumentRef[]
  /** For the reporter: the code under which the matter can be followed without an account. */
  readonly followCode?: string
}

/** GET /api/criticisms?region: notices of criticism that stand published. `since` is a legal day. */
export type CriticismView = {
  readonly matter: string
  readonly number: string
  readonly region: RegionRef
  readonly accused: OfficeRef
  readonly decider: OfficeRef
  readonly since: string
  readonly provision?: Citation
  readonly criticism: string
  readonly corrects: boolean
}

/** A document and the entry, by `seq`, that issued it. */
export type DocumentRef = Words & { readonly name: string; readonly basis: readonly Citation[]; readonly at: string; readonly seq: number }

export type ExplainView = Explanation & { readonly route?: string }

/** POST /api/follow `{ number, code }`: what may be seen without an account. */
export type FollowView = {
  readonly number: string
  readonly title: string
  readonly stage: string
  readonly place: RegionRef
  readonly office?: OfficeRef
  readonly due?: NonNullable<MatterRow['due']>
  readonly history: readonly { readonly at: string; readonly stage: string }[]
}

/** POST /api/:procedure/:step opens a matter; POST /api/matters/:id/:step takes a step. Header `Idempotency-Key` carries the act's UUID. */
export type StepRequest = { readonly seq?: number; readonly input: { readonly [fact: string]: Json } }
export type StepReply = { readonly id: string; readonly number: string; readonly seq: number; readonly stage: string; readonly followCode?: string }

/** POST /api/files (multipart, field `file`): kept unbound for a day until an act names it. */
export type FileRef = { readonly id: string; readonly name: string; readonly type: string; readonly bytes: number }

/**
 * POST /api/sheets/:procedure/:fact (multipart, field `file`, one .xlsx): the rows it would give a table fact, and what is wrong with which cell
 * (`cell` as the sheet names it, `row` among `rows`). Nothing is kept. `bad` counts the faults; `missing` columns and `unknown` heads are told.
 */
export type SheetView = { readonly rows: readonly JsonObject[]; readonly faults: readonly SheetFault[]; readonly bad: number; readonly missing: readonly string[]; readonly unknown: readonly string[] }
export type SheetFault = Fault & { readonly cell?: string }

export type CategoryView = { readonly code: string; readonly zh: string; readonly en: string; readonly group: Words; readonly limit?: Words; readonly community: boolean }

/** GET /api/route?category&region: where it would go and why; POST /api/similar `{ text, place }`: like reports in the merge window, to a resident as `LikeReport`. */
export type RouteView = { readonly office: OfficeRef; readonly rule: string; readonly precedent?: string }
/**
 * GET /api/reference/route: the routing table on a legal day (`on`, today without it); `category`, `region`, `cursor`, `limit`. `words` says the
 * rule; `office` is the very office, where the region asked for has one; `change` is the matter by which the rule was adopted.
 */
export type RouteRule = {
  readonly id: string
  readonly category?: CodedWords
  readonly group?: CodedWords
  readonly scope: RegionRef
  readonly urban?: boolean
  readonly from: 'township' | 'county' | 'city'
  readonly level: 'village' | 'township' | 'county' | 'city'
  readonly kind: string
  readonly bearer: Words
  readonly office?: OfficeRef
  readonly words: Words
  readonly priority: number
  readonly since: string
  readonly until?: string
  readonly change?: string
}
export type CodedWords = Words & { readonly code: string }
export type SimilarRow = { readonly row: MatterRow; readonly likeness: number }
/** What a resident is told of a like report: its category as title, its stage and the day it was opened; not whose, which, where or how like. */
export type LikeReport = Pick<MatterRow, 'procedure' | 'title' | 'stage' | 'opened'>

/** GET /api/accounts: accounts of a `region` that hold no post, a page at a time. `matter`: where it was opened by the procedure, under the same id; `phone` comes masked. */
export type AccountLine = { readonly id: string; readonly name: string; readonly place?: RegionRef; readonly created: string; readonly stage?: string; readonly phone?: string }
/** GET /api/posts: who holds which post within a `region`, a page at a time. `until` is the first moment it no longer holds; `appointed`: its appointment is a matter of the same id. */
export type PostLine = {
  readonly id: string
  readonly account: string
  readonly name: string
  readonly kind: PostKind
  readonly office?: OfficeRef
  readonly region: RegionRef
  readonly clearance: Class
  readonly since: string
  readonly until?: string
  readonly appointed: boolean
}
/** POST /api/accounts/named: open accounts of a `region` by the beginning of a name (`q`), to choose from. */
export type NamedAccount = { readonly id: string; readonly name: string; readonly place?: RegionRef }
/** POST /api/accounts/:id/invitation: shown once, to who opened the account or invited again. POST /api/invitations/accept `{ code, password }`. */
export type Invitation = { readonly code: string; readonly until: string }
export type Accepted = { readonly name: string }

export type NoticeView = { readonly id: string; readonly at: string; readonly words: Words; readonly matter?: string; readonly number?: string; readonly title?: string; readonly read: boolean }

/** GET /api/board?region&procedure&months: counts by child region and stage, late ones, and rates with their denominators. */
export type Board = {
  readonly region: RegionRef
  readonly asOf: string
  readonly stages: readonly string[]
  readonly rows: readonly BoardRow[]
  readonly total: BoardRow
}
export type BoardRow = {
  readonly region: RegionRef
  readonly open: { readonly [stage: string]: number }
  readonly openTotal: number
  readonly late: number
  readonly measures: { readonly [measure: string]: number }
  readonly rates: { readonly [rate: string]: RateView }
}
export type RateView = { readonly raw: Share; readonly after?: Share }
export type Share = { readonly of: number; readonly among: number }

/** GET /api/emergencies?region: emergency orders in force that concern a place, open to everyone. `until` is when the order ends by itself; unconfirmed, it lapses then. */
export type EmergencyView = {
  readonly matter: string
  readonly number: string
  readonly region: RegionRef
  readonly kind: Words
  readonly since: string
  readonly until: string
  readonly confirmed: boolean
  readonly happened: string
  readonly scope: string
  readonly instrument: string
  readonly declaredBy?: OfficeRef
  /** The departments that may task communities under it; governments and their centres may without being named. */
  readonly executors: readonly OfficeRef[]
}

/**
 * GET /api/work-lists?region: the versions of the lists of the county a place lies in, the newest first; GET /api/duty-lists?office: of an office's
 * duty list. Open to everyone. `until`: first day no longer in force; `items`: how many.
 */
export type ListVersion = {
  readonly version: string
  readonly number: string
  readonly title: string
  readonly since: string
  readonly until?: string
  readonly stands: 'before' | 'now' | 'later'
  readonly items: number
  readonly instrument?: string
  readonly changes?: Words
  readonly reason?: string
  /** The version it changed. */
  readonly base?: string
}
/** An item as the list has it: several names stand in one text with 、 between them. GET /api/work-lists/:county/:version. */
export type ListItemView = {
  readonly code: string
  readonly kind: ItemKind
  readonly name: string
  readonly basis: string
  /** Kind of office, as in the second half of an office's code. */
  readonly office: string
  readonly part: string
  readonly conditions?: string
  readonly standard?: string
  readonly seasonFrom?: string
  readonly seasonTo?: string
  readonly minutes: number
  readonly categories?: string
}
export type ListView = { readonly of: ListVersion; readonly items: readonly ListItemView[] }
/** GET /api/work-lists/:county/:version/diff?against: what changed from the other version to this one, item by item, with the reason given for it. */
export type ListDiff = {
  readonly of: ListVersion
  readonly against: ListVersion
  readonly changes: readonly { readonly change: 'added' | 'withdrawn' | 'changed'; readonly code: string; readonly before?: ListItemView; readonly after?: ListItemView; readonly fields: readonly string[]; readonly why?: string }[]
}
/** GET /api/work-items?county: the items in force today. Seasons are `MM-DD`, which may run over the new year; `minutes`: of one community, each time. */
export type WorkItemView = {
  readonly code: string
  readonly name: string
  readonly kind: ItemKind
  readonly office: string
  readonly conditions: readonly string[]
  readonly minutes: number
  readonly season?: { readonly from: string; readonly to: string }
  readonly part: string
  readonly basis: string
}
/** GET /api/duty-items?office: an office's own duties in force today; GET /api/duty-lists/:county/:version: those of a version. */
export type DutyItemView = { readonly code: string; readonly name: string; readonly basis: string }
export type DutyListView = { readonly of: ListVersion; readonly office: OfficeRef; readonly items: readonly DutyItemView[] }
/** GET /api/summons?county&months: how a county's departments answered the summons of its townships, who answers there now, and the units outside that are called. Offices only. */
export type SummonsBoard = {
  readonly county: RegionRef
  readonly asOf: string
  /** First instant of the period: calls sent out from then on are counted. */
  readonly since: string
  readonly offices: readonly SummonsLine[]
  readonly total: SummonsCounts
  readonly duty: readonly { readonly office: OfficeRef; readonly phone: string; readonly until: string }[]
  readonly units: readonly { readonly name: string; readonly phone?: string }[]
}

/** Counts of calls: `arrived`, `reported` of those called and not let off (`called` less `released`), `solved` of those `concluded`, the sum of ratings over `rated`. */
export type SummonsCounts = {
  readonly called: number
  readonly released: number
  readonly silent: number
  readonly answered: number
  readonly answeredInTime: number
  readonly arrived: number
  readonly arrivedInTime: number
  readonly reported: number
  readonly concluded: number
  readonly solved: number
  readonly rated: number
  readonly ratingSum: number
}

export type SummonsLine = SummonsCounts & { readonly office: OfficeRef }

export type ArticleView = {
  readonly number: number
  readonly chapter: number
  readonly title: Words
  readonly gist: Words
  readonly official?: readonly string[]
  readonly duties: readonly { readonly id: string; readonly basis: Citation; readonly bearer: readonly Words[]; readonly action: Words; readonly period: Words; readonly evidence: Words; readonly force: string; readonly procedures: readonly string[] }[]
  readonly none?: Words
}

/**
 * GET /api/retention: of each kind of personal data in ended matters, by which figure it is kept, how many matters wait for their day, are
 * erased, are due and held (by ground), are due and not yet erased; the holds in force; the last days on which it was gone through.
 */
export type RetentionView = {
  readonly at: string
  readonly kinds: readonly {
    readonly procedure: string; readonly kind: KeptKind; readonly months: number; readonly rule: string; readonly source: Words; readonly confirmed: boolean
    readonly waiting: number; readonly erased: number; readonly late: number; readonly held: { readonly [ground: string]: number }
  }[]
  readonly log: { readonly months: number; readonly source: Words; readonly confirmed: boolean }
  readonly holds: readonly { readonly id: string; readonly matter: string; readonly number: string; readonly ground: string; readonly why: Words; readonly since: string; readonly until: string }[]
  readonly runs: readonly { readonly day: string; readonly enlisted: number; readonly erased: number; readonly failed: number }[]
}

/** GET /api/me/data: all that is kept about oneself, section by section; each row is as its section tells it. */
export type MyData = { readonly at: string; readonly sections: readonly { readonly name: string; readonly words: Words; readonly rows: readonly Json[] }[] }

/**
 * GET /api/duties/targets?region&year: what each office of a region owes in a year, under which provision, and how far it is. `done` is absent
 * where nothing was stated yet; `at` says when it was stated. `gone`: the part of the year that is over, 0 to 1.
 */
export type TargetsView = {
  readonly region: RegionRef
  readonly year: number
  readonly years: readonly number[]
  readonly asOf: string
  readonly gone: number
  /** The matter by which the targets were adopted. */
  readonly plan?: string
  readonly offices: readonly { readonly office: OfficeRef; readonly targets: readonly TargetView[] }[]
}
export type TargetView = {
  readonly code: string
  readonly name: string
  readonly basis: Citation
  readonly unit: string
  readonly target: number
  readonly done?: number
  readonly how: 'computed' | 'stated'
  /** Where it is computed: what is counted. */
  readonly measure?: Words
  readonly at?: string
  readonly evidence?: string
  readonly state: 'reached' | 'onWay' | 'behind' | 'stale' | 'missed'
}

/** GET /api/visits?region: how a township visits and inspects its villages. Days are legal days; `last` is absent where none was held; `due`: not visited within `cover` days. */
export type VisitsView = {
  readonly region: RegionRef
  readonly asOf: string
  /** A village is to be visited once in so many days, and inspected no more often a year than so; both are defaults of the product. */
  readonly cover: number
  readonly yearly: number
  readonly rows: readonly { readonly village: RegionRef; readonly last?: string; readonly next?: string; readonly due: boolean; readonly inspections: number }[]
}

/** GET /api/my-week: what the asker did in the last seven legal days in their own area, by procedure, and how many matters fall due there within seven more. Of nobody else, and compared with nobody. */
export type MyWeek = {
  readonly from: string
  readonly to: string
  readonly done: readonly { readonly procedure: string; readonly title: Words; readonly count: number }[]
  readonly waiting: number
}

/**
 * GET /api/grid-workers?region: whether each village has grid workers, full-time and part-time; nobody is named, and nobody ranked. `vacant`: none full-time;
 * `unmanned`: grids for which nobody has a post, also not one for the whole village; `ending`: terms that end within `soon` days; `outside`: grids, or the
 * village as one, whose households are fewer or more than the band says, where they are known.
 */
export type GridWorkersView = {
  readonly region: RegionRef
  readonly asOf: string
  readonly villages: number
  readonly vacant: number
  readonly soon: number
  readonly band: { readonly least: number; readonly most: number }
  readonly rows: readonly {
    readonly village: RegionRef; readonly full: number; readonly part: number; readonly vacant: boolean; readonly grids: number; readonly unmanned: number; readonly ending: number
    readonly households?: number
    readonly outside: readonly { readonly grid: RegionRef; readonly households: number }[]
  }[]
}

/** GET /api/subsidies?region&month, or ?region&worker: months of grid workers, for who deals with them. `fen`: what was paid; absent: not yet. */
export type SubsidyLedger = {
  readonly region: RegionRef
  readonly month?: string
  readonly rows: readonly {
    readonly id: string; readonly number: string; readonly stage: string; readonly place: RegionRef; readonly month: string; readonly worker: string; readonly name: string
    readonly disputed: boolean; readonly fen?: number; readonly paid?: string
  }[]
  readonly totals: { readonly workers: number; readonly paid: number; readonly fen: number; readonly open: number; readonly disputed: number }
  readonly more: boolean
}
