import { accessOffice, whyNotConfirm, whyNotPropose, type WantedPost } from '../../../kernel/appoint.ts'
import { notify, type Effect } from '../../../kernel/effect.ts'
import type { Actor } from '../../../kernel/post.ts'
import { faultAt, refuse, type FaultOf, type Refusal } from '../../../kernel/refusal.ts'
import { words } from '../../../kernel/words.ts'
import type { facts } from './facts.ts'

/** A post that stands on a grid which ends, as the registers have it. `planned`: where it goes is decided and confirmed. */
export type StandingPost = WantedPost & { readonly post: string; readonly name: string; readonly planned: boolean }

/** Where one post goes: a grid’s whole code, or `end`. */
export type Going = { readonly post: string; readonly name: string; readonly from: string; readonly to?: string }

const fault: FaultOf<typeof facts> = faultAt

/** Those that stand there now, each going where it was said, or where all go. */
export const goings = (posts: readonly StandingPost[], said: readonly { readonly post?: string; readonly to?: string }[], all: string | undefined): readonly Going[] => posts.map(({ post, name, region }) => {
  const to = said.find(one => one.post === post)?.to ?? all
  return { post, name, from: region, ...(to !== undefined && { to }) }
})

/** What is wrong with where posts go: one of whom nothing is said, or a grid that is none of those that take over. `successors` by their whole codes. */
export const unplaced = (going: readonly Going[], successors: readonly string[]): Refusal | undefined => {
  const open = going.filter(one => one.to === undefined).map(one => one.name)
  if (open.length > 0) return fault('workers', `请说明各岗位转到哪个网格，或随原网格结束：${open.join('、')}`, `Say to which grid each post goes, or that it ends: ${open.join(', ')}`)
  const stray = going.find(({ to }) => to !== 'end' && !successors.includes(to ?? ''))
  return stray && fault('workers', `${stray.name}：${stray.to ?? ''} 不是接续的网格`, `${stray.name}: ${stray.to ?? ''} is no grid that takes over`)
}

const movedFrom = ({ post: _, name: __, planned: ___, ...wanted }: StandingPost, to: string): WantedPost => (to === 'end' ? wanted : { ...wanted, region: to })

const each = (posts: readonly StandingPost[], going: readonly Going[], asks: (wanted: WantedPost) => Refusal | undefined): Refusal | undefined =>
  posts.map(one => asks(movedFrom(one, going.find(({ post }) => post === one.post)?.to ?? 'end'))).find(one => one !== undefined)

/** A post moves as it is given (Art. 20.2): by who could propose it, and nobody moves their own. */
export const mayPlace = (actor: Actor, posts: readonly StandingPost[], going: readonly Going[]): Refusal | undefined => each(posts, going, wanted => whyNotPropose(actor, wanted))

/** And confirmed by who could confirm it, another than who decided. */
export const mayConfirm = (actor: Actor, posts: readonly StandingPost[], going: readonly Going[], decided: string): Refusal | undefined => each(posts, going, wanted => whyNotConfirm(actor, wanted, decided))

/** What was decided no longer fits those who stand there: a post was given or ended meanwhile. */
export const overtaken = (posts: readonly StandingPost[], going: readonly Going[]): Refusal | undefined =>
  (posts.length === going.length && posts.every(one => going.some(({ post, from }) => post === one.post && from === one.region)) ? undefined
    : refuse('posts-changed', words('原网格的岗位有变化', 'Posts of the old grids have changed'), { remedy: words('请由负责人重新确定岗位去向', 'Ask the lead to say anew where posts go') }))

/** Who confirms, is asked to. */
export const askConfirm = (region: string): readonly Effect[] =>
  [...new Set([accessOffice(region), accessOffice(region.slice(0, 4))])].map(office => notify({ office, kinds: ['securityAdmin'] }, words('有网格员岗位随网格调整，请审核去向', 'Posts of grid workers move with their grids: please confirm')))

/** Whoever holds such a post hears of it, in words without names. */
export const tellWorkers = (posts: readonly StandingPost[], zh: string, en: string): readonly Effect[] => [...new Set(posts.map(one => one.account))].map(account => notify({ account }, words(zh, en)))
