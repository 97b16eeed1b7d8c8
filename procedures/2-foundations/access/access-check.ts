import { notify, type Effect } from '../../../kernel/effect.ts'
import { account, choice, day, office, region, text, whole, yesNo } from '../../../kernel/facts.ts'
import type { Matter } from '../../../kernel/matter.ts'
import { need, procedure, within } from '../../../kernel/procedure.ts'
import { holder, party, theClock, thePlatform } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import { decider, ruling, notOwnReading, securityAbove, securityFor } from './security.ts'

const reasons = {
  manyPeople: { zh: '短时间内查看多人信息', en: 'Many people read in a short time' },
  outsideDuty: { zh: '查看与岗位职责无关', en: 'Read outside duty' },
  ruling: { zh: '查看询问裁定不合规', en: 'A question was ruled not in order' },
} as const

const findings = {
  inOrder: { zh: '合规', en: 'In order' },
  admonished: { zh: '提醒告诫', en: 'Admonished' },
  reduced: { zh: '缩减权限', en: 'Rights reduced' },
  referred: { zh: '移送纪检监察机关', en: 'Referred to discipline inspection' },
} as const

const facts = {
  place: region({ zh: '县（区）', en: 'County', class: 'public', levels: ['county', 'city'] }),
  summary: text({ zh: '核查事由', en: 'What is checked', min: 2, max: 500, lines: 2 }),
  whose: account({ zh: '查看人', en: 'Whose reading', of: 'office' }),
  office: office({ zh: '查看人单位', en: 'Their office' }),
  why: choice(reasons, { zh: '发起原因', en: 'Why it was raised', class: 'public', search: 'exact' }),
  from: day({ zh: '查看自', en: 'Read from', class: 'public' }),
  to: day({ zh: '查看至', en: 'Read until', class: 'public' }),
  people: whole({ zh: '涉及人数', en: 'People read about', class: 'public', min: 1 }),
  readings: whole({ zh: '查看次数', en: 'Readings', class: 'public', min: 1 }),
  statement: text({ zh: '本人陈述', en: 'The officer’s own word', min: 4, max: 1000, lines: 3 }),
  explanation: text({ zh: '单位负责人说明', en: 'The lead’s explanation', min: 10, max: 1000, lines: 4, hint: words('为何查看、是否工作需要、有无外泄', 'Why it was read, whether the work needed it, whether anything got out') }),
  silent: yesNo({ zh: '逾期未说明', en: 'Not explained in time', class: 'public' }),
  finding: choice(findings, { zh: '核查结论', en: 'Finding', class: 'public' }),
  judgement: text({ zh: '结论理由', en: 'Grounds of the finding', min: 4, max: 1000, lines: 3 }),
  handedTo: text({ zh: '移送机关', en: 'Handed to', min: 2, max: 100 }),
  handOff: text({ zh: '移送文号', en: 'Number of the hand-off', min: 2, max: 100 }),
  changed: text({ zh: '岗位变更情况', en: 'How the post was changed', min: 4, max: 500, lines: 2, hint: words('岗位变更的事项编号、变更后的岗位和权限', 'Number of the appointment, and the post and rights as they are now') }),
}

type Check = Matter<typeof facts>

const officer = party('officer', words('查看人', 'whose reading it was'))
const toOfficer = (zh: string, en: string): Effect => notify({ party: 'officer' }, words(zh, en))
const judgeOf = ({ region: place, facts: f }: Check): string => securityFor(place, f.office)

/**
 * 异常查看核查: the platform raises it where reading is unusual, or a ruling does. The officer's lead explains, the security administrator judges; the
 * auditor reads all of it and changes nothing (Art. 20.2). It is about readings, not about how much an officer works, and ranks nobody.
 */
export const accessCheck = procedure('access-check', {
  title: words('异常查看核查', 'Check of unusual reading'),
  since: '2023-02-01',
  basis: ['20.2'],
  facts,
  heading: 'summary',
  place: 'place',
  needs: { answers: need<string>('answering', c => ({ office: c.facts['office'] ?? null, account: c.facts['whose'] ?? null, at: c.now.toISOString() })) },
  stages: {
    explaining: { zh: '待单位说明', en: 'To be explained', due: within('access.check-explain', 'goUnexplained') },
    judging: { zh: '待核查结论', en: 'To be judged', due: within('access.check-judge', 'climb') },
    changing: { zh: '待变更岗位', en: 'Post to be changed', due: within('access.check-change', 'climb') },
    closed: { zh: '已办结', en: 'Closed', final: true },
  },
  steps: {
    raise: {
      zh: '发起核查', en: 'Raise', opens: 'explaining', basis: ['20.2'], by: [thePlatform], asks: ['place', 'summary', 'whose', 'office', 'why', 'from', 'to', 'people', 'readings'], needs: ['answers'],
      then: c => {
        const judge = securityFor(c.matter.region, c.input.office)
        const explains = c.needs.answers
        return {
          ...(explains === undefined && { to: 'judging' as const }), holder: { office: explains ?? judge },
          parties: [...(c.input.whose === undefined ? [] : [{ role: 'officer', account: c.input.whose }]), { role: 'judge', office: judge }],
          effects: [
            ...(explains === undefined ? [] : [notify({ office: explains, kinds: ['lead'] }, words('有异常查看需核查，请按时说明', 'Unusual reading is being checked; explain in time'))]),
            notify({ office: judge, kinds: ruling }, words('已发起异常查看核查', 'A check of unusual reading was opened')), toOfficer('您的查看正在核查，可以陈述', 'Readings of yours are being checked; you may state your view'),
          ],
        }
      },
    },
    state: {
      zh: '本人陈述', en: 'State one’s view', from: ['explaining', 'judging'], basis: [], by: [officer], asks: ['statement'],
      causes: words('供核查参考', 'Heard before the finding'),
    },
    explain: {
      zh: '说明', en: 'Explain', from: ['explaining'], to: 'judging', basis: ['20.2'], primary: true, by: [holder('lead')], asks: ['explanation'],
      causes: words('由安全管理员作出结论', 'The security administrator judges'),
      only: c => notOwnReading(c.matter.facts.whose, c.actor.account),
      then: c => ({ holder: { office: judgeOf(c.matter) }, effects: [notify({ office: judgeOf(c.matter), kinds: ruling }, words('异常查看已说明，请作出结论', 'Unusual reading was explained; please judge'))] }),
    },
    goUnexplained: {
      zh: '逾期未说明', en: 'Not explained in time', from: ['explaining'], to: 'judging', basis: [], by: [theClock],
      then: c => ({ holder: { office: judgeOf(c.matter) }, set: { silent: true }, effects: [notify({ office: judgeOf(c.matter), kinds: ruling }, words('单位逾期未说明异常查看，请作出结论', 'Nobody explained unusual reading in time; please judge'))] }),
    },
    judge: {
      zh: '作出结论', en: 'Judge', from: ['judging'], to: ['closed', 'changing'], basis: ['20.2'], primary: true, by: [decider],
      asks: ['finding', 'judgement', { fact: 'handedTo', where: 'finding', is: 'referred' }, { fact: 'handOff', where: 'finding', is: 'referred' }],
      causes: words('缩减权限的，岗位须按时变更；移送的，记录移送机关和文号', 'Where rights are reduced the post must be changed in time; a referral is recorded with its number'),
      only: c => notOwnReading(c.matter.facts.whose, c.actor.account),
      then: c => ({
        to: c.input.finding === 'reduced' ? 'changing' : 'closed',
        effects: [toOfficer('对您查看的核查已有结论，见详情', 'The check of your readings has a finding; see it')],
      }),
    },
    changed: {
      zh: '登记岗位变更', en: 'Record the change', from: ['changing'], to: 'closed', basis: ['20.2'], primary: true, by: [decider], asks: ['changed'],
      only: c => notOwnReading(c.matter.facts.whose, c.actor.account),
    },
    climb: {
      zh: '逾期，升级', en: 'Not done in time', from: ['judging', 'changing'], basis: [], by: [theClock],
      then: c => {
        const to = securityAbove(c.matter.holder?.office ?? judgeOf(c.matter))
        return {
          holder: { office: to }, clocks: [{ clock: 'stage', start: c.matter.stage === 'judging' ? 'access.check-judge' : 'access.check-change', then: 'climb' }],
          effects: [notify({ office: to, kinds: ruling }, words('异常查看核查逾期，请办理', 'A check of unusual reading is late; please act'))],
        }
      },
    },
  },
  list: { columns: ['why', 'office', 'finding'] },
  notCovered: [{ basis: '20.2', why: words('纪律处分由纪检监察机关办理，平台只记录移送', 'Discipline is for the discipline inspection; the platform keeps the hand-off alone') }],
})
