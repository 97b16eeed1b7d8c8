import { startClock, limitOf, type Clock, type Limit } from '../../../kernel/clock.ts'
import { daysAfter, legalDay } from '../../../kernel/calendar.ts'
import { notify, type Effect } from '../../../kernel/effect.ts'
import { choice, factNames, matterRef, office, region, text, whole } from '../../../kernel/facts.ts'
import type { Matter } from '../../../kernel/matter.ts'
import { accessOffice } from '../../../kernel/appoint.ts'
import { classes, officeCode, reads, type Class } from '../../../kernel/post.ts'
import { need, procedure, within, type Context, type Glance, type Move } from '../../../kernel/procedure.ts'
import { faultAt, refuse, type Refusal, type FaultOf } from '../../../kernel/refusal.ts'
import { countyOf, isWithin } from '../../../kernel/region.ts'
import { anyPost, party, post, theClock, working } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import { untilDay } from '../../usual/end-date.ts'

const targets = {
  matter: { zh: '一个事项', en: 'One matter' },
  people: { zh: '一个地方的户和人口名册', en: 'The roll of households and people of a place' },
} as const

const parts = {
  all: { zh: '全部内容', en: 'All of it' },
  contact: { zh: '姓名和联系方式', en: 'Names and contacts' },
} as const

const { public: _, ...above } = classes

const findings = {
  justified: { zh: '确有必要', en: 'It was needed' },
  unjustified: { zh: '没有必要', en: 'It was not needed' },
} as const

const facts = {
  target: choice(targets, { zh: '调阅对象', en: 'What is to be read', class: 'public', search: 'exact' }),
  area: region({ zh: '数据所在地', en: 'Where the data lie', class: 'public', levels: ['city', 'county', 'township', 'village'], hint: words('由当地负责人审批', 'A lead of that place decides') }),
  number: text({ zh: '事项编号', en: 'Number of the matter', class: 'public', min: 13, max: 30, hint: words('如 630202-26-0000123', 'Such as 630202-26-0000123') }),
  part: choice(parts, { zh: '调阅范围', en: 'How much of it', class: 'public' }),
  upTo: choice(above, { zh: '最高级别', en: 'Up to which class', class: 'public' }),
  days: whole({ zh: '调阅期限', en: 'For how long', class: 'public', min: 1, max: 366, unit: { zh: '天', en: 'days' } }),
  purpose: text({ zh: '用途', en: 'Purpose', min: 6, max: 500, lines: 3, hint: words('为办理什么工作、为何需要；本人可以查看', 'For what work, and why it is needed; the person concerned may see it') }),
  matter: matterRef({ zh: '所涉事项', en: 'The matter', class: 'public' }),
  opens: factNames({ zh: '开放的内容', en: 'What it opens', class: 'public' }),
  post: text({ zh: '申请人岗位', en: 'Post of who asks', class: 'public', max: 36 }),
  office: office({ zh: '申请人单位', en: 'Office of who asks', class: 'public' }),
  opinion: text({ zh: '审批意见', en: 'Opinion', min: 2, max: 500, lines: 2 }),
  revokeReason: text({ zh: '收回理由', en: 'Why it is taken back', min: 2, max: 500, lines: 2 }),
  finding: choice(findings, { zh: '审查结论', en: 'Finding', class: 'public' }),
  review: text({ zh: '审查意见', en: 'What the review found', min: 4, max: 1000, lines: 3 }),
}

type Facts = typeof facts
type Grant = Matter<Facts>

/** The matter of a number and which of its facts are opened; `facts` absent: all of the class. */
export type Grantable = { readonly id: string; readonly region: string; readonly facts?: readonly string[] }
type Declared = { readonly until: string }

const needs = {
  grantable: need<Grantable>('grantable', c => ({ number: c.facts['number'] ?? null, part: c.facts['part'] ?? null })),
  emergency: need<Declared>('emergency', c => ({ region: c.facts['area'] ?? null, at: c.now.toISOString() })),
}

type Now = Context<Facts, typeof needs>

const fault: FaultOf<Facts> = faultAt

const applicant = party('applicant', words('申请人', 'who asked'))
const toApplicant = (zh: string, en: string): Effect => notify({ party: 'applicant' }, words(zh, en))

/** A grant never goes further than who gives it reads: their class, their place; and nobody gives one to themselves. */
const withinReach = ({ matter, actor }: Glance<Facts>): Refusal | undefined => {
  if (matter.parties.some(one => one.role === 'applicant' && one.account === actor.account)) {
    return refuse('two-people', words('申请人不能审批自己的申请（平台规则）', 'Who asks for a grant can’t decide on it (a product rule)'), { remedy: words('请由另一位负责人审批', 'Ask another lead to decide') })
  }
  const wanted: Class = matter.facts.upTo ?? 'confidential'
  return reads(actor.clearance, wanted) ? undefined : refuse('beyond-reach', words(`您的权限级别低于“${classes[wanted].zh}”，不能授权他人查看`, `Your clearance is below “${classes[wanted].en}”: you can’t open it to others`), {
    basis: ['20.2'], remedy: words('请由权限级别足够的上级负责人审批', 'Ask a lead of sufficient clearance, here or above'),
  })
}

/** From which post it is asked, and of which office: a grant belongs to that post alone. */
const whoAsks = ({ actor }: Now) => ({ post: actor.post ?? '', ...(actor.office !== undefined && { office: actor.office }) })

/** What is asked for, as it will stand: the place is the matter's own, and what is opened is named by fact. */
const wantedOf = (c: Now): Move<Facts, never> | Refusal => {
  const { target, area = '', upTo } = c.input
  if (target === 'people') {
    if (upTo !== 'internal') return fault('upTo', '名册为内部数据，请选择“内部”', 'The roll is internal: choose “internal”')
    return { set: whoAsks(c) }
  }
  const found = c.needs.grantable
  if (found === undefined) return fault('number', '没有这个编号的事项', 'There is no matter of that number')
  if (!isWithin(found.region, area)) return fault('area', '该事项不在所填地区', 'The matter does not lie in that place')
  return { region: found.region, set: { ...whoAsks(c), matter: found.id, opens: found.facts?.join(',') ?? '' } }
}

const most = (c: Now): number => Number(c.law.figure('access.grant-longest', legalDay(c.now)).value)

/** A grant asks nobody to act: it ends with its last day, a holiday or not. */
const grantedFor = (days: number | undefined, now: Date): Limit => untilDay(daysAfter(legalDay(now), days ?? 1), now, words('授权书所定期限', 'The period the grant states'))

/** The register's row: from now until the stage's clock runs out, and by the register's own word no longer, whether or not a clock is called. */
const opening = (c: Now, given: Pick<Clock, 'due'>, by: { readonly grantor?: string; readonly emergency: boolean }): Effect => {
  const f = c.facts
  return {
    do: 'record', register: 'grant', row: {
      do: 'open', id: c.matter.id, county: c.matter.county, account: c.matter.parties.find(one => one.role === 'applicant')?.account ?? c.actor.account, post: f.post ?? c.actor.post ?? '',
      ...(f.target === 'people' ? { register: 'people', region: c.matter.region } : { target: f.matter ?? '', region: c.matter.region, ...(f.opens !== undefined && f.opens !== '' && { facts: f.opens.split(',') }) }),
      class: f.upTo ?? 'internal', until: given.due, emergency: by.emergency, ...(by.grantor !== undefined && { grantor: by.grantor }),
    },
  }
}

const closing = (matter: Grant): Effect => ({ do: 'record', register: 'grant', row: { do: 'close', id: matter.id, county: matter.county } })

/** A reading in an emergency that was not needed is checked like any other that was out of order. */
const checkOf = ({ matter, now }: Now): Effect => {
  const on = legalDay(new Date(matter.opened))
  return {
    do: 'open', by: 'platform', procedure: 'access-check', step: 'raise', link: 'grant', input: {
      place: countyOf(matter.region), summary: `${on} 应急调阅经审查没有必要 · A reading in an emergency found not needed`, whose: matter.parties.find(one => one.role === 'applicant')?.account ?? '',
      office: matter.facts.office ?? '', why: 'ruling', from: on, to: legalDay(now), people: 1, readings: 1,
    },
  }
}

const leads = post('lead')
const guard = [leads, post('securityAdmin')]
const official = anyPost(...working)

/** Emergencies are loud: the place's leads, the administrators of access and the auditor are told at once. */
const loud = (matter: Grant): readonly Effect[] =>
  (['lead', 'securityAdmin', 'auditor'] as const).flatMap(kind => [...new Set([matter.region, countyOf(matter.region)])].map(place =>
    notify({ posts: kind, region: place }, words('有人在应急状态下直接调阅了信息，须事后审查', 'Somebody reads in an emergency without leave; it will be reviewed'))))

/**
 * 调阅授权: reading above one's clearance or outside one's area, for a stated purpose and time, by leave of another who reads it themselves; in a
 * declared emergency at once, loudly, and reviewed afterwards (Art. 20.2).
 */
export const accessGrant = procedure('access-grant', {
  title: words('调阅授权', 'Grant to read'),
  since: '2023-02-01',
  basis: ['20.2'],
  facts,
  heading: 'purpose',
  place: 'area',
  needs,
  records: ['grant'],
  stages: {
    asked: { zh: '待审批', en: 'To decide', due: within('access.grant-decide', 'lapse') },
    open: { zh: '可调阅', en: 'Open', settled: true, due: { then: 'expire', limit: c => grantedFor(c.facts.days, c.now) } },
    emergency: { zh: '应急调阅中', en: 'Open in an emergency', due: within('access.emergency-reading', 'close') },
    reviewing: { zh: '待事后审查', en: 'To review', due: within('access.emergency-review', 'climb') },
    ended: { zh: '已结束', en: 'Ended', final: true },
    refused: { zh: '未同意', en: 'Not given', final: true },
  },
  steps: {
    ask: {
      zh: '申请调阅', en: 'Ask to read', opens: 'asked', basis: ['20.2'], by: [official], needs: ['grantable'],
      asks: ['target', 'area', { fact: 'number', where: 'target', is: 'matter' }, { fact: 'part', where: 'target', is: 'matter' }, 'upTo', 'days', 'purpose'],
      causes: words('由数据所在地权限足够的负责人审批；查看会留下记录，本人可以看到', 'A lead of that place whose own clearance suffices decides; each reading is logged, and the person may see it'),
      then: c => {
        const longest = most(c)
        if ((c.input.days ?? 0) > longest) return fault('days', `一次最长 ${longest} 天`, `${longest} days at the most`)
        const wanted = wantedOf(c)
        if ('refused' in wanted) return wanted
        const at = wanted.region ?? c.matter.region
        return {
          ...wanted, holder: { office: officeCode(countyOf(at), 'lead') }, parties: [{ role: 'applicant', account: c.actor.account }],
          effects: [...new Set([at, countyOf(at)])].map(place => notify({ posts: 'lead', region: place }, words('有调阅申请待审批', 'A request to read awaits decision'))),
        }
      },
    },
    approve: {
      zh: '同意', en: 'Give leave', from: ['asked'], to: 'open', basis: ['20.2'], primary: true, by: [leads], asks: ['opinion?'],
      causes: words('到期自动失效，随时可以收回', 'It ends by itself, and may be taken back at any time'),
      only: withinReach,
      then: c => ({
        effects: [opening(c, startClock(c.law, grantedFor(c.matter.facts.days, c.now), 'expire', c.now), { emergency: false, grantor: c.actor.post ?? '' }), toApplicant('调阅申请已同意', 'You may read what you asked for')],
      }),
    },
    refuse: {
      zh: '不同意', en: 'Refuse', from: ['asked'], to: 'refused', basis: ['20.2'], by: [leads], asks: ['opinion'],
      only: c => (c.matter.parties.some(one => one.role === 'applicant' && one.account === c.actor.account) ? withinReach(c) : undefined),
      then: () => ({ effects: [toApplicant('调阅申请未获同意，意见见详情', 'Your request to read was refused; the opinion stands in it')] }),
    },
    withdraw: { zh: '撤回', en: 'Withdraw', from: ['asked'], to: 'refused', basis: [], by: [applicant] },
    lapse: {
      zh: '逾期未审批', en: 'Not decided in time', from: ['asked'], to: 'refused', basis: [], by: [theClock],
      then: () => ({ effects: [toApplicant('调阅申请逾期未审批，视为不同意', 'Nobody decided on your request in time: it is not given')] }),
    },
    revoke: {
      zh: '收回', en: 'Take it back', from: ['open', 'emergency'], to: ['ended', 'reviewing'], basis: ['20.2'], by: guard, asks: ['revokeReason'],
      causes: words('立即失效', 'It ends at once'),
      then: c => ({ to: c.matter.stage === 'open' ? 'ended' : 'reviewing', effects: [closing(c.matter), toApplicant('您的调阅授权已收回，理由见详情', 'Your leave to read was taken back; the reason stands in it')] }),
    },
    finish: {
      zh: '不再需要', en: 'No longer needed', from: ['open', 'emergency'], to: ['ended', 'reviewing'], basis: [], by: [applicant],
      then: c => ({ to: c.matter.stage === 'open' ? 'ended' : 'reviewing', effects: [closing(c.matter)] }),
    },
    expire: { zh: '到期失效', en: 'End by itself', from: ['open'], to: 'ended', basis: ['20.2'], by: [theClock], then: c => ({ effects: [closing(c.matter)] }) },
    breakGlass: {
      zh: '应急调阅', en: 'Read in an emergency', opens: 'emergency', basis: ['20.2', '33.2'], by: [official], needs: ['grantable', 'emergency'],
      asks: ['target', 'area', { fact: 'number', where: 'target', is: 'matter' }, { fact: 'part', where: 'target', is: 'matter' }, 'upTo', 'purpose'],
      causes: words('立即可查看，同时告知当地负责人、安全管理员和审计员，事后必须审查', 'It opens at once; leads, the security administrator and the auditor are told, and it is reviewed afterwards'),
      then: c => {
        if (c.needs.emergency === undefined) {
          return refuse('no-emergency', words('该地没有正在执行的应急决定，不能应急调阅', 'No emergency order is in force there: nothing is read without leave'), {
            basis: ['20.2'], remedy: words('请提出调阅申请，由负责人审批', 'Ask to read, and have a lead decide'),
          })
        }
        const wanted = wantedOf(c)
        if ('refused' in wanted) return wanted
        const matter: Grant = { ...c.matter, region: wanted.region ?? c.matter.region, parties: [{ role: 'applicant', account: c.actor.account }] }
        const clock = startClock(c.law, limitOf(c.law, 'access.emergency-reading', c.now), 'close', c.now)
        return {
          ...wanted, holder: { office: accessOffice(matter.region) }, parties: matter.parties,
          effects: [opening({ ...c, matter, facts: { ...c.facts, ...wanted.set } as Now['facts'] }, { due: [clock.due, c.needs.emergency.until].toSorted()[0] ?? clock.due }, { emergency: true }), ...loud(matter)],
        }
      },
    },
    close: {
      zh: '应急调阅到期', en: 'End of the reading', from: ['emergency'], to: 'reviewing', basis: ['20.2'], by: [theClock],
      then: c => ({ effects: [closing(c.matter), notify({ office: accessOffice(c.matter.region), kinds: ['securityAdmin'] }, words('应急调阅已结束，请审查', 'A reading in an emergency is over; please review it'))] }),
    },
    review: {
      zh: '事后审查', en: 'Review', from: ['reviewing'], to: 'ended', basis: ['20.2'], primary: true, by: [post('securityAdmin')], asks: ['finding', 'review'],
      causes: words('认定没有必要的，转入异常查看核查', 'Where it was not needed, unusual reading is checked'),
      only: c => (c.matter.parties.some(one => one.role === 'applicant' && one.account === c.actor.account) ? withinReach(c) : undefined),
      then: c => (c.input.finding === 'justified'
        ? { effects: [toApplicant('应急调阅经审查确有必要', 'Your reading in the emergency was found needed')] }
        : { effects: [toApplicant('应急调阅经审查没有必要，已转入核查，意见见详情', 'Your reading in the emergency was found not needed and is being checked; the opinion stands in it'), checkOf(c)] }),
    },
    climb: {
      zh: '逾期未审查', en: 'Not reviewed in time', from: ['reviewing'], basis: [], by: [theClock],
      then: c => ({
        clocks: [{ clock: 'stage', start: 'access.emergency-review', then: 'climb' }], parties: [{ role: 'reviewer', office: accessOffice(c.matter.region.slice(0, 4)) }],
        effects: [notify({ office: accessOffice(c.matter.region.slice(0, 4)), kinds: ['securityAdmin'] }, words('应急调阅逾期未审查，请督促', 'A reading in an emergency was not reviewed in time; see to it'))],
      }),
    },
  },
  list: { columns: ['target', 'number', 'upTo'] },
  notCovered: [{ basis: '20.2', why: words('向平台以外的单位提供数据，按协作和共享程序办理', 'Handing data to bodies outside the platform is a procedure of its own') }],
})
