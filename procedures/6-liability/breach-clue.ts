import { notify, type Effect } from '../../kernel/effect.ts'
import { choice, day, files, office, personName, phone, region, rows, text, whole, yesNo } from '../../kernel/facts.ts'
import { gateRules } from '../../kernel/gate-rules.ts'
import { regionOfOffice } from '../../kernel/post.ts'
import { procedure, within, type Context, type Glance, type Move, type NoNeeds } from '../../kernel/procedure.ts'
import { refuse, type Refusal } from '../../kernel/refusal.ts'
import { anyPost, anyResident, holder, ofGovernment, party, theClock, thePlatform } from '../../kernel/who.ts'
import { words } from '../../kernel/words.ts'
import { aboveIt, decidesOn, noCover, notForUs, outOfReach, toCompetent } from './competence.ts'
import { groundFacts, kinds, unfounded } from './grounds.ts'
import { late } from './late.ts'

const sources = {
  reported: { zh: '反映', en: 'A report' },
  inspected: { zh: '检查发现', en: 'An inspection' },
  attempts: { zh: '多次被拦截', en: 'Repeated attempts' },
} as const

const traceless = words('当事单位看不到；不要写能看出您是谁的内容', 'The unit concerned does not see it; write nothing that tells who you are')

const facts = {
  place: region({ zh: '发生地', en: 'Where', levels: ['city', 'county', 'township', 'village'], hint: words('需要保密的，可以只选乡镇或县（区）：地方越小，越容易看出您是谁', 'To stay unseen, a township or county is enough: the smaller the place, the easier you are guessed') }),
  kind: choice(kinds, { zh: '问题类型', en: 'Kind' }),
  accused: office({ zh: '反映的单位', en: 'The unit reported' }),
  summary: text({ zh: '一句话说明', en: 'In one line', min: 4, max: 60, hint: traceless }),
  what: text({ zh: '具体情况', en: 'What happened', class: 'sensitive', min: 6, max: 2000, lines: 5, hint: words('什么时间、以什么方式、要求做什么、有没有提供工作条件；不写个人评价', 'When, how, what was asked, with what conditions; say nothing of persons') }),
  more: text({ zh: '补充情况', en: 'What is added', class: 'sensitive', min: 2, max: 2000, lines: 3, hint: traceless }),
  evidence: files({ zh: '截图、文件', en: 'Screenshots, papers', class: 'sensitive', accept: 'any' }),
  confidential: yesNo({ zh: '为我保密', en: 'Keep my identity confidential', hint: words('办理人员也看不到您是谁；结果仍会通知您', 'Not even those who handle it see who you are; you are still told what came of it') }),
  contactName: personName({ zh: '联系人', en: 'Name', class: 'confidential', hidden: true }),
  contactPhone: phone({ zh: '联系电话', en: 'Phone', class: 'confidential', hidden: true }),
  source: choice(sources, { zh: '线索来源', en: 'Source' }),
  attempts: rows({ on: day({ zh: '日期', en: 'Day' }), code: choice(gateRules, { zh: '拦截原因', en: 'Refused for' }), item: text({ zh: '引用事项', en: 'Item cited', max: 60 }), communities: whole({ zh: '涉及村（社区）数', en: 'Communities' }) },
    { zh: '被拦截的记录', en: 'Attempts refused', optional: ['item'] }),
  allegation: text({ zh: '告知当事单位的内容', en: 'What the unit is told', min: 10, max: 2000, lines: 4, hint: words('当事单位会看到：只写事实，不写线索来自谁', 'The unit sees it: facts alone, never where they come from') }),
  ...groundFacts,
  verified: text({ zh: '核实情况', en: 'What was verified', class: 'sensitive', min: 4, max: 2000, lines: 4 }),
  dismissReason: text({ zh: '不予立案的理由', en: 'Why no case is opened', min: 6, max: 1000, lines: 3 }),
  lookedAgain: yesNo({ zh: '上一级已重新核实', en: 'Looked at again from above' }),
  notConvinced: text({ zh: '请重新核实的理由', en: 'Why it should be looked at again', class: 'sensitive', min: 4, max: 1000, lines: 3 }),
  result: choice({ founded: { zh: '查实并已处理', en: 'Founded and dealt with' }, unfounded: { zh: '查无此事或责任不成立', en: 'Not founded' }, referred: { zh: '已移送有权机关', en: 'Referred' } }, { zh: '办理结果', en: 'What came of it' }),
}

type Facts = typeof facts
type Now = Context<Facts, NoNeeds>

const reporter = party('reporter', words('反映人', 'the reporter'))
const toReporter = (zh: string, en: string): Effect => notify({ party: 'reporter' }, words(zh, en))
const officials = anyPost('gridWorker', 'committee', 'handler', 'dispatcher', 'lead', 'deputy')
/** Whoever decides on the unit; the city's lead as well, where those of a county reported it themselves or leave it lying. */
const competent = [holder('lead', 'handler'), ofGovernment('lead', 'city')]

/** Taken in: by whoever decides on that unit, or for retaliation by the level above them. Nobody who decides is the unit itself. */
const takenIn = ({ input: { accused = '', kind } }: Now): Move<Facts, never> | Refusal => {
  const refused = notForUs(accused)
  if (refused) return refused
  const usual = decidesOn(accused) ?? ''
  const to = kind === 'retaliation' ? aboveIt(usual) ?? usual : usual
  return { region: outOfReach(accused), holder: { office: to }, effects: [toCompetent(to, '有违规线索待受理', 'A report of a breach awaits acceptance')] }
}

/** Who reported it openly or found it does not handle it as well. One who is hidden is hidden from this, too. */
const notOwn = ({ matter, actor }: Glance<Facts>): Refusal | undefined =>
  (matter.parties.some(one => one.role === 'reporter' && one.account === actor.account)
    ? refuse('two-people', words('反映人不能办理自己反映的线索（平台规则）', 'Who reported it does not handle it (a product rule)'), { remedy: words('请由另一位负责人或者市级负责人办理', 'Another lead handles it, or the city’s') })
    : undefined)

const toCase = ({ input, facts: f, matter }: Now): Effect => {
  const accused = f.accused ?? ''
  return {
    do: 'open', by: 'platform', procedure: 'breach', step: 'open', link: 'clue', input: {
      place: regionOfOffice(accused), accused, decider: matter.holder?.office ?? '', kind: f.kind ?? 'duty', allegation: input.allegation ?? '', ground: input.ground ?? 'regulation',
      provision: input.provision ?? null, otherLaw: input.otherLaw ?? null, limit: input.limit ?? null,
    },
  }
}

/**
 * 违规线索: what somebody reports, an inspection finds, or repeated attempts suggest, until it is a case or none (Art. 50). It is apart from the case
 * because it knows who said it: the unit concerned is a party of the case, and reaches nothing of this.
 */
export const breachClue = procedure('breach-clue', {
  title: words('违规线索', 'Report of a breach'),
  since: '2023-02-01',
  basis: ['50.1', '50.2', '51'],
  facts,
  heading: 'summary',
  place: 'place',
  stages: {
    registered: { zh: '待受理', en: 'To accept', due: within('breach.accept', 'escalate') },
    verifying: { zh: '核实中', en: 'Being verified', due: within('breach.verify', 'escalate') },
    followed: { zh: '已立案', en: 'A case was opened', settled: true, waits: words('由立案的案件办理，办结后告知反映人', 'The case goes on; the reporter is told at its end') },
    unfounded: { zh: '不予立案', en: 'No case', settled: true, due: within('breach.look-again', 'end') },
    ended: { zh: '已办结', en: 'Ended', final: true },
  },
  steps: {
    report: {
      zh: '反映违规问题', en: 'Report a breach', opens: 'registered', basis: ['50.1', '50.2'], by: [anyResident, officials],
      asks: ['kind', 'accused', 'place', 'summary', 'what', 'evidence?', 'confidential?', 'contactName?', 'contactPhone?'],
      causes: words('由有权决定的上级受理，当事单位看不到线索和您的身份；办理结果会通知您', 'The level that decides takes it in; the unit concerned sees neither the report nor who you are; you are told what came of it'),
      then: c => {
        const taken = takenIn(c)
        if ('refused' in taken) return taken
        const barred = c.input.confidential ? noCover(c.input.accused ?? '') : undefined
        return barred ?? { ...taken, set: { source: 'reported' }, counts: { reported: 1 }, parties: [{ role: 'reporter', account: c.actor.account, ...(c.input.confidential && { hidden: true as const }) }] }
      },
    },
    inspect: {
      zh: '登记检查发现的问题', en: 'Record what an inspection found', opens: 'registered', basis: ['50.2', '51'], by: [anyPost('lead', 'handler')], asks: ['kind', 'accused', 'place', 'summary', 'what', 'evidence?'],
      causes: words('由本单位另一位负责人核实', 'Another lead of the office verifies it'),
      then: c => {
        const taken = takenIn(c)
        if ('refused' in taken) return taken
        return taken.holder?.office === c.actor.office
          ? { ...taken, set: { source: 'inspected' }, counts: { inspected: 1 }, parties: [{ role: 'reporter', account: c.actor.account }] }
          : refuse('not-competent', words('您的单位无权对该单位作出决定', 'Your office does not decide on that unit'), { basis: ['50.2'], remedy: words('请用“反映违规问题”，由有权单位受理', 'Report it, and whoever decides takes it in') })
      },
    },
    raise: {
      zh: '多次被拦截，发起核实', en: 'Raise a check of repeated attempts', opens: 'registered', basis: ['50.2'], by: [thePlatform], asks: ['kind', 'accused', 'place', 'summary', 'attempts'],
      then: c => { const taken = takenIn(c); return 'refused' in taken ? taken : { ...taken, set: { source: 'attempts' }, counts: { raised: 1 } } },
    },
    supplement: {
      zh: '补充', en: 'Add', from: 'open', basis: [], by: [reporter], asks: ['more', 'evidence?'],
      then: c => ({ effects: [toCompetent(c.matter.holder?.office ?? '', '线索有补充', 'Something was added to a report')] }),
    },
    accept: {
      zh: '受理', en: 'Accept', from: ['registered'], to: 'verifying', basis: ['50.2'], primary: true, by: competent, only: notOwn,
      then: () => ({ effects: [toReporter('您反映的问题已受理，正在核实', 'Your report was accepted and is being verified')] }),
    },
    found: {
      zh: '立案', en: 'Open a case', from: ['verifying'], to: 'followed', basis: ['50.1', '50.2'], primary: true, by: competent,
      asks: ['verified', 'allegation', 'ground', { fact: 'provision', where: 'ground', is: 'regulation' }, { fact: 'otherLaw', where: 'ground', is: 'otherLaw' }, 'limit?'],
      causes: words('告知当事单位陈述申辩；只告知“告知当事单位的内容”', 'The unit is heard; it is told what stands under “what the unit is told” and nothing else'),
      only: notOwn,
      then: c => unfounded(c.facts, c.law, c.now) ?? { counts: { followed: 1 }, effects: [toCase(c), toReporter('您反映的问题已立案，办结后告知您', 'A case was opened on your report; you will be told its end')] },
    },
    dismiss: {
      zh: '不予立案', en: 'Open no case', from: ['registered', 'verifying'], to: 'unfounded', basis: ['50.2'], by: competent, asks: ['dismissReason'],
      causes: words('反映人会看到理由，可请上一级重新核实一次（平台规则）', 'The reporter sees the reason, and may have the level above look again once (a product rule)'),
      only: notOwn,
      then: () => ({ counts: { dismissed: 1 }, set: { result: 'unfounded' }, effects: [toReporter('您反映的问题不予立案，理由见详情', 'No case was opened on your report; the reason stands in it')] }),
    },
    askAbove: {
      zh: '请上一级重新核实', en: 'Ask the level above to look again', from: ['unfounded'], to: 'verifying', basis: [], by: [reporter], asks: ['notConvinced'],
      only: ({ matter }) => {
        if (matter.facts.lookedAgain) return refuse('looked-again', words('上一级已重新核实过', 'The level above has looked already'), { remedy: words('可依法向信访或者纪检监察机关反映', 'You may turn to the petitions office or to discipline inspection') })
        return aboveIt(matter.holder?.office ?? '') === undefined ? refuse('none-above', words('平台内没有上一级', 'There is no level above here'), { remedy: words('可依法向信访或者纪检监察机关反映', 'You may turn to the petitions office or to discipline inspection') }) : undefined
      },
      then: ({ matter }) => {
        const above = aboveIt(matter.holder?.office ?? '') ?? ''
        return { holder: { office: above }, set: { lookedAgain: true, result: null }, effects: [toCompetent(above, '反映人请重新核实违规线索', 'A reporter asks that it be looked at again')] }
      },
    },
    end: { zh: '期满办结', en: 'End', from: ['unfounded'], to: 'ended', basis: [], by: [theClock] },
    caseEnded: {
      zh: '案件办结', en: 'The case ended', from: ['followed'], to: 'ended', basis: [], by: [thePlatform], asks: ['result'],
      then: () => ({ effects: [toReporter('您反映的问题已办结，结果见详情', 'What you reported has been dealt with; see what came of it')] }),
    },
    escalate: { zh: '逾期，提醒上级', en: 'Late', from: ['registered', 'verifying'], basis: [], by: [theClock], then: c => late(c.matter, 'escalate') },
  },
  measures: { reported: words('反映', 'Reported'), inspected: words('检查发现', 'Found by inspection'), raised: words('多次被拦截', 'Repeated attempts'), followed: words('立案', 'Cases opened'), dismissed: words('不予立案', 'No case') },
  rates: { followedRate: { ...words('反映立案率', 'Reports that became cases'), of: 'followed', among: 'reported' } },
  list: { columns: ['kind', 'accused', 'source'] },
  notCovered: [
    { basis: '50.1', why: words('村（居）委会成员的责任依村（居）民委员会组织法处理，乡镇（街道）的监督检查另行办理', 'Members of committees answer under the laws on committees; a township inspects its villages apart') },
    { basis: '50.1', why: words('对个人的问题线索由纪检监察机关受理，平台只受理对单位的反映', 'Reports about persons are for discipline inspection; this takes reports about units') },
  ],
})
