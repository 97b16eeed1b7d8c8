import type {
  ArticleView, Board, CategoryView, DemoPerson, ExplainView, FileRef, FollowView, LikeReport, MatterRow, MatterView, Me, MyData, NoticeView, OfficeRef, Page, Program,
  RegionRef, RouteRule, RouteView, Scope, SessionView, SimilarRow, StepReply, StepRequest,
} from '../../server/wire.ts'
import { kindOfOffice, regionOfOffice } from '../../kernel/post.ts'
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
export const myData = (): Ask<MyData> => ({ path: '/api/me/data' })
export const signIn = (name: string, password: string): Command<unknown> => ({ path: '/api/sign-in', body: { name, password } })
export const signOut = (): Command<unknown> => ({ path: '/api/sign-out', body: {} })
export const actAs = (post: string | null): Command<unknown> => ({ path: '/api/me/act-as', body: { post } })
export const sessions = (): Ask<readonly SessionView[]> => ({ path: '/api/me/sessions' })
/** Makes a token for a program, that lasts so many days. */
export const makeProgram = (name: string, days: number): Command<Program> => ({ path: '/api/me/programs', body: { name, days } })
/** Ends one session, or all but this one where no id is given. */
export const endSessions = (id?: string): Command<unknown> => ({ path: '/api/me/sessions/end', body: id === undefined ? {} : { id } })
export const changePassword = (old: string, fresh: string): Command<unknown> => ({ path: '/api/me/password', body: { old, fresh } })
export const demoPeople = (): Ask<readonly DemoPerson[]> => ({ path: '/api/demo/people' })
export const demoSignIn = (person: string): Command<unknown> => ({ path: '/api/demo/sign-in', body: { person } })

export const matters = (filter: MatterFilter): Ask<Page<MatterRow>> => ({ path: `/api/matters${query(filter)}` })
export const matter = (id: string): Ask<MatterView> => ({ path: `/api/matters/${enc(id)}` })
export const explain = (id: string): Ask<ExplainView> => ({ path: `/api/matters/${enc(id)}/explain` })
export const follow = (number: string, code: string): Ask<FollowView> => ({ path: `/api/follow${query({ number, code })}` })

/** Takes a step on a matter; `key` is the act's UUID. */
export const takeStep = (id: string, step: string, request: StepRequest, key: string): Command<StepReply> =>
  ({ path: `/api/matters/${enc(id)}/${enc(step)}`, body: request, key })

/** Opens a matter with one of its procedure's opening steps. */
export const openMatter = (procedure: string, step: string, request: StepRequest, key: string): Command<StepReply> =>
  ({ path: `/api/${enc(procedure)}/${enc(step)}`, body: request, key })

export const regionsIn = (parent: string): Ask<readonly RegionRef[]> => ({ path: `/api/regions${query({ parent })}` })
export const regionsNamed = (q: string): Ask<readonly RegionRef[]> => ({ path: `/api/regions${query({ q })}` })

/** The offices that answer for a region: its own and those above it. */
export const officesFor = (region: string): Ask<readonly OfficeRef[]> => ({ path: `/api/offices${query({ region })}` })
export const peopleOf = (office: string): Ask<readonly { readonly id: string; readonly name: string }[]> =>
  ({ path: `/api/offices/${enc(regionOfOffice(office))}/${enc(kindOfOffice(office))}/people` })

export const categories = (): Ask<readonly CategoryView[]> => ({ path: '/api/reference/category' })
export const regulation = (): Ask<readonly ArticleView[]> => ({ path: '/api/regulation' })
export const route = (category: string, region: string): Ask<RouteView> => ({ path: `/api/route${query({ category, region })}` })
/** The routing table on today's legal day, a page at a time. */
export const routes = (filter: { readonly category?: string | undefined; readonly region?: string | undefined; readonly cursor?: string }): Ask<Page<RouteRule>> =>
  ({ path: `/api/reference/route${query(filter)}` })
export const similar = (text: string, place: string): Ask<readonly SimilarRow[]> => ({ path: `/api/similar${query({ text, place })}` })
/** The same, asked from a post or as a resident, who is told less. */
export const likeReports = (text: string, place: string): Ask<readonly (SimilarRow | LikeReport)[]> => ({ path: `/api/similar${query({ text, place })}` })
export const board = (region: string, procedure: string, months?: number): Ask<Board> => ({ path: `/api/board${query({ region, procedure, months })}` })

export const notices = (cursor?: string): Ask<Page<NoticeView>> => ({ path: `/api/notices${query({ cursor })}` })
/** Marks notices read; all of them where no ids are given. */
export const readNotices = (ids?: readonly string[]): Command<unknown> => ({ path: '/api/notices/read', body: ids ? { ids } : {} })

export const files = (): Ask<FileRef> => ({ path: '/api/files' })
export const fileAt = (id: string): string => `/api/files/${enc(id)}`
