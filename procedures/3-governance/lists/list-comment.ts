import { notify } from '../../../kernel/effect.ts'
import { choice, matterRef, region, text } from '../../../kernel/facts.ts'
import { need, procedure, within } from '../../../kernel/procedure.ts'
import { faultAt, refuse } from '../../../kernel/refusal.ts'
import { countyOf } from '../../../kernel/region.ts'
import { holder, party, post, theClock, thePlatform } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import { code } from './columns.ts'

const stances = {
  agree: { zh: '同意', en: 'Agrees' },
  amend: { zh: '建议修改', en: 'Asks for a change' },
  remove: { zh: '建议退出清单', en: 'Asks to take it off' },
  conditions: { zh: '工作条件不足', en: 'Conditions don’t suffice' },
} as const

const outcomes = {
  adopted: { zh: '采纳', en: 'Adopted' },
  partly: { zh: '部分采纳', en: 'Adopted in part' },
  declined: { zh: '未采纳', en: 'Not adopted' },
} as const

const nobody = words('向社会公开，不要写姓名、电话等个人信息', 'Published: name no person, no phone')

const facts = {
  list: matterRef({ zh: '征求意见的清单', en: 'The list consulted on', class: 'public' }),
  place: region({ zh: '提意见的村（社区）、乡镇（街道）', en: 'Community or township', class: 'public', levels: ['village', 'township'] }),
  item: code({ zh: '事项编码', en: 'Code of the item', class: 'public', search: 'exact', hint: words('对整份清单提意见的，不填', 'Left empty where it is about the list as a whole') }),
  stance: choice(stances, { zh: '态度', en: 'Stance', class: 'public', search: 'exact' }),
  comment: text({ zh: '意见', en: 'Comment', class: 'public', min: 2, max: 1000, lines: 4, hint: nobody }),
  outcome: choice(outcomes, { zh: '答复结果', en: 'Outcome', class: 'public', search: 'exact' }),
  reply: text({ zh: '答复', en: 'Answer', class: 'public', min: 4, max: 1000, lines: 3, hint: nobody }),
}

/** A list as it stood at an instant: which stage of which procedure, and who answers for it. */
export type ListAt = { readonly procedure: string; readonly stage: string; readonly county: string; readonly holder: string }

const author = party('author', words('提意见的人', 'who commented'))

/**
 * 清单意见: what a community or township says to a draft of the county’s lists, answered one by one (Art. 23.1). A matter of its own that
 * points to the list (`on`), so that a thousand comments never rewrite the list.
 */
export const listComment = procedure('list-comment', {
  title: words('清单意见', 'Comment on the lists'),
  since: '2023-02-01',
  basis: ['23.1'],
  facts,
  heading: 'comment',
  place: 'place',
  needs: { list: need<ListAt>('list-at', c => ({ list: c.facts['list'] ?? null, at: c.now.toISOString() })) },
  stages: {
    waiting: { zh: '待答复', en: 'To be answered', published: true, due: within('list.comment-answer', 'remind') },
    answered: { zh: '已答复', en: 'Answered', final: true, published: true },
    moot: { zh: '清单已终止', en: 'The list was given up', final: true, published: true },
  },
  steps: {
    comment: {
      zh: '提意见', en: 'Comment', opens: 'waiting', basis: ['23.1'], by: [post('committee'), post('lead', 'township'), post('handler', 'township')],
      asks: ['list', 'place', 'item?', 'stance', 'comment'], needs: ['list'],
      causes: words('由起草单位逐条答复，意见和答复都公开', 'The drafting office answers each; comments and answers are public'),
      then: c => {
        const { list } = c.needs
        if (list?.procedure !== 'work-list' || list.county !== countyOf(c.matter.region)) return faultAt('list', '不是本县（区）的清单', 'It is no list of this county')
        if (c.input.place !== c.actor.region) return faultAt('place', '请以本村（社区）、本乡镇（街道）的名义提出', 'Comment for your own community or township')
        if (list.stage !== 'consulting') {
          return refuse('not-consulting', words('清单不在征求意见期间', 'The list is not being consulted on'), { basis: [], remedy: words('已施行的清单，可以提出调整建议', 'Of a list in force, propose a change') })
        }
        return {
          holder: { office: list.holder }, links: [{ kind: 'on', matter: c.input.list ?? '' }], parties: [{ role: 'author', account: c.actor.account }], counts: { commented: 1 },
          effects: [notify({ office: list.holder }, words('收到对清单草案的意见，请答复', 'A comment on the draft lists awaits your answer'))],
        }
      },
    },
    answer: {
      zh: '答复', en: 'Answer', from: ['waiting'], to: 'answered', basis: ['23.1'], primary: true, by: [holder('lead', 'dispatcher', 'handler')], asks: ['outcome', 'reply'],
      causes: words('答复公开；全部意见答复后清单才能送审', 'It is published; the list goes on once every comment is answered'),
      then: c => ({
        counts: { answered: 1, ...(c.input.outcome !== 'declined' && { adopted: 1 }) },
        effects: [notify({ party: 'author' }, words('您对清单草案的意见已答复', 'Your comment on the draft lists was answered'))],
      }),
    },
    withdraw: { zh: '撤回', en: 'Withdraw', from: ['waiting'], to: 'moot', basis: [], by: [author] },
    drop: {
      zh: '清单终止', en: 'The list was given up', from: ['waiting'], to: 'moot', basis: [], by: [thePlatform],
      then: () => ({ effects: [notify({ party: 'author' }, words('您提过意见的清单草案已终止', 'The draft you commented on was given up'))] }),
    },
    remind: {
      zh: '逾期未答复，提醒', en: 'Not answered in time', from: ['waiting'], basis: [], by: [theClock],
      then: c => ({
        clocks: [{ clock: 'escalation', start: 'oversight.escalate-again', then: 'remind' }],
        effects: [
          notify({ office: c.matter.holder?.office ?? '' }, words('对清单草案的意见逾期未答复', 'A comment on the draft lists was not answered in time')),
          notify({ posts: 'lead', region: countyOf(c.matter.region) }, words('对清单草案的意见逾期未答复，请督促', 'A comment on the draft lists was not answered in time; please see to it')),
        ],
      }),
    },
  },
  measures: { commented: words('意见', 'Comments'), answered: words('已答复', 'Answered'), adopted: words('采纳或部分采纳', 'Adopted, also in part') },
  rates: { adoptedRate: { ...words('采纳率', 'Adopted'), of: 'adopted', among: 'answered' } },
  list: { columns: ['place', 'item', 'stance', 'outcome'] },
})
