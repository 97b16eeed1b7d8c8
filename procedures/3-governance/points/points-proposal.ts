import { notify } from '../../../kernel/effect.ts'
import { choice, files, matterRef, region, text } from '../../../kernel/facts.ts'
import { need, procedure, within, type Context, type Move } from '../../../kernel/procedure.ts'
import { faultAt, refuse, type FaultOf, type Refusal } from '../../../kernel/refusal.ts'
import { anyResident, holder, party, post, theClock, thePlatform } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import type { DraftAt } from './needs.ts'

const outcomes = {
  adopted: { zh: '采纳', en: 'Adopted' },
  partly: { zh: '部分采纳', en: 'Adopted in part' },
  declined: { zh: '未采纳', en: 'Not adopted' },
} as const

const nobody = words('向全村公开，不要写姓名、电话等个人信息', 'Published: name no person, no phone')

const facts = {
  scheme: matterRef({ zh: '积分办法草案', en: 'The draft', class: 'public' }),
  village: region({ zh: '村（社区）', en: 'Village', class: 'public', levels: ['village'] }),
  proposal: text({ zh: '建议', en: 'Proposal', class: 'public', min: 2, max: 1000, lines: 4, hint: nobody }),
  sheet: files({ zh: '本人签字的意见单', en: 'The sheet they signed', accept: 'any', max: 2, signed: true }),
  outcome: choice(outcomes, { zh: '答复结果', en: 'Outcome', class: 'public', search: 'exact' }),
  reply: text({ zh: '答复', en: 'Answer', class: 'public', min: 4, max: 1000, lines: 3, hint: nobody }),
}

const fault: FaultOf<typeof facts> = faultAt
const author = party('author', words('提建议的人', 'who proposed it'))

const proposed = (c: Context<typeof facts, { draft: ReturnType<typeof need<DraftAt>> }>, parties: Move['parties']): Move<typeof facts, never> | Refusal => {
  const { draft } = c.needs
  if (!draft || draft.village !== c.input.village) return fault('scheme', '不是本村（社区）的积分办法草案', 'It is no draft of this village')
  if (draft.stage !== 'designing') return refuse('not-designing', words('该草案已不在征求意见期间', 'The draft is not open to proposals any more'), { basis: [], remedy: words('可以在表决时表达意见', 'Say so when it is voted on') })
  return {
    holder: { office: draft.holder }, links: [{ kind: 'on', matter: c.input.scheme ?? '' }], counts: { proposed: 1 }, ...(parties && { parties }),
    effects: [notify({ office: draft.holder }, words('收到对积分办法草案的建议，请答复', 'A proposal on the draft scheme awaits your answer'))],
  }
}

/** 对积分办法的建议: what residents want changed in a draft scheme, each answered in public; the draft goes to the vote once all are (Art. 27.2). */
export const pointsProposal = procedure('points-proposal', {
  title: words('积分办法建议', 'Proposal on a points scheme'),
  since: '2023-02-01',
  basis: ['27.2'],
  facts,
  heading: 'proposal',
  place: 'village',
  needs: { draft: need<DraftAt>('points-draft', c => ({ scheme: c.facts['scheme'] ?? null, county: c.matter.county })) },
  stages: {
    waiting: { zh: '待答复', en: 'To be answered', published: true, due: within('points.proposal-answer', 'remind') },
    answered: { zh: '已答复', en: 'Answered', final: true, published: true },
    moot: { zh: '草案已撤回', en: 'The draft was withdrawn', final: true, published: true },
  },
  steps: {
    propose: {
      zh: '提建议', en: 'Propose', opens: 'waiting', basis: ['27.2'], by: [anyResident], asks: ['scheme', 'village', 'proposal'], needs: ['draft'],
      causes: words('由村（居）委会逐条答复；建议和答复都公开', 'The committee answers each; proposal and answer are public'),
      then: c => (c.actor.region !== c.input.village ? fault('village', '请对自己居住的村（社区）的办法提建议', 'Propose in the village you live in') : proposed(c, [{ role: 'author', account: c.actor.account }])),
    },
    proposeFor: {
      zh: '代为录入建议', en: 'Enter a proposal', opens: 'waiting', basis: ['27.2'], by: [post('committee', 'village'), post('gridWorker')], asks: ['scheme', 'village', 'proposal', 'sheet'], needs: ['draft'],
      causes: words('由村（居）委会逐条答复；建议和答复都公开', 'The committee answers each; proposal and answer are public'),
      then: c => proposed(c, []),
    },
    answer: {
      zh: '答复', en: 'Answer', from: ['waiting'], to: 'answered', basis: ['27.2'], primary: true, by: [holder('committee')], asks: ['outcome', 'reply'],
      causes: words('答复公开；全部答复后草案才能提交表决', 'It is published; the draft goes to the vote once all are answered'),
      then: c => ({ counts: { answered: 1, ...(c.input.outcome !== 'declined' && { adopted: 1 }) }, effects: [notify({ party: 'author' }, words('您对积分办法的建议已答复', 'Your proposal on the scheme was answered'))] }),
    },
    withdraw: { zh: '撤回', en: 'Withdraw', from: ['waiting'], to: 'moot', basis: [], by: [author] },
    drop: { zh: '草案已撤回', en: 'The draft was withdrawn', from: ['waiting'], to: 'moot', basis: [], by: [thePlatform] },
    remind: {
      zh: '逾期未答复，提醒', en: 'Not answered in time', from: ['waiting'], basis: [], by: [theClock],
      then: c => ({ clocks: [{ clock: 'again', start: 'oversight.escalate-again', then: 'remind' }], effects: [notify({ office: c.matter.holder?.office ?? '' }, words('对积分办法的建议逾期未答复', 'A proposal on the scheme was not answered in time'))] }),
    },
  },
  measures: { proposed: words('建议', 'Proposals'), answered: words('已答复', 'Answered'), adopted: words('采纳或部分采纳', 'Adopted, also in part') },
  rates: { adoptedRate: { ...words('采纳率', 'Adopted'), of: 'adopted', among: 'answered' } },
  list: { columns: ['village', 'outcome'] },
})
