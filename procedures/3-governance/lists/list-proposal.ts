import { notify } from '../../../kernel/effect.ts'
import { choice, office, region, text } from '../../../kernel/facts.ts'
import { officeCode } from '../../../kernel/post.ts'
import { procedure, within } from '../../../kernel/procedure.ts'
import { faultAt } from '../../../kernel/refusal.ts'
import { anyPost, holder, ofGovernment, party, theClock, working } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import { code } from './columns.ts'

const wishes = {
  add: { zh: '增加事项', en: 'Add an item' },
  change: { zh: '修改事项', en: 'Change an item' },
  withdraw: { zh: '退出事项', en: 'Withdraw an item' },
} as const

const outcomes = {
  taken: { zh: '采纳，列入下次修订', en: 'Taken up in the next version' },
  declined: { zh: '不采纳', en: 'Not taken up' },
} as const

const nobody = words('向社会公开，不要写姓名、电话等个人信息', 'Published: name no person, no phone')

const facts = {
  county: region({ zh: '县（区）', en: 'County', class: 'public', levels: ['county'] }),
  wish: choice(wishes, { zh: '建议', en: 'What is proposed', class: 'public', search: 'exact' }),
  item: code({ zh: '事项编码', en: 'Code of the item', class: 'public', search: 'exact', hint: words('增加事项的，不填', 'Left empty where one is to be added') }),
  what: text({ zh: '具体建议', en: 'What exactly', class: 'public', min: 4, max: 1000, lines: 3, hint: nobody }),
  why: text({ zh: '理由', en: 'Why', class: 'public', min: 4, max: 1000, lines: 3, hint: nobody }),
  office: office({ zh: '建议单位', en: 'Proposed by', class: 'public' }),
  outcome: choice(outcomes, { zh: '答复结果', en: 'Outcome', class: 'public', search: 'exact' }),
  reply: text({ zh: '答复', en: 'Answer', class: 'public', min: 4, max: 1000, lines: 3, hint: nobody }),
}

const proposer = party('proposer', words('提出人', 'who proposed it'))

/** 清单调整建议: any office or community proposes a change of the county’s lists, and is answered: the lists are kept current (Art. 23.1). */
export const listProposal = procedure('list-proposal', {
  title: words('清单调整建议', 'Proposal to change the lists'),
  since: '2023-02-01',
  basis: ['23.1'],
  facts,
  heading: 'what',
  place: 'county',
  stages: {
    proposed: { zh: '待答复', en: 'To be answered', published: true, due: within('list.proposal-answer', 'remind') },
    answered: { zh: '已答复', en: 'Answered', final: true, published: true },
    withdrawn: { zh: '已撤回', en: 'Withdrawn', final: true },
  },
  steps: {
    propose: {
      zh: '提出建议', en: 'Propose', opens: 'proposed', basis: ['23.1'], by: [anyPost(...working)],
      asks: ['county', 'wish', 'item?', 'what', 'why'],
      causes: words('由县（区）人民政府答复，建议和答复都公开', 'The county government answers; proposal and answer are public'),
      then: c => (c.input.wish !== 'add' && c.input.item === undefined ? faultAt('item', '请填要修改或退出的事项编码', 'Give the code of the item to change or withdraw') : {
        holder: { office: officeCode(c.matter.region, 'gov') }, parties: [{ role: 'proposer', account: c.actor.account }], counts: { proposed: 1 },
        ...(c.actor.office !== undefined && { set: { office: c.actor.office } }),
        effects: [notify({ office: officeCode(c.matter.region, 'gov') }, words('收到清单调整建议，请答复', 'A proposal to change the lists awaits your answer'))],
      }),
    },
    answer: {
      zh: '答复', en: 'Answer', from: ['proposed'], to: 'answered', basis: ['23.1'], primary: true, by: [holder('lead', 'handler'), ofGovernment('lead', 'county')], asks: ['outcome', 'reply'],
      then: c => ({
        counts: { answered: 1, ...(c.input.outcome === 'taken' && { taken: 1 }) },
        effects: [notify({ party: 'proposer' }, words('您提出的清单调整建议已答复', 'Your proposal to change the lists was answered'))],
      }),
    },
    withdraw: { zh: '撤回', en: 'Withdraw', from: ['proposed'], to: 'withdrawn', basis: [], by: [proposer] },
    remind: {
      zh: '逾期未答复，提醒', en: 'Not answered in time', from: ['proposed'], basis: [], by: [theClock],
      then: c => ({
        clocks: [{ clock: 'escalation', start: 'oversight.escalate-again', then: 'remind' }],
        effects: [
          notify({ office: officeCode(c.matter.region, 'gov') }, words('清单调整建议逾期未答复', 'A proposal to change the lists was not answered in time')),
          notify({ posts: 'lead', region: c.matter.region }, words('清单调整建议逾期未答复，请督促', 'A proposal to change the lists was not answered in time; please see to it')),
        ],
      }),
    },
  },
  measures: { proposed: words('建议', 'Proposals'), answered: words('已答复', 'Answered'), taken: words('采纳', 'Taken up') },
  rates: { takenRate: { ...words('采纳率', 'Taken up'), of: 'taken', among: 'answered' } },
  list: { columns: ['wish', 'item', 'outcome'] },
})
