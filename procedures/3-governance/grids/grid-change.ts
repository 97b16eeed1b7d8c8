import { daysAfter, legalDay, startOfLegalDay } from '../../../kernel/calendar.ts'
import type { Limit } from '../../../kernel/clock.ts'
import { accessOffice } from '../../../kernel/appoint.ts'
import { notify, type Effect } from '../../../kernel/effect.ts'
import { officeCode } from '../../../kernel/post.ts'
import { need, procedure, within, type Context, type Glance } from '../../../kernel/procedure.ts'
import { faultAt, faulty, isRefusal, refuse, type Fault, type FaultOf, type Refusal } from '../../../kernel/refusal.ts'
import { ancestor, isWithin, levelOf } from '../../../kernel/region.ts'
import type { Area } from '../../../kernel/shape.ts'
import { ofGovernment, party, post, theClock } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import { ofTownship } from '../../usual/field-work.ts'
import { facts, type ChangeKind } from './facts.ts'
import { askConfirm, goings, mayConfirm, mayPlace, overtaken, tellWorkers, unplaced, type Going, type StandingPost } from './workers.ts'

/** What the registers say of a change: what is wrong with it, and what it touches, kept in both languages. */
export type Ground = { readonly faults: readonly Fault[]; readonly affects: string }

/** Posts on the grids of before, and the other grids of the village that stand. */
export type Posts = { readonly posts: readonly StandingPost[]; readonly beside: readonly string[] }

const fault: FaultOf<typeof facts> = faultAt

const needs = {
  ground: need<Ground>('grid-ground', c => ({
    county: c.matter.county, place: c.facts['place'] ?? null, change: c.facts['change'] ?? null, old: c.facts['old'] ?? [], grids: fullCodes(textIn(c.facts['place']), c.facts['grids'] as readonly Area[] | undefined ?? []),
    since: c.facts['since'] ?? null, schematic: c.facts['schematic'] === true, matter: c.matter.id,
  })),
  posts: need<Posts>('grid-posts', c => ({ county: c.matter.county, old: c.facts['old'] ?? [], matter: c.matter.id, at: c.now.toISOString() })),
}
type Now = Context<typeof facts, typeof needs>

const textIn = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Grids by their whole code, where the three digits behind their village’s were given. */
const fullCodes = (place: string, grids: readonly Area[]): readonly Area[] => grids.map(grid => ({ ...grid, code: grid.code.length === 3 ? place + grid.code : grid.code }))

const township = (place: string): string => ancestor(place, 'township') ?? place

/** How many grids there are before and after, by what is done. */
const counts: { readonly [K in ChangeKind]: { readonly old: readonly [least: number, most: number]; readonly grids: readonly [least: number, most: number]; readonly zh: string; readonly en: string } } = {
  draw: { old: [0, 0], grids: [1, 200], zh: '新划网格不填原网格', en: 'To draw, no grid of before is named' },
  redraw: { old: [0, 0], grids: [1, 200], zh: '调整边界按编码对应，不填原网格', en: 'To redraw, grids go by their codes and none of before is named' },
  split: { old: [1, 1], grids: [2, 50], zh: '拆分填一个原网格，至少两个新网格', en: 'To split, one grid of before and two or more of after' },
  merge: { old: [2, 50], grids: [1, 1], zh: '合并填至少两个原网格，一个新网格', en: 'To merge, two or more grids of before and one of after' },
  end: { old: [1, 50], grids: [0, 0], zh: '撤销填原网格，不填新网格', en: 'To end, the grids of before and none of after' },
}

/** What is wrong with a change in itself, whatever the registers hold. */
const unfit = (c: Now): Refusal | undefined => {
  const { change = 'draw', place = '', old = [], grids = [], since = '' } = c.input
  const today = legalDay(c.now)
  const ahead = Number(c.law.figure('grid.ahead', today).value)
  if (since <= today) return fault('since', '须自明日或以后施行', 'It takes effect tomorrow at the earliest')
  if (since > daysAfter(today, ahead)) return fault('since', `最多提前 ${ahead} 天`, `At most ${ahead} days ahead`)
  const { old: [few, many], grids: [least, most], zh, en } = counts[change]
  if (old.length < few || old.length > many) return fault('old', zh, en)
  if (grids.length < least || grids.length > most) return fault('grids', zh, en)
  if (levelOf(place) !== 'village' && grids.some(grid => grid.code.length === 3)) return fault('grids', '涉及多个村（社区）时须填 15 位全码', 'Where several villages are concerned, codes have all fifteen digits')
  const villages = new Set([...old, ...fullCodes(place, grids).map(grid => grid.code)].map(code => code.slice(0, 12)))
  const stray = [...villages].find(village => !isWithin(village, place))
  if (stray !== undefined) return fault(old.some(code => code.startsWith(stray)) ? 'old' : 'grids', `${stray} 不在所填的所在地内`, `${stray} lies outside the place named`)
  return change !== 'draw' && change !== 'redraw' && villages.size > 1 ? fault('grids', '一个网格只属于一个村（社区）：拆分、合并、撤销须在同一村内', 'A grid belongs to one village: split, merge and end inside one') : undefined
}

/** The registers’ word, asked again before it is adopted: meanwhile another change may have been. */
const groundless = (c: Now): Refusal | undefined => (c.needs.ground && c.needs.ground.faults.length > 0 ? faulty(c.needs.ground.faults, ['21.2']) : undefined)

/** The grids that take over: the new ones, or of a grid that ends those of its village that stand beside it. */
const successorsOf = (c: Now): readonly string[] => (c.facts.change === 'end' ? c.needs.posts?.beside ?? [] : fullCodes(c.matter.region, c.facts.grids ?? []).map(grid => grid.code))

/** Where posts go: of merged grids to the one there is; of one that was split where the decision says. */
const goingOf = (c: Now): readonly Going[] => goings(c.needs.posts?.posts ?? [], c.facts.workers ?? [], c.facts.change === 'merge' ? successorsOf(c)[0] : undefined)

const whereTheyGo = (c: Now) => { const workers = goingOf(c); return workers.length > 0 && { workers } }

/** The decision on where posts go, by who could give them there. */
const placing = (c: Now): { readonly going: readonly Going[] } | Refusal => {
  const going = goingOf(c)
  return unplaced(going, successorsOf(c)) ?? mayPlace(c.actor, c.needs.posts?.posts ?? [], going) ?? { going }
}

/** What follows from it: recorded, and asked to be confirmed. */
const placed = (c: Now, going: readonly Going[]) => (going.length === 0 ? {} : {
  parties: [{ role: 'placer', account: c.actor.account }, ...[...new Set([accessOffice(c.matter.region), accessOffice(c.matter.region.slice(0, 4))])].map(office => ({ role: 'confirmer', office }))],
})

const placerOf = ({ parties }: { readonly parties: readonly { readonly role: string; readonly account?: string }[] }): string => parties.findLast(one => one.role === 'placer')?.account ?? ''

const twoPeople = ({ matter, actor }: Glance<typeof facts>): Refusal | undefined =>
  matter.parties.some(one => one.role === 'proposer' && one.account === actor.account)
    ? refuse('two-people', words('提出人不能审核或决定自己的调整（平台规则）', 'Who proposed a change neither reviews nor adopts it (a product rule)'), { remedy: words('请由乡镇（街道）另一位工作人员办理', 'Ask somebody else of the township') })
    : undefined

/** Exactly as the day begins. */
const untilItsDay = (since: string, now: Date): Limit => ({
  period: { amount: Math.max(1 / 3600, (startOfLegalDay(since).getTime() - now.getTime()) / 3_600_000), unit: 'hours' },
  source: { kind: 'local', words: words('施行日期', 'The day it takes effect'), confirmed: true },
})

const toLead = (region: string): readonly Effect[] => [notify({ posts: 'lead', region: township(region) }, words('网格已调整，仍有网格员岗位未转入新网格，请确定去向', 'Grids have changed and posts of grid workers are still to be moved: please say where they go'))]

const proposer = party('proposer', words('提出人', 'who proposed it'))
const toProposer = (zh: string, en: string): Effect => notify({ party: 'proposer' }, words(zh, en))
const reviewers = [ofGovernment('dispatcher', 'township'), ...ofTownship]
const deciding = [ofGovernment('lead', 'township', 'county')]

/**
 * 网格调整: grids are drawn, redrawn, split, merged and ended by a decision of the township from a date on, proposed by it or the village and looked at by
 * another person (Art. 21.2). Nothing is lost: what ends keeps its area, its days and its successors, and open matters move with an entry of their own.
 */
export const gridChange = procedure('grid-change', {
  title: words('网格调整', 'Change of grids'),
  since: '2023-02-01',
  basis: ['21.2'],
  facts,
  heading: 'reason',
  place: 'place',
  needs,
  records: ['grids', 'grids-in-force', 'post-moves'],
  stages: {
    proposed: { zh: '待审核', en: 'To review', due: within('grid.review', 'lapse') },
    reviewed: { zh: '待决定', en: 'To decide', due: within('grid.adopt', 'lapse') },
    adopted: { zh: '待施行', en: 'To take effect', published: true, due: { then: 'takeEffect', limit: c => untilItsDay(c.facts.since ?? '', c.now) } },
    placing: { zh: '已施行，岗位待转', en: 'In force, posts to be moved', published: true, due: within('grid.place', 'remind') },
    inForce: { zh: '已施行', en: 'In force', final: true, published: true },
    refused: { zh: '未采纳', en: 'Refused', final: true },
    lapsed: { zh: '逾期失效', en: 'Lapsed', final: true },
  },
  steps: {
    propose: {
      zh: '提出调整', en: 'Propose', opens: 'proposed', basis: ['21.2'], by: [post('committee'), ...reviewers],
      asks: ['change', 'place', 'old?', 'grids?', 'schematic?', 'since', 'reason'], needs: ['ground', 'posts'],
      causes: words('由乡镇（街道）另一人审核后决定，自施行日起生效', 'Reviewed by another and decided by the township; takes effect from its day'),
      then: c => unfit(c) ?? groundless(c) ?? {
        holder: { office: officeCode(township(c.matter.region), 'centre') },
        set: { ...(c.input.grids && { grids: fullCodes(c.matter.region, c.input.grids) }), ...(c.needs.ground && { affects: c.needs.ground.affects }), ...whereTheyGo(c) },
        // Its handlers review too, and see what their office has part in.
        parties: [{ role: 'proposer', account: c.actor.account }, { role: 'reviewer', office: officeCode(township(c.matter.region), 'gov') }], counts: { proposed: 1 },
        effects: [notify({ office: officeCode(township(c.matter.region), 'centre') }, words('有网格调整待审核', 'A change of grids awaits review'))],
      },
    },
    review: {
      zh: '审核通过', en: 'Pass', from: ['proposed'], to: 'reviewed', basis: ['21.2'], primary: true, by: reviewers, asks: ['review?'],
      causes: words('送乡镇（街道）负责人决定', 'Goes to the township’s lead to decide'),
      only: twoPeople,
      then: c => ({
        holder: { office: officeCode(township(c.matter.region), 'gov') },
        effects: [notify({ office: officeCode(township(c.matter.region), 'gov'), kinds: ['lead'] }, words('有网格调整待决定', 'A change of grids awaits your decision'))],
      }),
    },
    adopt: {
      zh: '采纳', en: 'Adopt', from: ['reviewed'], to: 'adopted', basis: ['21.2'], primary: true, by: deciding, asks: ['workers?', 'opinion?'], needs: ['ground', 'posts'],
      causes: words('自施行日起按新网格办理，在办事项和网格员岗位随之转入；原网格及其历史保留', 'The new grids hold from their day; open matters and posts of grid workers move into them. The old ones and their history are kept'),
      only: twoPeople,
      then: c => {
        if (legalDay(c.now) >= (c.facts.since ?? '')) return refuse('too-late', words('施行日期已到', 'Its day has already come'), { remedy: words('请重新提出，另定施行日期', 'Propose it anew with a later day') })
        const faults = groundless(c)
        if (faults) return faults
        const where = placing(c)
        if (isRefusal(where)) return where
        return {
          counts: { adopted: 1 }, set: { ...(c.needs.ground && { affects: c.needs.ground.affects }), ...(where.going.length > 0 ? { workers: where.going } : { workers: null }) }, ...placed(c, where.going),
          effects: [
            { do: 'record', register: 'grids', row: { county: c.matter.county, source: c.matter.id, change: c.facts.change ?? '', old: c.facts.old ?? [], grids: c.facts.grids ?? [], since: c.facts.since ?? '', schematic: c.facts.schematic === true } },
            toProposer('网格调整已采纳', 'Your change of grids was adopted'),
            ...(where.going.length > 0 ? askConfirm(c.matter.region) : []),
            ...tellWorkers(c.needs.posts?.posts ?? [], '您的网格将调整，岗位去向见详情', 'Your grid will change; where your post goes stands in the matter'),
          ],
        }
      },
    },
    confirmPosts: {
      zh: '审核岗位去向', en: 'Confirm where posts go', from: ['adopted', 'placing'], to: ['adopted', 'inForce'], basis: ['20.2'], primary: true, by: [post('securityAdmin'), post('lead', 'city')], asks: ['opinion?'], needs: ['posts'],
      causes: words('自施行日起各岗位转到新网格：看得到新网格的事项，不再看到其他部分', 'From the day on each post sees its new grid, and no longer the rest'),
      only: c => (c.matter.facts.workers === undefined || c.matter.facts.confirmed === true
        ? refuse('nothing-to-confirm', words('没有待审核的岗位去向', 'No post waits to be confirmed')) : undefined),
      then: c => {
        const posts = c.needs.posts?.posts ?? []
        const going = (c.facts.workers ?? []).flatMap(({ post: id, name = '', from = '', to }) => (id === undefined ? [] : [{ post: id, name, from, ...(to !== undefined && { to }) }]))
        const refused = overtaken(posts, going) ?? unplaced(going, successorsOf(c)) ?? mayConfirm(c.actor, posts, going, placerOf(c.matter))
        if (refused) return refused
        return {
          to: c.matter.stage === 'adopted' ? 'adopted' : 'inForce', set: { confirmed: true }, parties: [{ role: 'confirmer', account: c.actor.account }],
          effects: [
            { do: 'record', register: 'post-moves', row: { county: c.matter.county, source: c.matter.id, by: c.actor.post ?? '', since: c.facts.since ?? '', moves: going.map(({ post: id, from, to = 'end' }) => ({ post: id, from, to })) } },
            toProposer('网格员岗位去向已审核', 'Where the posts go was confirmed'),
            ...tellWorkers(posts, '您的岗位去向已确定，自网格调整施行起生效', 'Where your post goes is confirmed, from the day the grids change'),
          ],
        }
      },
    },
    place: {
      zh: '确定岗位去向', en: 'Say where posts go', from: ['adopted', 'placing'], basis: ['21.3'], by: deciding, asks: ['workers'], needs: ['posts'],
      causes: words('送安全管理员审核后转入', 'A security administrator confirms, and they move'),
      only: c => (c.matter.facts.workers === undefined && c.matter.stage === 'adopted' ? refuse('nothing-to-place', words('原网格上没有岗位', 'No post stands on the old grids')) : undefined),
      then: c => {
        const where = placing(c)
        if (isRefusal(where)) return where
        return { set: { workers: where.going, confirmed: null }, ...placed(c, where.going), effects: askConfirm(c.matter.region) }
      },
    },
    remind: {
      zh: '岗位逾期未转，提醒', en: 'Posts not moved in time', from: ['placing'], basis: [], by: [theClock],
      then: c => ({ clocks: [{ clock: 'escalation', start: 'oversight.escalate-again', then: 'remind' }], effects: [...toLead(c.matter.region), ...askConfirm(c.matter.region)] }),
    },
    refuse: {
      zh: '不采纳', en: 'Refuse', from: ['proposed', 'reviewed'], to: 'refused', basis: ['21.2'], by: reviewers, asks: ['opinion'],
      only: twoPeople,
      then: () => ({ effects: [toProposer('网格调整未采纳，意见见详情', 'Your change of grids was refused; the opinion stands in the matter')] }),
    },
    withdraw: { zh: '撤回', en: 'Withdraw', from: ['proposed', 'reviewed'], to: 'refused', basis: ['21.2'], by: [proposer] },
    lapse: {
      zh: '逾期失效', en: 'Lapse', from: ['proposed', 'reviewed'], to: 'lapsed', basis: ['21.2'], by: [theClock],
      then: () => ({ effects: [toProposer('网格调整逾期未办，已失效', 'Nobody dealt with your change in time; it lapsed')] }),
    },
    takeEffect: {
      zh: '施行', en: 'Take effect', from: ['adopted'], to: ['inForce', 'placing'], basis: ['21.2'], by: [theClock], needs: ['posts'],
      then: c => {
        const old = c.facts.old ?? []
        const posts = c.needs.posts?.posts ?? []
        const left = posts.filter(one => !one.planned)
        return {
          to: left.length === 0 ? 'inForce' : 'placing',
          ...(left.length > 0 && { set: { workers: goings(left, c.facts.workers ?? [], c.facts.change === 'merge' ? c.facts.grids?.[0]?.code : undefined), confirmed: null } }),
          effects: [
            { do: 'record', register: 'grids-in-force', row: { county: c.matter.county, source: c.matter.id, old, since: c.facts.since ?? '', names: c.facts.change === 'redraw' ? (c.facts.grids ?? []).map(({ code, name }) => ({ code, name })) : [] } },
            ...tellWorkers(posts.filter(one => one.planned), '您的岗位已随网格调整转入，原网格其他部分的在办事项由那里的网格员办理', 'Your post moved with its grid; what stands open in the rest of the old one is with the workers there'),
            ...tellWorkers(left, '您的网格已调整，岗位去向尚待审核，期间在办事项由乡镇（街道）办理', 'Your grid has changed and where your post goes is still to be confirmed; until then the township sees to what stands open'),
            ...(left.length > 0 ? [...toLead(c.matter.region), ...askConfirm(c.matter.region)] : []),
            toProposer('网格调整已施行', 'Your change of grids is in force'),
          ],
        }
      },
    },
  },
  measures: { proposed: words('提出', 'Proposed'), adopted: words('采纳', 'Adopted') },
  list: { columns: ['change', 'place', 'since'] },
})
