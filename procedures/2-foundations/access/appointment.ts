import { legalDay, startOfLegalDay } from '../../../kernel/calendar.ts'
import { notify, type Effect } from '../../../kernel/effect.ts'
import { choice, day, office, personName, reference, region, text } from '../../../kernel/facts.ts'
import { accessOffice, unfitPost, whyNotConfirm, whyNotEnd, whyNotPropose, type WantedPost } from '../../../kernel/appoint.ts'
import { classes, postKinds, type Class, type PostKind } from '../../../kernel/post.ts'
import { need, procedure, within } from '../../../kernel/procedure.ts'
import { faultAt, refuse, type Refusal, type FaultOf } from '../../../kernel/refusal.ts'
import { post, theClock, thePlatform } from '../../../kernel/who.ts'
import { words, type JsonObject } from '../../../kernel/words.ts'
import type { Law, Limit } from '../../../kernel/clock.ts'
import type { Matter, Party } from '../../../kernel/matter.ts'
import type { KnownAccount } from './account-opening.ts'

/** What the register says of a post already held. */
export type KnownPost = { readonly account: string; readonly name: string; readonly kind: PostKind; readonly region: string; readonly office?: string; readonly clearance: Class; readonly appointed: boolean }

const { resident: _, ...kinds } = postKinds

const facts = {
  region: region({ zh: '岗位所在地', en: 'Place of the post', class: 'public', levels: ['city', 'county', 'township', 'village', 'grid'] }),
  person: reference('account', { zh: '任命对象', en: 'Who is appointed', class: 'public', search: 'exact' }),
  name: personName({ zh: '姓名', en: 'Name', class: 'public' }),
  kind: choice(kinds, { zh: '岗位', en: 'Post', class: 'public', search: 'exact' }),
  office: office({ zh: '单位', en: 'Office', class: 'public' }),
  clearance: choice(classes, { zh: '权限级别', en: 'Clearance', class: 'public', hint: words('可查看的最高数据级别，不得高于提出人自己的', 'The highest class it reads; not above the proposer’s own') }),
  from: day({ zh: '任职起', en: 'From', class: 'public', hint: words('不填为今日', 'Today where left out') }),
  until: day({ zh: '任职止', en: 'Until', class: 'public', hint: words('最后一日；不填为允许的最长期限', 'Its last day; the longest allowed where left out') }),
  reason: text({ zh: '任命理由', en: 'Reason', class: 'public', min: 2, max: 300, lines: 2 }),
  opinion: text({ zh: '审核意见', en: 'Opinion', class: 'public', min: 2, max: 300, lines: 2 }),
  post: reference('post', { zh: '既有岗位', en: 'Post of before', class: 'public', hint: words('岗位编号，见账号与岗位页', 'Its number; see Accounts and posts') }),
  endReason: text({ zh: '免职理由', en: 'Why it ends', class: 'public', min: 2, max: 300, lines: 2 }),
}

type Given = { readonly person?: string; readonly kind?: Exclude<PostKind, 'resident'>; readonly region?: string; readonly office?: string; readonly clearance?: Class; readonly from?: string; readonly until?: string }

const fault: FaultOf<typeof facts> = faultAt

const wantedOf = ({ person = '', kind = 'handler', region: place = '', office: at, clearance = 'public' }: Given): WantedPost =>
  ({ account: person, kind, region: place, clearance, ...(at !== undefined && { office: at }) })

const daysBetween = (one: string, other: string): number => Math.round((startOfLegalDay(other).getTime() - startOfLegalDay(one).getTime()) / 86_400_000)

const dayAfter = (text: string, days: number): string => legalDay(new Date(startOfLegalDay(text).getTime() + days * 86_400_000))

const longest = (law: Law, today: string): number => law.figure('access.appointment-longest', today).value as number

/** From when until when, as legal days, both included. */
const term = ({ from, until }: Given, today: string, law: Law): { readonly from: string; readonly until: string } | Refusal => {
  const begins = from ?? today
  const most = longest(law, today)
  if (begins < today) return fault('from', '不得早于今日', 'It can’t begin before today')
  if (daysBetween(today, begins) > most) return fault('from', '过于遥远', 'That is too far off')
  const ends = until ?? dayAfter(begins, most - 1)
  if (ends < begins) return fault('until', '不得早于任职起日', 'It can’t end before it begins')
  return daysBetween(begins, ends) >= most ? fault('until', `一次任命最长 ${most} 天`, `A post is given for ${most} days at the most`) : { from: begins, until: ends }
}

/** What is handed to the register: instants in UTC, `until` the first moment it no longer holds. */
const rowOf = (matter: Matter<typeof facts>, by: string, now: Date): JsonObject => {
  const { account, kind, region: place, office: at, clearance } = wantedOf(matter.facts)
  const begins = startOfLegalDay(matter.facts.from ?? legalDay(now))
  const ends = startOfLegalDay(dayAfter(matter.facts.until ?? legalDay(now), 1))
  return {
    do: 'give', post: matter.id, county: matter.county, by, account, kind, region: place, clearance, ...(at !== undefined && { office: at }),
    since: (begins > now ? begins : now).toISOString(), until: ends.toISOString(),
  }
}

const tillItsDay = (facts: Given, now: Date): Limit => ({
  period: { amount: Math.max(1, daysBetween(legalDay(now), facts.until ?? legalDay(now))), unit: 'days' },
  source: { kind: 'default', words: words('任命书所定任期', 'The term of the appointment'), confirmed: true },
})

/** Procedures that ask for a post, by the link with which its appointment points back: grid workers (Art. 21.3), mediators (Art. 30.1). */
const askers = ['grid-appointment', 'mediator'] as const

/** What becomes of a post is heard where it was asked for. Where none points to it, nobody hears. */
const heard = (step: 'posted' | 'notPosted' | 'postEnded', input: JsonObject = {}): readonly Effect[] => askers.map(link => ({ do: 'tell', link, step, input }))

const proposerIn = (parties: readonly Party[]): string => parties.find(one => one.role === 'proposer')?.account ?? ''

const givers = [post('lead'), post('systemAdmin', 'city'), post('securityAdmin', 'city')]
const confirmers = [post('securityAdmin'), post('lead', 'city')]
const enders = [post('lead'), post('securityAdmin'), post('systemAdmin', 'city')]

/**
 * 岗位任命: nobody gives a right alone, and nobody one they do not hold in reach. A lead (for administrators, one of another kind at the city,
 * or the city lead) proposes, a security administrator confirms; the register asks again, with both posts held fast, before it writes (Art. 20.2).
 */
export const appointment = procedure('appointment', {
  title: words('岗位任命', 'Appointment'),
  since: '2023-02-01',
  basis: ['20.2'],
  facts,
  heading: 'name',
  place: 'region',
  needs: {
    known: need<KnownAccount>('account', c => ({ account: c.facts['person'] ?? null })),
    held: need<KnownPost>('post', c => ({ post: c.facts['post'] ?? null, at: c.now.toISOString() })),
  },
  records: ['post'],
  stages: {
    proposed: { zh: '待审核', en: 'To confirm', due: within('access.appointment-confirm', 'lapse') },
    held: { zh: '任职中', en: 'Held', settled: true, due: { then: 'expire', limit: c => tillItsDay(c.facts, c.now) } },
    over: { zh: '已届满', en: 'Run out', final: true },
    ended: { zh: '已免职', en: 'Ended', final: true },
    refused: { zh: '未通过', en: 'Not confirmed', final: true },
    lapsed: { zh: '逾期失效', en: 'Lapsed', final: true },
  },
  steps: {
    propose: {
      zh: '提出任命', en: 'Propose a post', opens: 'proposed', basis: ['20.2'], by: givers, asks: ['region', 'person', 'kind', 'office?', 'clearance', 'from?', 'until?', 'reason'], needs: ['known'],
      causes: words('由另一人审核后生效，并通知本人', 'It holds once another person confirms it, and the person is told'),
      then: c => {
        const wanted = wantedOf(c.input)
        const refused = unfitPost(wanted) ?? whyNotPropose(c.actor, wanted)
        if (refused) return refused
        if (c.needs.known === undefined) return fault('person', '没有这个账号，或已停用', 'There is no such account, or it is closed')
        const dates = term(c.input, legalDay(c.now), c.law)
        if ('refused' in dates) return dates
        const office = accessOffice(c.matter.region)
        const above = accessOffice(c.matter.region.slice(0, 4))
        return {
          holder: { office }, set: { name: c.needs.known.name, ...dates },
          parties: [{ role: 'proposer', account: c.actor.account }, { role: 'appointee', account: wanted.account }, ...(above === office ? [] : [{ role: 'confirmer', office: above }])],
          effects: [...new Set([office, above])].map(one => notify({ office: one, kinds: ['securityAdmin'] }, words('有岗位任命待审核', 'A post awaits your confirmation'))),
        }
      },
    },
    confirm: {
      zh: '审核通过', en: 'Confirm', from: ['proposed'], to: 'held', basis: ['20.2'], primary: true, by: confirmers, asks: ['opinion?'],
      causes: words('自任职起日生效，本人可在下次操作时切换到此岗位', 'It holds from its first day; the person may act from it at once'),
      only: c => whyNotConfirm(c.actor, wantedOf(c.matter.facts), proposerIn(c.matter.parties)),
      then: c => (legalDay(c.now) > (c.matter.facts.until ?? '')
        ? refuse('too-late', words('任期已过', 'Its last day has passed'), { remedy: words('请重新提出', 'Propose it anew') })
        : {
          parties: [{ role: 'confirmer', account: c.actor.account }],
          effects: [
            { do: 'record', register: 'post', row: rowOf(c.matter, c.actor.post ?? '', c.now) },
            notify({ account: c.matter.facts.person ?? '' }, words('您有新的岗位，可在设置中切换', 'You hold a new post; switch to it in the settings')),
            notify({ party: 'proposer' }, words('您提出的任命已通过审核', 'The post you proposed was confirmed')),
            ...heard('posted', { post: c.matter.id }),
          ],
        }),
    },
    refuse: {
      zh: '不予通过', en: 'Do not confirm', from: ['proposed'], to: 'refused', basis: ['20.2'], by: confirmers, asks: ['opinion'],
      only: c => whyNotConfirm(c.actor, wantedOf(c.matter.facts), proposerIn(c.matter.parties)),
      then: () => ({ effects: [notify({ party: 'proposer' }, words('您提出的任命未通过，意见见详情', 'The post you proposed was not confirmed; the opinion stands in the matter')), ...heard('notPosted')] }),
    },
    withdraw: {
      zh: '撤回', en: 'Withdraw', from: ['proposed'], to: 'refused', basis: ['20.2'], by: givers,
      only: c => (c.actor.account === proposerIn(c.matter.parties) ? undefined
        : refuse('not-yours', words('只有提出人可以撤回', 'Only who proposed it may withdraw it'), { remedy: words('请由提出人办理', 'Ask who proposed it') })),
      then: () => ({ effects: heard('notPosted') }),
    },
    end: {
      zh: '免职', en: 'End it', from: ['held'], to: 'ended', basis: ['20.2'], by: enders, asks: ['endReason'],
      causes: words('立即失去该岗位的全部权限', 'All that the post gave ends at once'),
      only: c => whyNotEnd(c.actor, wantedOf(c.matter.facts)),
      then: c => ({
        effects: [
          { do: 'record', register: 'post', row: { do: 'end', post: c.matter.id, by: c.actor.post ?? '' } },
          notify({ account: c.matter.facts.person ?? '' }, words('您的一个岗位已被免去，理由见详情', 'One of your posts was ended; the reason stands in the matter')),
          ...heard('postEnded', { other: c.matter.id }),
        ],
      }),
    },
    endKnown: {
      zh: '免去既有岗位', en: 'End a post of before', opens: 'ended', basis: ['20.2'], by: enders, asks: ['region', 'post', 'endReason'], needs: ['held'],
      causes: words('用于未经本程序任命的岗位：立即失去该岗位的全部权限', 'For posts not given by this procedure: all that the post gave ends at once'),
      then: c => {
        const { held } = c.needs
        if (held === undefined || held.region !== c.matter.region) return fault('post', '该地没有这个岗位，或已结束', 'No such post is held at that place')
        if (held.appointed) return fault('post', '该岗位经本程序任命，请在其任命事项中免去', 'It was given by this procedure; end it in its own matter')
        const refused = whyNotEnd(c.actor, held)
        if (refused || held.kind === 'resident') return refused ?? fault('post', '居民不是岗位', 'A resident is no post')
        return {
          set: { person: held.account, name: held.name, kind: held.kind, clearance: held.clearance, ...(held.office !== undefined && { office: held.office }) },
          parties: [{ role: 'proposer', account: c.actor.account }, { role: 'appointee', account: held.account }],
          effects: [
            { do: 'record', register: 'post', row: { do: 'end', post: c.input.post ?? '', by: c.actor.post ?? '' } },
            notify({ account: held.account }, words('您的一个岗位已被免去，理由见详情', 'One of your posts was ended; the reason stands in the matter')),
          ],
        }
      },
    },
    gridEnded: {
      zh: '随网格撤销结束', en: 'Ended with its grid', from: ['held'], to: 'ended', basis: ['21.2'], by: [thePlatform],
      then: c => ({ effects: [notify({ account: c.matter.facts.person ?? '' }, words('您的岗位随网格撤销结束', 'Your post ended with its grid')), ...heard('postEnded', { other: c.matter.id })] }),
    },
    expire: { zh: '届满', en: 'Run out', from: ['held'], to: 'over', basis: ['20.2'], by: [theClock], then: c => ({ effects: heard('postEnded', { other: c.matter.id }) }) },
    lapse: {
      zh: '逾期失效', en: 'Lapse', from: ['proposed'], to: 'lapsed', basis: ['20.2'], by: [theClock],
      then: () => ({ effects: [notify({ party: 'proposer' }, words('任命逾期未审核，已失效', 'Nobody confirmed the post in time; it lapsed')), ...heard('notPosted')] }),
    },
  },
  list: { columns: ['kind', 'office', 'until'] },
  notCovered: [{ basis: '20.2', why: words('查看高于岗位级别的内容须另行授权', 'Reading above the clearance of a post needs a grant of its own') }],
})
