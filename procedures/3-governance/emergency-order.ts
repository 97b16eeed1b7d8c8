import { dueAt, endOfLegalDay, legalDay } from '../../kernel/calendar.ts'
import { limitOf } from '../../kernel/clock.ts'
import { dayInWords } from '../../kernel/document.ts'
import { notify, warn, type Effect } from '../../kernel/effect.ts'
import { choice, day, office, offices, region, text, whole } from '../../kernel/facts.ts'
import type { Matter } from '../../kernel/matter.ts'
import { officeCode, regionOfOffice } from '../../kernel/post.ts'
import { procedure, within, type Glance } from '../../kernel/procedure.ts'
import { refuse, type Refusal } from '../../kernel/refusal.ts'
import { countyOf, isWithin, levelOf, parentOf } from '../../kernel/region.ts'
import { holder, ofGovernment, theClock } from '../../kernel/who.ts'
import { words } from '../../kernel/words.ts'
import { endFault, endTooFar, isOver, untilDay } from '../usual/end-date.ts'

const kinds = {
  flood: { zh: '洪涝、地质灾害', en: 'Flood or landslide' },
  fire: { zh: '火灾', en: 'Fire' },
  earthquake: { zh: '地震', en: 'Earthquake' },
  epidemic: { zh: '疫情', en: 'Epidemic' },
  snow: { zh: '雪灾、低温冰冻', en: 'Snow or frost' },
  accident: { zh: '事故灾难', en: 'Accident' },
  publicSafety: { zh: '社会安全事件', en: 'Public safety' },
  other: { zh: '其他突发事件', en: 'Other' },
} as const

const endings = {
  expired: { zh: '到期结束', en: 'Ran to its end' },
  early: { zh: '提前结束', en: 'Ended early' },
  refused: { zh: '县（区）不予确认', en: 'Not confirmed by the county' },
  lapsed: { zh: '逾期未确认，失效', en: 'Lapsed unconfirmed' },
} as const

const nobody = words('向社会公开，不要写姓名、电话等个人信息', 'Published: name no person, no phone')

const facts = {
  kind: choice(kinds, { zh: '突发事件类型', en: 'Kind of emergency', class: 'public', search: 'exact', basis: ['33.2'] }),
  area: region({ zh: '适用区域', en: 'Area', class: 'public', search: 'exact', levels: ['city', 'county', 'township', 'village'] }),
  happened: text({ zh: '发生了什么', en: 'What happened', class: 'public', min: 4, max: 300, lines: 2, hint: nobody }),
  scope: text({ zh: '处置范围和措施', en: 'Scope and measures', class: 'public', min: 4, max: 1000, lines: 4, hint: words('向社会公开：哪些事先行处置、由谁负责', 'Published: what is done first, and by whom') }),
  executors: offices({ zh: '可据此下达任务的部门', en: 'Departments that may task communities under it', class: 'public', max: 30, basis: ['24.2'], hint: words('政府及其综治中心不用填；没有列明的部门仍须按清单事项办理', 'Governments and their centres need not be named; other departments still go by the list') }),
  instrument: text({ zh: '依据文件', en: 'Instrument relied on', class: 'public', min: 2, max: 200, hint: words('应急预案或决定的名称、文号', 'Name and number of the plan or decision') }),
  until: day({ zh: '截止日期（含当日）', en: 'Last day', class: 'public', hint: words('当日 24 时自动结束，遇节假日不顺延', 'It ends by itself at the end of that day, a holiday or not') }),
  declaredBy: office({ zh: '发布机关', en: 'Declared by', class: 'public' }),
  opinion: text({ zh: '县（区）意见', en: 'Opinion of the county', class: 'public', min: 2, max: 500, lines: 2 }),
  extendReason: text({ zh: '延期理由', en: 'Why it is extended', class: 'public', min: 4, max: 500, lines: 2 }),
  extensions: whole({ zh: '已延期次数', en: 'Extensions', class: 'public' }),
  endReason: text({ zh: '提前结束的理由', en: 'Why it ends early', class: 'public', min: 4, max: 500, lines: 2 }),
  ended: choice(endings, { zh: '如何结束', en: 'How it ended', class: 'public', search: 'exact' }),
  report: text({ zh: '处置总结', en: 'What was done under it', class: 'public', min: 10, max: 4000, lines: 8, hint: words('向社会公开：采取了哪些措施、动用了哪些权力、效果如何；不写个人信息', 'Published: measures, powers used and what came of them; name no person') }),
}

type Facts = typeof facts
type Order = Matter<Facts>

const theOrder = words('应急决定载明的截止日期', 'the last day that the order states')
const leadOf = (place: string): string => officeCode(place, 'lead')
const declarer = (matter: Order): string => matter.facts.declaredBy ?? leadOf(matter.region)

/** Its row in the register holds of itself: whether an order is in force never waits for a clock to be called. */
const inForceUntil = (matter: Order, until: string, { kind, executors }: Partial<Order['facts']> = matter.facts): Effect => ({
  do: 'record', register: 'emergency', row: { county: matter.county, region: matter.region, kind: kind ?? 'other', since: matter.opened, until, matter: matter.id, offices: executors ?? [] },
})
const endOf = (until: string): string => endOfLegalDay(until).toISOString()

const inTheArea = (place: string, zh: string, en: string, tell = notify): readonly Effect[] =>
  (['lead', 'dispatcher', 'committee', 'gridWorker'] as const).map(kind => tell({ posts: kind, region: place }, words(zh, en)))

const toDeclarer = (matter: Order, zh: string, en: string): Effect => notify({ office: declarer(matter) }, words(zh, en))

/** Whatever was given under it ends with it. */
const endsUnder: Effect = { do: 'follow', link: 'under', step: 'orderOver', input: {} }

/** What a township declares the county decides on: in time, and by somebody else. */
const countyDecides = (c: Glance<Facts>): Refusal | undefined =>
  isOver(c) ?? (c.matter.parties.some(party => party.role === 'declarer' && party.account === c.actor.account)
    ? refuse('two-people', words('发布人不能确认自己发布的应急决定（平台规则）', 'Who declared an order can’t decide on it (a product rule)'), { remedy: words('请由县（区）另一位负责人办理', 'Ask another lead of the county') })
    : undefined)

/** Extended by the level above the one that declared it, and no more often than the rule says. */
const extendedFromAbove = ({ matter, actor, law, now }: Glance<Facts>): Refusal | undefined => {
  const from = regionOfOffice(declarer(matter))
  if (from === actor.region || !isWithin(from, actor.region)) {
    return refuse('from-above', words('延期由发布机关的上一级决定（平台规则）', 'An extension is for the level above the one that declared it (a product rule)'), {
      remedy: parentOf(from) === undefined ? words('如仍需处置，请在到期后重新发布', 'Where it is still needed at its end, declare it anew') : words('请报请上一级延期', 'Ask the level above to extend it'),
    })
  }
  const most = Number(law.figure('emergency.extensions', legalDay(now)).value)
  return (matter.facts.extensions ?? 0) < most ? undefined
    : refuse('extended-enough', words(`一次应急决定最多延期 ${most} 次（平台规则）`, `An order is extended ${most} time(s) at most (a product rule)`), { remedy: words('如仍需处置，请在到期后重新发布', 'Where it is still needed at its end, declare it anew') })
}

/** A level below can't end what one above declared, though the area lies in its own. */
const notFromBelow = ({ matter, actor }: Glance<Facts>): Refusal | undefined =>
  isWithin(regionOfOffice(declarer(matter)), actor.region) ? undefined
    : refuse('from-below', words('下级不能结束上级发布的应急决定', 'A level below can’t end what one above declared'), { remedy: words('请报请发布机关结束', 'Ask those who declared it to end it') })

/**
 * 应急决定: a competent government declares an emergency for a place within its own (Art. 24.2 emergency disposal, Art. 33.2). In force and public
 * at once; a township's stands only if the county confirms it in time. It ends by itself on its day, and what was done under it is reported.
 */
export const emergencyOrder = procedure('emergency-order', {
  title: words('应急决定', 'Emergency order'),
  since: '2023-02-01',
  basis: ['24.2', '33.2'],
  facts,
  heading: 'happened',
  place: 'area',
  records: ['emergency'],
  stages: {
    unconfirmed: { zh: '已生效，待县（区）确认', en: 'In force, to be confirmed', published: true, due: within('emergency.confirm', 'lapse') },
    inForce: { zh: '生效中', en: 'In force', published: true, waits: words('到截止日期自动结束', 'It ends by itself on its last day') },
    reviewing: { zh: '已结束，待总结', en: 'Over, to be reported on', published: true, due: within('emergency.review', 'remind') },
    closed: { zh: '已总结', en: 'Reported on', final: true, published: true },
  },
  steps: {
    declare: {
      zh: '发布', en: 'Declare', opens: 'unconfirmed', basis: ['24.2', '33.2'], by: [ofGovernment('lead', 'township', 'county', 'city')],
      asks: ['kind', 'area', 'happened', 'scope', 'executors?', 'instrument', 'until'],
      causes: words('立即生效并向社会公开；乡镇（街道）发布的须县（区）按时确认，否则失效；结束后须提交总结', 'In force and public at once; a township’s lapses unless the county confirms it in time; a report is owed after its end'),
      then: c => {
        const { until = '' } = c.input
        const today = legalDay(c.now)
        const tooFar = endTooFar({ until, now: c.now, law: c.law, from: today, longest: 'emergency.longest' })
        if (tooFar) return tooFar
        const opened = {
          set: { declaredBy: c.actor.office ?? leadOf(c.actor.region) }, parties: [{ role: 'declarer', account: c.actor.account }],
          clocks: [{ clock: 'end', start: untilDay(until, c.now, theOrder), then: 'expire' }], counts: { declared: 1 },
        } as const
        if (levelOf(c.actor.region) !== 'township') {
          return {
            ...opened, to: 'inForce', holder: { office: opened.set.declaredBy },
            effects: [inForceUntil(c.matter, endOf(until), c.input), ...inTheArea(c.matter.region, '应急决定已生效', 'An emergency order is in force', warn)],
          }
        }
        const county = countyOf(c.matter.region)
        const confirmBy = dueAt(c.law.calendar, c.now, limitOf(c.law, 'emergency.confirm', c.now).period).at.toISOString()
        return {
          ...opened, holder: { office: leadOf(county) },
          effects: [
            inForceUntil(c.matter, confirmBy < endOf(until) ? confirmBy : endOf(until), c.input),
            warn({ posts: 'lead', region: county }, words('乡镇（街道）发布应急决定，请按时确认，逾期失效', 'A township declared an emergency; confirm it in time or it lapses')),
            ...inTheArea(c.matter.region, '应急决定已生效', 'An emergency order is in force', warn),
          ],
        }
      },
    },
    confirm: {
      zh: '确认', en: 'Confirm', from: ['unconfirmed'], to: 'inForce', basis: [], primary: true, by: [ofGovernment('lead', 'county')], asks: ['until?', 'opinion?'],
      causes: words('继续有效；可以提前截止日期，不能推后（平台规则）', 'It goes on; the last day may be brought forward, not put back (a product rule)'),
      only: countyDecides,
      then: c => {
        const before = c.matter.facts.until ?? ''
        const { until = before } = c.input
        if (until > before) return endFault('确认时只能提前，不能推后', 'Confirming can bring it forward, not put it back')
        if (until < legalDay(c.now)) return endFault('截止日期不能早于今天', 'The end can’t lie in the past')
        return {
          holder: { office: declarer(c.matter) }, counts: { confirmed: 1 },
          clocks: [{ clock: 'end', start: untilDay(until, c.now, theOrder), then: 'expire' }],
          effects: [inForceUntil(c.matter, endOf(until)), toDeclarer(c.matter, '应急决定已经县（区）确认', 'The county confirmed the emergency order')],
        }
      },
    },
    refuse: {
      zh: '不予确认', en: 'Don’t confirm', from: ['unconfirmed'], to: 'reviewing', basis: [], by: [ofGovernment('lead', 'county')], asks: ['opinion'],
      causes: words('应急决定立即结束（平台规则）', 'The order ends at once (a product rule)'),
      only: countyDecides,
      then: c => ({
        holder: { office: declarer(c.matter) }, set: { ended: 'refused' },
        effects: [
          endsUnder, inForceUntil(c.matter, c.now.toISOString()), toDeclarer(c.matter, '县（区）不予确认，应急决定已结束，请提交总结', 'The county did not confirm the order: it is over, please report'),
          ...inTheArea(c.matter.region, '应急决定已结束', 'The emergency order is over'),
        ],
      }),
    },
    lapse: {
      zh: '逾期未确认', en: 'Lapse unconfirmed', from: ['unconfirmed'], to: 'reviewing', basis: [], by: [theClock],
      then: c => ({
        holder: { office: declarer(c.matter) }, set: { ended: 'lapsed' }, counts: { lapsed: 1 },
        effects: [
          endsUnder, toDeclarer(c.matter, '县（区）逾期未确认，应急决定已失效，请提交总结', 'The county did not confirm in time: the order lapsed, please report'),
          notify({ posts: 'lead', region: countyOf(c.matter.region) }, words('应急决定逾期未确认，已失效', 'An emergency order lapsed unconfirmed')),
          ...inTheArea(c.matter.region, '应急决定已失效', 'The emergency order lapsed'),
        ],
      }),
    },
    extend: {
      zh: '延期', en: 'Extend', from: ['inForce'], basis: [], by: [ofGovernment('lead', 'county', 'city')], asks: ['until', 'extendReason'],
      causes: words('由发布机关的上一级决定，次数有限（平台规则）', 'For the level above the one that declared it, a limited number of times (a product rule)'),
      only: c => isOver(c) ?? extendedFromAbove(c),
      then: c => {
        const before = c.matter.facts.until ?? ''
        const { until = '' } = c.input
        if (until <= before) return endFault('须晚于原截止日期', 'It must lie after the last day as it stands')
        return endTooFar({ until, now: c.now, law: c.law, from: before, longest: 'emergency.longest' }) ?? {
          set: { extensions: (c.matter.facts.extensions ?? 0) + 1 }, clocks: [{ clock: 'end', start: untilDay(until, c.now, theOrder), then: 'expire' }],
          effects: [
            inForceUntil(c.matter, endOf(until)), toDeclarer(c.matter, '应急决定已延期', 'The emergency order was extended'),
            ...inTheArea(c.matter.region, '应急决定已延期', 'The emergency order was extended'),
          ],
        }
      },
    },
    nameOffices: {
      zh: '增加可下达任务的部门', en: 'Name more departments', from: ['unconfirmed', 'inForce'], basis: ['24.2'], by: [ofGovernment('lead')], asks: ['executors'],
      causes: words('所列部门可以据此向村（社区）下达应急任务，到期自动结束', 'They may task communities under it at once, until it ends'),
      only: c => isOver(c) ?? notFromBelow(c),
      then: c => {
        const executors = [...new Set([...c.matter.facts.executors ?? [], ...c.input.executors ?? []])]
        return { set: { executors }, effects: [{ do: 'record', register: 'emergency', row: { county: c.matter.county, matter: c.matter.id, offices: executors } }] }
      },
    },
    endEarly: {
      zh: '提前结束', en: 'End early', from: ['unconfirmed', 'inForce'], to: 'reviewing', basis: [], by: [ofGovernment('lead')], asks: ['endReason'],
      causes: words('立即失效，进入总结', 'It ends at once, and a report is owed'),
      only: c => isOver(c) ?? notFromBelow(c),
      then: c => ({
        holder: { office: declarer(c.matter) }, set: { ended: 'early' },
        effects: [
          endsUnder, inForceUntil(c.matter, c.now.toISOString()), toDeclarer(c.matter, '应急决定已提前结束，请提交总结', 'The emergency order was ended early, please report'),
          ...inTheArea(c.matter.region, '应急决定已结束', 'The emergency order is over'),
        ],
      }),
    },
    expire: {
      zh: '到期结束', en: 'End on its day', from: ['unconfirmed', 'inForce'], to: 'reviewing', basis: [], by: [theClock],
      then: c => ({
        holder: { office: declarer(c.matter) }, set: { ended: 'expired' },
        effects: [endsUnder, toDeclarer(c.matter, '应急决定已到期，请提交总结', 'The emergency order has ended, please report'), ...inTheArea(c.matter.region, '应急决定已结束', 'The emergency order is over')],
      }),
    },
    report: {
      zh: '提交总结', en: 'Report', from: ['reviewing'], to: 'closed', basis: [], primary: true, by: [holder('lead', 'handler')], asks: ['report'],
      causes: words('向社会公开（平台规则）', 'It is published (a product rule)'),
    },
    remind: {
      zh: '逾期未总结，提醒上级', en: 'No report in time', from: ['reviewing'], basis: [], by: [theClock],
      then: c => {
        const from = regionOfOffice(declarer(c.matter))
        return {
          clocks: [{ clock: 'escalation', start: 'oversight.escalate-again', then: 'remind' }],
          effects: [
            toDeclarer(c.matter, '应急决定的总结已逾期，请尽快提交', 'The report on an emergency order is late'),
            notify({ posts: 'lead', region: parentOf(from) ?? from }, words('下级应急决定的总结逾期，请督促', 'A report on an emergency order is late; please see to it')),
          ],
        }
      },
    },
  },
  documents: {
    order: {
      zh: '应急决定', en: 'Emergency order', basis: ['24.2', '33.2'], from: ['declare', 'confirm', 'extend'], uses: ['kind', 'area', 'happened', 'scope', 'executors', 'instrument', 'until', 'declaredBy'],
      make: ({ facts, day: on, office: named, place }) => ({
        issuer: named(facts.declaredBy ?? ''), title: '应急决定', day: on, signed: [{ by: named(facts.declaredBy ?? ''), how: 'seal' }],
        body: [
          { p: `${facts.happened ?? ''}。依据《${facts.instrument ?? ''}》，决定如下：`.replace('。。', '。') },
          { table: { head: ['事项', '内容'], rows: [['突发事件类型', kinds[facts.kind ?? 'other'].zh], ['适用区域', place(facts.area ?? '')], ['处置范围和措施', facts.scope ?? ''], ...(facts.executors?.length ? [['可据此下达任务的部门', facts.executors.map(named).join('、')]] : []), ['截止日期（含当日）', dayInWords(facts.until ?? on)]] } },
          { p: '本决定到期自动结束。' },
        ],
      }),
    },
  },
  measures: { declared: words('发布', 'Declared'), confirmed: words('经确认', 'Confirmed'), lapsed: words('逾期失效', 'Lapsed') },
  list: { columns: ['kind', 'area', 'until'] },
  notCovered: [
    { basis: '33.2', why: words('部门进驻、动员和安置由应急响应程序办理', 'Stationing, mobilisation and shelters are for the procedure of the response itself') },
    { basis: '24.2', why: words('应急处置的实体权力由法律法规规定，平台只记录决定和经过', 'What may be done in an emergency is for the laws; the platform keeps the order and what was done') },
  ],
})
