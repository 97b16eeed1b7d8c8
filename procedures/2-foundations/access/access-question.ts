import { legalDay } from '../../../kernel/calendar.ts'
import { notify, type Effect } from '../../../kernel/effect.ts'
import { account, choice, factNames, instant, matterRef, office, region, text, yesNo } from '../../../kernel/facts.ts'
import type { Matter } from '../../../kernel/matter.ts'
import { need, procedure, within } from '../../../kernel/procedure.ts'
import { faultAt, type FaultOf } from '../../../kernel/refusal.ts'
import { countyOf } from '../../../kernel/region.ts'
import { anyResident, holder, party, theClock } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import { purposes, type Looked } from './looked.ts'
import { decider, ruling, notOwnReading, securityAbove, securityFor } from './security.ts'

const findings = {
  inOrder: { zh: '查看合规', en: 'In order' },
  notInOrder: { zh: '查看不合规', en: 'Not in order' },
} as const

const facts = {
  look: text({ zh: '查看记录编号', en: 'Record of the reading', min: 36, max: 36, hint: words('从“谁看过我的信息”带入', 'Filled in from “Who looked at my data”') }),
  place: region({ zh: '事项所在县（区）', en: 'County of the matter', class: 'public', levels: ['county', 'city'] }),
  question: text({ zh: '想问什么', en: 'What you want to know', max: 500, lines: 3, hint: words('可以不填：默认询问为什么查看', 'May be left out: why they looked is asked in any case') }),
  subject: text({ zh: '事由', en: 'Subject', max: 60 }),
  about: matterRef({ zh: '被查看的事项', en: 'Matter that was read' }),
  read: factNames({ zh: '被查看的内容', en: 'What was read' }),
  readAt: instant({ zh: '查看时间', en: 'When it was read' }),
  purpose: choice(purposes, { zh: '查看时登记的用途', en: 'Purpose kept with it' }),
  looker: account({ zh: '查看人', en: 'Who looked', of: 'lookerOffice' }),
  lookerOffice: office({ zh: '查看人单位', en: 'Their office' }),
  explanation: text({ zh: '查看人说明', en: 'Word of who looked', min: 4, max: 1000, lines: 3 }),
  answer: text({ zh: '答复', en: 'Answer', min: 10, max: 1000, lines: 4, hint: words('用平实的话说明为了什么事查看、看了什么；不写无关人员的信息', 'In plain words: for what work it was read, and what; nothing about other people') }),
  objection: text({ zh: '异议', en: 'Objection', min: 4, max: 1000, lines: 3 }),
  silent: yesNo({ zh: '单位逾期未答复', en: 'No answer in time', class: 'public' }),
  finding: choice(findings, { zh: '裁定', en: 'Ruling', class: 'public' }),
  rulingReason: text({ zh: '裁定理由', en: 'Grounds of the ruling', min: 4, max: 500, lines: 3 }),
}

type Question = Matter<typeof facts>

// The asker stands where a reporter does: what they gave and what they are answered is theirs to read.
const asker = party('reporter', words('询问人', 'who asked'))
const looker = party('looker', words('查看人', 'who looked'))
const toAsker = (zh: string, en: string): Effect => notify({ party: 'reporter' }, words(zh, en))

const fault: FaultOf<typeof facts> = faultAt

/** To the security administrator, who rules. */
const toRuling = (matter: Question, zh: string, en: string) => {
  const to = securityFor(matter.region, matter.facts.lookerOffice)
  return { holder: { office: to }, effects: [notify({ office: to, kinds: ruling }, words(zh, en)), notify({ party: 'looker' }, words('对您查看的询问已转安全管理员裁定', 'The question about your reading went to the security administrator'))] }
}

/** The reading it was asked about, as a check of unusual reading takes it: one person, once. */
const checkOf = ({ region: place, facts: f }: Question, reason: string): Effect => {
  const on = legalDay(new Date(f.readAt ?? 0))
  return {
    do: 'open', by: 'platform', procedure: 'access-check', step: 'raise', link: 'question',
    input: { place: countyOf(place), whose: f.looker ?? '', office: f.lookerOffice ?? '', why: 'ruling', summary: reason, from: on, to: on, people: 1, readings: 1 },
  }
}

/**
 * 查看询问: a person asks why an officer looked at their data. The officer's office answers in plain words, by another person than who looked; whoever
 * is not satisfied, or not answered in time, has the security administrator rule (Art. 20.2: the information of those served is kept safe).
 */
export const accessQuestion = procedure('access-question', {
  title: words('查看询问', 'Question about a reading'),
  since: '2023-02-01',
  basis: ['20.2'],
  facts,
  heading: 'subject',
  place: 'place',
  needs: { looked: need<Looked>('looked', c => ({ id: c.facts['look'] ?? null, at: c.now.toISOString() })) },
  stages: {
    answering: { zh: '待单位答复', en: 'To be answered', due: within('access.answer', 'toSecurity') },
    answered: { zh: '已答复，待本人表示意见', en: 'Answered', settled: true, due: within('access.question-accept', 'closeUnanswered') },
    ruling: { zh: '待裁定', en: 'To be ruled on', due: within('access.question-rule', 'climb') },
    closed: { zh: '已办结', en: 'Closed', final: true },
    withdrawn: { zh: '已撤回', en: 'Withdrawn', final: true },
  },
  steps: {
    ask: {
      zh: '询问', en: 'Ask', opens: 'answering', basis: ['20.2'], by: [anyResident], asks: ['look', 'place', 'question?'], needs: ['looked'],
      causes: words('由查看人所在单位的其他负责人按时答复；查看人会知道您在询问', 'Another lead of that office answers in time; whoever looked learns that you ask'),
      then: c => {
        const { looked } = c.needs
        if (!looked) return fault('look', '没有这条查看记录，或与您无关', 'There is no such record, or it does not concern you')
        if (looked.account === c.actor.account) return fault('look', '这是您本人的查看', 'It was you who looked')
        if (countyOf(looked.region) !== c.matter.region) return fault('place', '请选择事项所在的县（区）', 'Choose the county in which the matter lies')
        const answers = looked.answers ?? securityFor(c.matter.region, looked.office)
        const on = legalDay(new Date(looked.at))
        return {
          holder: { office: answers },
          set: {
            subject: `${on} 的查看记录 · Reading of ${on}`, about: looked.matter, read: looked.facts.join('、'), readAt: new Date(looked.at).toISOString(), purpose: looked.purpose,
            looker: looked.account, lookerOffice: looked.office,
          },
          parties: [{ role: 'reporter', account: c.actor.account, ...(looked.hidden && { hidden: looked.hidden }) }, { role: 'looker', account: looked.account }],
          effects: [
            notify({ office: answers, kinds: ['lead', 'securityAdmin'] }, words('有群众询问为何查看其信息，请按时答复', 'Somebody asks why their data was read; answer in time')),
            notify({ party: 'looker' }, words('有群众询问您的一次查看，可以说明', 'Somebody asks about a reading of yours; you may explain')),
          ],
        }
      },
    },
    explain: {
      zh: '说明经过', en: 'Explain', from: ['answering', 'ruling'], basis: [], by: [looker], asks: ['explanation'],
      causes: words('供答复和裁定参考，不代替单位答复', 'Heard for the answer and the ruling; it does not stand for them'),
    },
    answer: {
      zh: '答复', en: 'Answer', from: ['answering'], to: 'answered', basis: ['20.2'], primary: true, by: [holder('lead', 'securityAdmin')], asks: ['answer'],
      causes: words('本人会看到答复，可以接受或提出异议', 'The person reads it and accepts or objects'),
      only: c => notOwnReading(c.matter.facts.looker, c.actor.account),
      then: () => ({ effects: [toAsker('您的查看询问已答复', 'Your question about a reading was answered')] }),
    },
    accept: { zh: '接受答复', en: 'Accept the answer', from: ['answered'], to: 'closed', basis: [], primary: true, by: [asker] },
    object: {
      zh: '提出异议', en: 'Object', from: ['answered'], to: 'ruling', basis: ['20.2'], by: [asker], asks: ['objection'],
      causes: words('由县（区）安全管理员裁定', 'The county’s security administrator rules'),
      then: c => toRuling(c.matter, '查看询问有异议，请裁定', 'An answer about a reading is objected to; please rule'),
    },
    closeUnanswered: { zh: '逾期未表示意见，办结', en: 'Close unanswered', from: ['answered'], to: 'closed', basis: [], by: [theClock] },
    toSecurity: {
      zh: '逾期未答复，转裁定', en: 'No answer in time', from: ['answering'], to: 'ruling', basis: [], by: [theClock],
      then: c => {
        const { holder: to, effects } = toRuling(c.matter, '单位逾期未答复查看询问，请裁定', 'An office did not answer about a reading in time; please rule')
        return { holder: to, set: { silent: true }, effects: [...effects, toAsker('单位逾期未答复，已转安全管理员裁定', 'The office did not answer in time; the security administrator will rule')] }
      },
    },
    rule: {
      zh: '裁定', en: 'Rule', from: ['ruling'], to: 'closed', basis: ['20.2'], primary: true, by: [decider], asks: ['finding', 'rulingReason'],
      causes: words('不合规的，平台随即发起异常查看核查', 'Where it was not in order, a check opens at once'),
      only: c => notOwnReading(c.matter.facts.looker, c.actor.account),
      then: c => ({
        effects: [
          ...(c.input.finding === 'notInOrder' ? [checkOf(c.matter, c.input.rulingReason ?? '')] : []),
          toAsker('您的查看询问已裁定，理由见详情', 'Your question about a reading was ruled on; the grounds stand in it'), notify({ party: 'looker' }, words('对您查看的询问已裁定', 'The question about your reading was ruled on')),
        ],
      }),
    },
    climb: {
      zh: '逾期未裁定，升级', en: 'No ruling in time', from: ['ruling'], to: 'ruling', basis: [], by: [theClock],
      then: c => {
        const to = securityAbove(c.matter.holder?.office ?? securityFor(c.matter.region))
        return { holder: { office: to }, effects: [notify({ office: to, kinds: ruling }, words('查看询问逾期未裁定，请裁定', 'A question about a reading was not ruled on in time; please rule'))] }
      },
    },
    withdraw: { zh: '撤回', en: 'Withdraw', from: ['answering', 'answered', 'ruling'], to: 'withdrawn', basis: [], by: [asker] },
  },
  list: { columns: ['readAt', 'lookerOffice'] },
})
