import type {
  Accepted, AccountLine, ArticleView, Begun, Board, CategoryView, CriticismView, DemoPerson, DoorsView, DutyItemView, DutyListView, ExplainView, FileRef, FollowView, HouseholdView, Invitation, LikeReport, ListDiff, ListVersion, ListView, MatterRow, MatterView, Me, MyData, NamedAccount, NoticeView,
  OfficeRef, Page, PostLine, Program, ReadingView, RecoveryCodes, RegionRef, RouteRule, RouteView, Safety, Scope, SessionView, SignedOut, SignInWays, SimilarRow, StepReply, StepRequest, WorkItemView,
  SummonsBoard, TargetsView, VisitsView,
  SheetView,
  GridWorkersView, MyWeek, SubsidyLedger,
} from '../../server/wire.ts'
import type { CoverView, GridImport, GridJudged, GridMap, Located, MatterPoints } from '../../server/wire/grids.ts'
import type { ChannelMade, ChannelsView, DeadLetter, DeadLetters, DeliveryView, Replayed, Settled, WebhookSecret, WebhookView } from '../../server/wire/delivery.ts'
import type { RoundView, TalkView, TopicView } from '../../server/wire/deliberation.ts'
import type { CastReply, RollView, VoteView } from '../../server/wire/votes.ts'
import type { Choice } from '../../kernel/voting/track.ts'
import type { Joined, MediatorChoices, PaymentList, PublicFigures, SeatCodes, WarningsView } from '../../server/wire/disputes.ts'
import type { CalendarAddress, CalendarView } from '../../server/wire/calendar.ts'
import type { Burden, BurdenCalendar, BurdenIssuers, BurdenTask, RefusedAttempt, VillageDatum, WorkKind } from '../../server/wire/burden.ts'
import type { HouseholdStatement, MyPoints, PointsLedger, PostingView, VillagePoints } from '../../server/wire/points.ts'
import type { AdvisersMap, AdvisersView, LawHelpView, LoadView, MediationView } from '../../server/wire/mediation.ts'
import type { CovenantDiff, CovenantsView, CovenantView, EvaluationView } from '../../server/wire/covenants.ts'
import { kindOfOffice, regionOfOffice } from '../../kernel/post.ts'
import type { Level } from '../../kernel/region.ts'
import type { Ask, Command } from './api.ts'

/** Every question and command the doors put to the server, each with the type of its answer. */

const enc = encodeURIComponent

const query = (values: { readonly [name: string]: string | number | undefined }): string => {
  const given = Object.entries(values).filter((pair): pair is [string, string | number] => pair[1] !== undefined && pair[1] !== '')
  return given.length === 0 ? '' : `?${given.map(([name, value]) => `${name}=${enc(value)}`).join('&')}`
}

/** What a list of matters is narrowed to. `term` is `fact:value`. */
export type MatterFilter = {
  readonly scope?: Scope
  readonly procedure?: string
  readonly stage?: string
  readonly due?: 'late' | 'today' | 'week'
  readonly term?: string
  readonly q?: string
  readonly region?: string
  readonly cursor?: string
  readonly limit?: number
}

export const me = (): Ask<Me> => ({ path: '/api/me' })
/** `code`: of the authenticator app, or a recovery code, where the first answer asked for one. */
export const signIn = (name: string, password: string, code?: string): Command<unknown> => ({ path: '/api/sign-in', body: { name, password, ...(code !== undefined && { code }) } })
export const signInWays = (): Ask<SignInWays> => ({ path: '/api/sign-in/ways' })
/** Where the browser goes for single sign-on; `next` is a page of ours to come back to. */
export const singleSignOn = (next: string): string => `/api/sign-in/sso${query({ next })}`
/** Answered by the refusal itself. */
export const refusal = (code: string): Ask<never> => ({ path: `/api/sign-in/refusals/${enc(code)}` })
export const signOut = (): Command<SignedOut> => ({ path: '/api/sign-out', body: {} })
export const myData = (): Ask<MyData> => ({ path: '/api/me/data' })
export const actAs = (post: string | null): Command<unknown> => ({ path: '/api/me/act-as', body: { post } })
export const sessions = (): Ask<readonly SessionView[]> => ({ path: '/api/me/sessions' })
/** Makes a token for a program, that lasts so many days. */
export const makeProgram = (name: string, days: number): Command<Program> => ({ path: '/api/me/programs', body: { name, days } })
/** Ends one session, or all but this one where no id is given. */
export const endSessions = (id?: string): Command<unknown> => ({ path: '/api/me/sessions/end', body: id === undefined ? {} : { id } })
/** What anybody may come to in a place, as a calendar to subscribe to. */
export const activityCalendar = (region: string, lang: string): string => `/calendar/activities/${enc(region)}.ics${query({ lang })}`
/** Calendars of one's posts; the address of a new one is shown once. */
export const calendars = (): Ask<readonly CalendarView[]> => ({ path: '/api/me/calendars' })
export const makeCalendar = (language: 'zh' | 'en'): Command<CalendarAddress> => ({ path: '/api/me/calendars', body: { language } })
export const endCalendar = (id: string): Command<unknown> => ({ path: '/api/me/calendars/end', body: { id } })
/** Where programs are told of entries; secrets are shown once. */
export const webhooks = (): Ask<readonly WebhookView[]> => ({ path: '/api/me/webhooks' })
export const makeWebhook = (program: string, url: string): Command<WebhookSecret> => ({ path: '/api/me/webhooks', body: { program, url } })
export const turnWebhook = (id: string): Command<WebhookSecret> => ({ path: '/api/me/webhooks/secret', body: { id } })
export const tryWebhook = (id: string): Command<unknown> => ({ path: '/api/me/webhooks/try', body: { id } })
export const endWebhook = (id: string): Command<unknown> => ({ path: '/api/me/webhooks/end', body: { id } })
export const deliveries = (webhook: string): Ask<readonly DeliveryView[]> => ({ path: `/api/me/webhooks/${enc(webhook)}/deliveries` })
/** Sends again: those named, or all that failed. */
/** What could not be sent from the whole site, for who runs it. */
export const deadLetters = (ask: { readonly kind?: DeadLetter['kind']; readonly why?: string; readonly cursor?: string }): Ask<DeadLetters> => ({ path: `/api/deliveries/dead${query(ask)}` })
export const retryDead = (ids: readonly string[]): Command<Settled> => ({ path: '/api/deliveries/retry', body: { ids } })
export const discardDead = (ids: readonly string[], reason: string): Command<Settled> => ({ path: '/api/deliveries/discard', body: { ids, reason } })
export const replayWebhook = (id: string, deliveries?: readonly string[]): Command<Replayed> => ({ path: '/api/me/webhooks/replay', body: { id, ...(deliveries !== undefined && { deliveries }) } })
/** Where one's notices go beside the pages. */
export const channels = (): Ask<ChannelsView> => ({ path: '/api/me/channels' })
export const addAddress = (kind: 'email' | 'sms', address: string, language: 'zh' | 'en'): Command<ChannelMade> => ({ path: '/api/me/channels', body: { kind, address, language } })
export const addPush = (subscription: object, language: 'zh' | 'en'): Command<ChannelMade> => ({ path: '/api/me/channels', body: { kind: 'push', subscription, language } })
export const confirmChannel = (id: string, code: string): Command<unknown> => ({ path: '/api/me/channels/confirm', body: { id, code } })
export const sendCode = (id: string): Command<unknown> => ({ path: '/api/me/channels/code', body: { id } })
export const wantChannel = (id: string, wanted: boolean): Command<unknown> => ({ path: '/api/me/channels/wanted', body: { id, wanted } })
export const removeChannel = (id: string): Command<unknown> => ({ path: '/api/me/channels/remove', body: { id } })
export const replayChannel = (id: string): Command<Replayed> => ({ path: '/api/me/channels/replay', body: { id } })
/** Who looked at what is one's own. */
export const myReadings = (cursor?: string): Ask<Page<ReadingView>> => ({ path: `/api/me/readings${query({ cursor })}` })
/** The log of an area, for its auditor. */
export const readings = (filter: { readonly region?: string; readonly account?: string; readonly matter?: string; readonly purpose?: string; readonly cursor?: string }): Ask<Page<ReadingView>> => ({ path: `/api/readings${query(filter)}` })
/** Households and people of a village. */
export const people = (village: string, cursor?: string): Ask<Page<HouseholdView>> => ({ path: `/api/people${query({ village, cursor })}` })
export const changePassword = (old: string, fresh: string): Command<unknown> => ({ path: '/api/me/password', body: { old, fresh } })
export const safety = (): Ask<Safety> => ({ path: '/api/me/safety' })

/** Password and code as far as the account has them, shown again before its sign-in is changed. */
type Shown = { readonly password?: string; readonly code?: string }

export const beginFactor = (shown: Shown): Command<Begun> => ({ path: '/api/me/factor/begin', body: shown })
export const confirmFactor = (code: string): Command<RecoveryCodes> => ({ path: '/api/me/factor/confirm', body: { code } })
export const proveFactor = (code: string): Command<unknown> => ({ path: '/api/me/factor/prove', body: { code } })
export const renewRecovery = (shown: Shown): Command<RecoveryCodes> => ({ path: '/api/me/factor/recovery', body: shown })
export const removeFactor = (shown: Shown): Command<unknown> => ({ path: '/api/me/factor/remove', body: shown })
/** Answers with the provider's address to go to; `next` is the page to come back to. */
export const linkMe = (shown: Shown, next: string): Command<{ readonly url: string }> => ({ path: '/api/me/link', body: { ...shown, next } })
export const unlinkMe = (shown: Shown): Command<unknown> => ({ path: '/api/me/unlink', body: shown })
export const demoPeople = (): Ask<readonly DemoPerson[]> => ({ path: '/api/demo/people' })
export const demoSignIn = (person: string): Command<unknown> => ({ path: '/api/demo/sign-in', body: { person } })

/** A list of matters. Words looked for, and terms, which may name somebody, travel in a body: addresses are kept and passed on. */
export const matters = (filter: MatterFilter): Ask<Page<MatterRow>> =>
  (filter.q === undefined && filter.term === undefined ? { path: `/api/matters${query(filter)}` } : { path: '/api/matters/search', body: filter })
/** Sets a first or a new password by the code an administrator handed over; answers with the user name. */
export const acceptInvitation = (code: string, password: string): Command<Accepted> => ({ path: '/api/invitations/accept', body: { code, password } })
/** Shows the code for an account, once. */
export const showInvitation = (account: string): Command<Invitation> => ({ path: `/api/accounts/${enc(account)}/invitation`, body: {} })
export const posts = (region: string, cursor?: string): Ask<Page<PostLine>> => ({ path: `/api/posts${query({ region, cursor })}` })
/** Accounts of a region that hold no post. */
export const freeAccounts = (region: string, cursor?: string): Ask<Page<AccountLine>> => ({ path: `/api/accounts${query({ region, cursor })}` })
export const accountsNamed = (q: string): Ask<readonly NamedAccount[]> => ({ path: '/api/accounts/named', body: { q } })

export const matter = (id: string): Ask<MatterView> => ({ path: `/api/matters/${enc(id)}` })
/** The matter where it has changed since the page of that `seq`, else nothing. */
export const matterSince = (id: string, seq: number): Ask<MatterView | undefined> => ({ path: `/api/matters/${enc(id)}${query({ seen: seq })}` })
export const explain = (id: string): Ask<ExplainView> => ({ path: `/api/matters/${enc(id)}/explain` })
export const follow = (number: string, code: string): Ask<FollowView> => ({ path: '/api/follow', body: { number, code } })

/** Takes a step on a matter; `key` is the act's UUID. */
export const takeStep = (id: string, step: string, request: StepRequest, key: string): Command<StepReply> =>
  ({ path: `/api/matters/${enc(id)}/${enc(step)}`, body: request, key, act: { matter: id, step, ...request } })

/** Opens a matter with one of its procedure's opening steps. */
export const openMatter = (procedure: string, step: string, request: StepRequest, key: string): Command<StepReply> =>
  ({ path: `/api/${enc(procedure)}/${enc(step)}`, body: request, key, act: { procedure, step, input: request.input } })

export const regionsIn = (parent: string): Ask<readonly RegionRef[]> => ({ path: `/api/regions${query({ parent })}` })
/** All places of a level below one, however deep. */
export const regionsBelow = (parent: string, level: Level): Ask<readonly RegionRef[]> => ({ path: `/api/regions${query({ parent, level })}` })
export const regionsNamed = (q: string): Ask<readonly RegionRef[]> => ({ path: `/api/regions${query({ q })}` })

/** The offices that answer for a region: its own and those above it. */
export const officesFor = (region: string): Ask<readonly OfficeRef[]> => ({ path: `/api/offices${query({ region })}` })
export const peopleOf = (office: string): Ask<readonly { readonly id: string; readonly name: string }[]> =>
  ({ path: `/api/offices/${enc(regionOfOffice(office))}/${enc(kindOfOffice(office))}/people` })

/** Where an empty sheet for a table fact is; a filled-in one is tried with `trySheet`, and nothing of it is kept. */
export const sheetTemplate = (procedure: string, fact: string): string => `/api/sheets/${enc(procedure)}/${enc(fact)}.xlsx`
export const trySheet = (procedure: string, fact: string): Ask<SheetView> => ({ path: `/api/sheets/${enc(procedure)}/${enc(fact)}` })
/** A table of a matter as a sheet. */
export const matterSheet = (id: string, fact: string): string => `/api/matters/${enc(id)}/sheets/${enc(fact)}.xlsx`

export const categories = (): Ask<readonly CategoryView[]> => ({ path: '/api/reference/category' })
export const regulation = (): Ask<readonly ArticleView[]> => ({ path: '/api/regulation' })
export const route = (category: string, region: string): Ask<RouteView> => ({ path: `/api/route${query({ category, region })}` })
/** The routing table on today's legal day, a page at a time. */
export const routes = (filter: { readonly category?: string | undefined; readonly region?: string | undefined; readonly cursor?: string }): Ask<Page<RouteRule>> =>
  ({ path: `/api/reference/route${query(filter)}` })
export const similar = (text: string, place: string): Ask<readonly SimilarRow[]> => ({ path: '/api/similar', body: { text, place } })
/** The same, asked from a post or as a resident, who is told less. */
export const likeReports = (text: string, place: string): Ask<readonly (SimilarRow | LikeReport)[]> => ({ path: '/api/similar', body: { text, place } })
export const board = (region: string, procedure: string, months?: number): Ask<Board> => ({ path: `/api/board${query({ region, procedure, months })}` })

/** The versions of the lists of the county a place lies in, the newest first. */
/** Versions of a village's covenant and drafts under way; a version's clauses; two versions compared. */
export const covenants = (village: string): Ask<CovenantsView> => ({ path: `/api/covenants${query({ village })}` })
export const covenant = (county: string, version: string): Ask<CovenantView> => ({ path: `/api/covenants/${enc(county)}/${enc(version)}` })
export const covenantDiff = (county: string, version: string, against: string): Ask<CovenantDiff> => ({ path: `/api/covenants/${enc(county)}/${enc(version)}/diff${query({ against })}` })
export const covenantPaper = (county: string, version: string, name: 'text' | 'poster'): string => `/api/covenants/${enc(county)}/${enc(version)}/${name}.docx`
/** Evaluations about oneself, and those of a village for its own committee. */
export const myIntegrity = (): Ask<readonly EvaluationView[]> => ({ path: '/api/me/integrity' })
export const integrity = (village: string): Ask<readonly EvaluationView[]> => ({ path: `/api/integrity${query({ village })}` })
export const workLists = (region: string): Ask<readonly ListVersion[]> => ({ path: `/api/work-lists${query({ region })}` })
export const workList = (county: string, version: string): Ask<ListView> => ({ path: `/api/work-lists/${enc(county)}/${enc(version)}` })
export const workListDiff = (county: string, version: string, against: string): Ask<ListDiff> => ({ path: `/api/work-lists/${enc(county)}/${enc(version)}/diff${query({ against })}` })
/** The items of a county's lists in force today. */
export const workItems = (county: string): Ask<readonly WorkItemView[]> => ({ path: `/api/work-items${query({ county })}` })
export const dutyLists = (office: string): Ask<readonly ListVersion[]> => ({ path: `/api/duty-lists${query({ office })}` })
export const dutyList = (county: string, version: string): Ask<DutyListView> => ({ path: `/api/duty-lists/${enc(county)}/${enc(version)}` })
/** An office's own duties in force today. */
export const dutyItems = (office: string): Ask<readonly DutyItemView[]> => ({ path: `/api/duty-items${query({ office })}` })
export const burden = (region: string, months?: number): Ask<Burden> => ({ path: `/api/burden${query({ region, months })}` })
export const burdenIssuers = (region: string, months?: number): Ask<BurdenIssuers> => ({ path: `/api/burden/issuers${query({ region, months })}` })
/** What narrows the tasks behind a figure; `issuer`: an office’s code, or `none` for what communities could not name. */
export type TaskFilter = { readonly region: string; readonly months?: number; readonly issuer?: string; readonly kind?: WorkKind; readonly only?: 'forms' | 'lacking' | 'running'; readonly cursor?: string }
export const burdenTasks = (filter: TaskFilter): Ask<Page<BurdenTask>> => ({ path: `/api/burden/tasks${query(filter)}` })
export const burdenRefused = (filter: Pick<TaskFilter, 'region' | 'months' | 'issuer' | 'cursor'>): Ask<Page<RefusedAttempt>> => ({ path: `/api/burden/refused${query(filter)}` })
export const burdenCalendar = (region: string, month: string): Ask<BurdenCalendar> => ({ path: `/api/burden/calendar${query({ region, month })}` })
/** An address to download from. */
export const burdenSheet = (region: string, months: number): string => `/api/burden/tasks.xlsx${query({ region, months })}`
export const villageData = (village: string): Ask<readonly VillageDatum[]> => ({ path: `/api/burden/village-data${query({ village })}` })
/** How a county’s departments answered the summons of its townships, who answers now, and the units outside. */
export const summons = (county: string, months?: number): Ask<SummonsBoard> => ({ path: `/api/summons${query({ county, months })}` })

/** Targets of a region and year with their progress. */
export const targets = (region: string, year?: number): Ask<TargetsView> => ({ path: `/api/duties/targets${query({ region, year })}` })
/** Guidance visits and inspections by village, of a township or county. */
export const visits = (region: string): Ask<VisitsView> => ({ path: `/api/visits${query({ region })}` })

/** One’s own last seven days, from records. */
export const myWeek = (): Ask<MyWeek> => ({ path: '/api/my-week' })
/** The households of a village by code and door, nobody by name. */
export const households = (village: string): Ask<DoorsView> => ({ path: `/api/households${query({ village })}` })
/** Subsidies of grid workers, of a month or of a worker. */
export type LedgerFilter = { readonly region: string } & ({ readonly month: string; readonly worker?: never } | { readonly worker: string; readonly month?: never })
export const subsidies = ({ region, month, worker }: LedgerFilter): Ask<SubsidyLedger> => ({ path: `/api/subsidies${query({ region, month, worker })}` })
export const subsidySheet = ({ region, month, worker }: LedgerFilter): string => `/api/subsidies.xlsx${query({ region, month, worker })}`
/** What mediations are to be paid (no month), or were paid in one. */
export const mediationPayments = (county: string, month: string | undefined): Ask<PaymentList> => ({ path: `/api/mediation-subsidies${query({ county, month })}` })
export const mediationPaymentSheet = (county: string, month: string | undefined): string => `/api/mediation-subsidies.xlsx${query({ county, month })}`
/** Grid workers by village, of a township or county. */
export const gridWorkers = (region: string): Ask<GridWorkersView> => ({ path: `/api/grid-workers${query({ region })}` })
/** Grids of a place with what stands open in each; the open matters there that have a point; whether grids cover it. */
export const grids = (region: string, procedure?: string): Ask<GridMap> => ({ path: `/api/grids${query({ region, procedure })}` })
/** Matters that have a point, narrowed as lists are. */
export const matterPoints = (filter: MatterFilter): Ask<MatterPoints> =>
  (filter.q === undefined && filter.term === undefined ? { path: `/api/grids/matters${query(filter)}` } : { path: '/api/grids/matters/search', body: filter })
export const gridCover = (region: string): Ask<CoverView> => ({ path: `/api/grids/cover${query({ region })}` })
/** In which grid a point lies; it travels in a body. */
export const locate = (lon: number, lat: number, datum: 'wgs84' | 'gcj02'): Ask<Located> => ({ path: '/api/grids/locate', body: { lon, lat, datum } })
/** Judges grids as they are drawn; reads only. */
export const judgeGrids = (place: string, old: readonly string[], grids: readonly object[]): Ask<GridJudged> => ({ path: '/api/grids/judge', body: { place, old, grids } })
export const gridImport = (): Ask<GridImport> => ({ path: '/api/grids/import' })

export const notices = (cursor?: string): Ask<Page<NoticeView>> => ({ path: `/api/notices${query({ cursor })}` })
/** Marks notices read; all of them where no ids are given. */
export const readNotices = (ids?: readonly string[]): Command<unknown> => ({ path: '/api/notices/read', body: ids ? { ids } : {} })

export const files = (): Ask<FileRef> => ({ path: '/api/files' })
export const fileAt = (id: string): string => `/api/files/${enc(id)}`

/** A document of a matter, as a file to keep or a page to print. */
/** The whole file of a matter, packed. */
export const archiveAt = (matter: string): string => `/api/matters/${enc(matter)}/archive.zip`
export const seatCodes = (dispute: string): Ask<SeatCodes> => ({ path: `/api/disputes/${enc(dispute)}/codes` })
export const disputeWarnings = (region: string): Ask<WarningsView> => ({ path: `/api/disputes/warnings${query({ region })}` })
export const disputeFigures = (region: string): Ask<PublicFigures> => ({ path: `/api/disputes/figures${query({ region })}` })
export const mediatorChoices = (dispute: string): Ask<MediatorChoices> => ({ path: `/api/disputes/${enc(dispute)}/mediators` })
export const joinDispute = (number: string, code: string): Command<Joined> => ({ path: '/api/disputes/join', body: { number, code } })
export const documentAt = (matter: string, name: string, as: 'docx' | 'html'): string => `/api/matters/${enc(matter)}/documents/${enc(name)}.${as}`
/** Notices of criticism that stand published of units in a place or above it. */
export const criticisms = (region: string): Ask<readonly CriticismView[]> => ({ path: `/api/criticisms${query({ region })}` })

/** Points of a village: what everyone may see, one posting, one's own household, the ledger, and one household's statement, whose code stands in no address. */
export const points = (village: string): Ask<VillagePoints> => ({ path: `/api/points${query({ village })}` })
export const pointsPosting = (matter: string): Ask<PostingView> => ({ path: `/api/points/postings/${enc(matter)}` })
/** The poster in large type of a scheme or a posting: a Word file, or a page to print. */
export const pointsPoster = (of: 'schemes' | 'postings', matter: string, as: 'docx' | 'html'): string => `/api/points/${of}/${enc(matter)}/poster.${as}`
export const myPoints = (): Ask<MyPoints> => ({ path: '/api/points/mine' })
export const myPointsSheet = '/api/points/mine.xlsx'
export const pointsLedger = (village: string): Ask<PointsLedger> => ({ path: `/api/points/ledger${query({ village })}` })
export const pointsLedgerSheet = (village: string): string => `/api/points/ledger.xlsx${query({ village })}`
export const pointsStatement = (household: string): Ask<HouseholdStatement> => ({ path: '/api/points/statement', body: { household } })
/** Who mediates in a place and who advises a village, open to everyone; loads and coverage, for who answers for them. */
export const mediation = (region: string): Ask<MediationView> => ({ path: `/api/mediation${query({ region })}` })
export const mediatorLoad = (region: string, year: number): Ask<LoadView> => ({ path: `/api/mediation/load${query({ region, year })}` })
export const advisers = (region: string): Ask<AdvisersView> => ({ path: `/api/advisers${query({ region })}` })
export const advisersMap = (region: string): Ask<AdvisersMap> => ({ path: `/api/advisers/map${query({ region })}` })
export const lawHelp = (village: string): Ask<LawHelpView> => ({ path: `/api/law-help${query({ village })}` })
/** What a village talks over and decides, open to everyone; one topic; one hearing round. */
export const talk = (region: string, year?: number): Ask<TalkView> => ({ path: `/api/deliberations${query({ region, year })}` })
export const topic = (id: string): Ask<TopicView> => ({ path: `/api/deliberations/${enc(id)}` })
export const hearingRound = (id: string): Ask<RoundView> => ({ path: `/api/hearing-rounds/${enc(id)}` })
/** A print of the roll for the hall: to sign in on, to vote on, to count on. */
export const talkYear = (region: string, year: number, as: 'docx' | 'html'): string => `/api/deliberations/year.${as}${query({ region, year })}`
export const rollPaper = (id: string, name: string, as: 'docx' | 'html'): string => `/api/deliberations/${enc(id)}/papers/${enc(name)}.${as}`

/** A vote as its reader may see it, and the numbers whose vote is theirs to cast; a cast vote bears no key: the urn itself takes it once. */
export const vote = (matter: string): Ask<VoteView> => ({ path: `/api/votes/${enc(matter)}` })
export const castVote = (matter: string, body: { readonly number: number } & ({ readonly envelope: string } | { readonly choice: Choice })): Command<CastReply> => ({ path: `/api/votes/${enc(matter)}/cast`, body })
export const receiptInUrn = (matter: string, receipt: string): Command<{ readonly inUrn: boolean }> => ({ path: `/api/votes/${enc(matter)}/receipt`, body: { receipt } })
/** The roll as posted, or whole to who works for the place. */
export const roll = (matter: string): Ask<RollView> => ({ path: `/api/votes/${enc(matter)}/roll` })
export const voteResult = (matter: string): string => `/api/votes/${enc(matter)}/result.json`
