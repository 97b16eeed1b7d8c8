import { legalDay } from '../../../kernel/calendar.ts'
import { notify, type Effect } from '../../../kernel/effect.ts'
import { region, regions, text, whole } from '../../../kernel/facts.ts'
import type { Giving } from '../../../kernel/gate.ts'
import { officeCode } from '../../../kernel/post.ts'
import { procedure, within, type Ask } from '../../../kernel/procedure.ts'
import { faultAt, refuse } from '../../../kernel/refusal.ts'
import { holder, post, theClock, thePlatform } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import { endTooFar, untilDay } from '../../usual/end-date.ts'
import { arrangedFacts, nobody } from './facts.ts'

const facts = {
  ...arrangedFacts,
  area: region({ zh: '县（区）', en: 'County', class: 'public', search: 'exact', levels: ['county'] }),
  townships: regions({ zh: '参加的乡镇（街道）', en: 'Townships', class: 'public', levels: ['township'], max: 60 }),
  instrument: text({ zh: '依据文件', en: 'Instrument', class: 'public', min: 2, max: 200, hint: words('安排本次行动的文件名称、文号', 'Name and number of the decision') }),
  reason: text({ zh: '理由', en: 'Reason', class: 'public', min: 4, max: 500, lines: 2 }),
  nDone: whole({ zh: '已核查乡镇数', en: 'Townships checked', class: 'public' }),
  summary: text({ zh: '总结', en: 'Summary', class: 'public', min: 10, max: 4000, lines: 6, hint: nobody }),
}

type Facts = typeof facts

const townships = ({ facts: given, actor, matter }: Ask<Facts>): Giving => ({
  to: (given.townships ?? []).map(one => officeCode(one, 'gov')), by: actor.office ?? '', of: matter.id, power: '6.5', ...(given.from !== undefined && { from: given.from }), ...(given.until !== undefined && { until: given.until }),
})

const parts = (step: string, input: { readonly [fact: string]: string } = {}): Effect => ({ do: 'follow', link: 'campaign', step, input })

/**
 * 专项行动: the county government arranges one for its townships (Art. 6.5): environment, streets or emergencies. Each township makes its own plan; what
 * villages assist with goes to them from their township and through the list.
 */
export const campaign = procedure('campaign', {
  title: words('专项行动', 'Campaign'),
  since: '2023-02-01',
  basis: ['6.5'],
  facts,
  heading: 'title',
  place: 'area',
  stages: {
    running: { zh: '进行中', en: 'Running', published: true, waits: words('到结束日期自动结束', 'It ends by itself on its last day') },
    summing: { zh: '已结束，待总结', en: 'Over, to be summed up', published: true, due: within('campaign.sum-up', 'remind') },
    closed: { zh: '已总结', en: 'Summed up', final: true, published: true },
    calledOff: { zh: '已取消', en: 'Called off', final: true, published: true },
  },
  steps: {
    arrange: {
      zh: '安排专项行动', en: 'Arrange a campaign', opens: 'running', basis: ['6.5'], by: [post('lead', 'county'), post('handler', 'county')],
      asks: ['area', 'theme', 'title', 'aims', 'instrument', 'from', 'until', 'townships'],
      causes: words('各乡镇（街道）收到后制定实施方案；不能直接安排到村（社区）', 'Each township makes its plan; villages are given nothing by it'),
      gives: townships,
      then: c => {
        const { from = '', until = '', townships: chosen = [], theme = 'environment', title = '', aims = '' } = c.input
        if (until < from) return faultAt('until', '结束日期不能早于开始日期', 'It can’t end before it begins')
        const by = c.actor.office ?? ''
        return endTooFar({ until, now: c.now, law: c.law, from: legalDay(c.now), longest: 'campaign.longest' }) ?? {
          holder: { office: by }, counts: { arranged: 1 },
          clocks: [{ clock: 'end', start: untilDay(until, c.now, words('专项行动的结束日期', 'the last day of the campaign')), then: 'over' }],
          effects: chosen.map(township => ({ do: 'open', by: 'platform', procedure: 'campaign-part', step: 'assign', link: 'campaign', input: { township, theme, title, aims, from, until, issuer: by } })),
        }
      },
    },
    partDone: {
      zh: '一个乡镇（街道）已核查', en: 'A township is done', from: ['running', 'summing'], to: ['running', 'summing'], basis: [], by: [thePlatform],
      then: c => {
        const nDone = (c.matter.facts.nDone ?? 0) + 1
        if (c.matter.stage === 'summing') return { set: { nDone } }
        return nDone < (c.matter.facts.townships?.length ?? 0) ? { set: { nDone } } : { to: 'summing', set: { nDone }, effects: [notify({ office: c.matter.holder?.office ?? '' }, words('各乡镇（街道）均已完成，请总结专项行动', 'All townships are done; please sum up the campaign'))] }
      },
    },
    callOff: {
      zh: '取消', en: 'Call it off', from: ['running'], to: 'calledOff', basis: [], by: [holder('lead', 'handler')], asks: ['reason'],
      causes: words('各乡镇（街道）的实施一并停止', 'The townships stop as well'),
      then: c => ({ effects: [parts('calledOff', { reason: c.input.reason ?? '' })] }),
    },
    over: {
      zh: '到期结束', en: 'End on its day', from: ['running'], to: 'summing', basis: [], by: [theClock],
      then: c => ({ effects: [parts('over'), notify({ office: c.matter.holder?.office ?? '' }, words('专项行动已到结束日期，请总结', 'A campaign has ended; please sum it up'))] }),
    },
    sumUp: {
      zh: '总结', en: 'Sum up', from: ['summing'], to: 'closed', basis: ['6.5'], primary: true, by: [holder('lead', 'handler')], asks: ['summary'],
      only: ({ matter, now }) => ((matter.facts.nDone ?? 0) >= (matter.facts.townships?.length ?? 0) || (matter.clocks['stage'] && Date.parse(matter.clocks['stage'].due) < now.getTime()) ? undefined
        : refuse('not-all-done', words('还有乡镇（街道）没有报告或核查', 'Some townships have not reported or are not checked'), { remedy: words('请先核查，或到总结期限后总结', 'Check them first, or sum up once that is due') })),
      then: () => ({ counts: { summedUp: 1 } }),
    },
    remind: {
      zh: '逾期未总结，提醒', en: 'Not summed up in time', from: ['summing'], basis: [], by: [theClock],
      then: c => ({ clocks: [{ clock: 'escalation', start: 'oversight.escalate-again', then: 'remind' }], effects: [notify({ office: c.matter.holder?.office ?? '' }, words('专项行动逾期未总结', 'A campaign is not summed up in time'))] }),
    },
  },
  measures: { arranged: words('安排', 'Arranged'), summedUp: words('总结', 'Summed up') },
  list: { columns: ['theme', 'from', 'until'] },
  notCovered: [{ basis: '6.5', why: words('突发事件的处置权限和措施由法律法规和应急决定规定', 'Powers and measures in an emergency are for the laws and the emergency order') }],
})
