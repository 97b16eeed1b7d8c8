import { notify } from '../../../kernel/effect.ts'
import { choice, files, matterRef, personName, region, text, yesNo } from '../../../kernel/facts.ts'
import { need, procedure, within } from '../../../kernel/procedure.ts'
import { faultAt, refuse, type Refusal } from '../../../kernel/refusal.ts'
import { regionOfOffice } from '../../../kernel/post.ts'
import { anyResident, holder, party, post, theClock, thePlatform } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import { code } from '../lists/columns.ts'
import type { ListAt } from '../lists/list-comment.ts'

const outcomes = {
  adopted: { zh: '采纳', en: 'Taken up' },
  partly: { zh: '部分采纳', en: 'Taken up in part' },
  declined: { zh: '未采纳', en: 'Not taken up' },
} as const

const nobody = words('向社会公开，不要写姓名、电话等个人信息', 'Published: name no person, no phone')

const facts = {
  covenant: matterRef({ zh: '哪一份草案', en: 'Which draft', class: 'public' }),
  village: region({ zh: '村（社区）', en: 'Village', class: 'public', levels: ['village'] }),
  clause: code({ zh: '针对第几条', en: 'On which clause', class: 'public', hint: words('对整份提建议的，不填', 'Left empty where it is about the whole') }),
  proposal: text({ zh: '建议', en: 'Proposal', class: 'public', min: 2, max: 1000, lines: 4, hint: nobody }),
  onPaper: yesNo({ zh: '代录', en: 'Entered on behalf', class: 'public' }),
  whose: personName({ zh: '建议人', en: 'Whose proposal' }),
  sheet: files({ zh: '本人签字（按手印）的纸页', en: 'The sheet they signed', class: 'sensitive', max: 2, signed: true }),
  outcome: choice(outcomes, { zh: '答复结果', en: 'Outcome', class: 'public', search: 'exact' }),
  reply: text({ zh: '答复', en: 'Answer', class: 'public', min: 4, max: 1000, lines: 3, hint: nobody }),
}

const author = party('reporter', words('建议人', 'who proposed it'))

const shut = (draft: ListAt | undefined, village: string): Refusal | undefined => {
  if (draft?.procedure !== 'covenant') return faultAt('covenant', '没有这份草案', 'There is no such draft')
  if (draft.stage !== 'collecting' && draft.stage !== 'drafting') {
    return refuse('not-collecting', words('现在不征集建议', 'Proposals are not invited now'), { remedy: words('可以向村（居）委会提出，下次修订时考虑', 'Tell the committee; it is considered when the covenant is amended next') })
  }
  return regionOfOffice(draft.holder) === village ? undefined : refuse('another-village', words('这是别的村（社区）的公约', 'That is another village’s covenant'), { basis: ['26.1'] })
}

/** 公约建议: what a resident proposes for the covenant, answered one by one (Art. 26.1). A matter of its own that points to the draft (`on`). */
export const covenantProposal = procedure('covenant-proposal', {
  title: words('公约建议', 'Proposal for the covenant'),
  since: '2023-02-01',
  basis: ['26.1'],
  facts,
  heading: 'proposal',
  place: 'village',
  needs: { draft: need<ListAt>('list-at', c => ({ list: c.facts['covenant'] ?? null, at: c.now.toISOString() })) },
  stages: {
    waiting: { zh: '待答复', en: 'To be answered', published: true, due: within('covenant.answer', 'remind') },
    answered: { zh: '已答复', en: 'Answered', final: true, published: true },
    moot: { zh: '草案已终止或已撤回', en: 'Given up or taken back', final: true, published: true },
  },
  steps: {
    propose: {
      zh: '提建议', en: 'Propose', opens: 'waiting', basis: ['26.1'], by: [anyResident], asks: ['covenant', 'village', 'clause?', 'proposal'], needs: ['draft'],
      causes: words('建议公开（不显示您是谁），村（居）委会逐条答复', 'It is public without your name, and the committee answers it'),
      then: c => {
        if (c.actor.region !== c.matter.region) return refuse('another-village', words('公约由本村（社区）居民议定', 'A covenant is for the residents of its own village'), { basis: ['26.1'], remedy: words('请向您居住的村（社区）提出', 'Propose to the village you live in') })
        const refused = shut(c.needs.draft, c.matter.region)
        if (refused || !c.needs.draft) return refused ?? {}
        return {
          holder: { office: c.needs.draft.holder }, links: [{ kind: 'on', matter: c.input.covenant ?? '' }], parties: [{ role: 'reporter', account: c.actor.account, hidden: true }], counts: { proposed: 1 },
          effects: [notify({ office: c.needs.draft.holder }, words('收到公约建议，请答复', 'A proposal for the covenant awaits your answer'))],
        }
      },
    },
    enterFor: {
      zh: '代录建议', en: 'Enter for somebody', opens: 'waiting', basis: ['26.1'], by: [post('committee'), post('gridWorker')], asks: ['covenant', 'village', 'clause?', 'proposal', 'whose', 'sheet'], needs: ['draft'],
      causes: words('须附本人签字的纸页；姓名不公开', 'With the sheet they signed; the name is not public'),
      then: c => {
        const refused = shut(c.needs.draft, c.matter.region)
        if (refused || !c.needs.draft) return refused ?? {}
        return { holder: { office: c.needs.draft.holder }, links: [{ kind: 'on', matter: c.input.covenant ?? '' }], set: { onPaper: true }, counts: { proposed: 1, onPaper: 1 } }
      },
    },
    answer: {
      zh: '答复', en: 'Answer', from: ['waiting'], to: 'answered', basis: ['26.1'], primary: true, by: [holder('committee')], asks: ['outcome', 'reply'],
      causes: words('答复公开；全部建议答复后草案才能送审。代录的，请当面告知本人', 'It is published; the draft goes on once every proposal is answered. Tell whom you entered it for in person'),
      then: c => ({ counts: { answered: 1, ...(c.input.outcome !== 'declined' && { taken: 1 }) }, effects: [notify({ party: 'reporter' }, words('您对公约的建议已答复', 'Your proposal for the covenant was answered'))] }),
    },
    withdraw: { zh: '撤回', en: 'Withdraw', from: ['waiting'], to: 'moot', basis: [], by: [author] },
    drop: {
      zh: '草案终止', en: 'The draft was given up', from: ['waiting'], to: 'moot', basis: [], by: [thePlatform],
      then: () => ({ effects: [notify({ party: 'reporter' }, words('您提过建议的公约草案已终止', 'The draft you proposed to was given up'))] }),
    },
    remind: {
      zh: '逾期未答复，提醒', en: 'Not answered in time', from: ['waiting'], basis: [], by: [theClock],
      then: c => ({
        clocks: [{ clock: 'escalation', start: 'oversight.escalate-again', then: 'remind' }],
        effects: [notify({ office: c.matter.holder?.office ?? '' }, words('公约建议逾期未答复', 'A proposal for the covenant was not answered in time'))],
      }),
    },
  },
  measures: { proposed: words('建议', 'Proposals'), onPaper: words('代录', 'Entered on behalf'), answered: words('已答复', 'Answered'), taken: words('采纳或部分采纳', 'Taken up, also in part') },
  rates: { takenRate: { ...words('采纳率', 'Taken up'), of: 'taken', among: 'answered' } },
  list: { columns: ['clause', 'outcome'] },
})
