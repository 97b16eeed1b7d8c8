import { notify } from '../../../kernel/effect.ts'
import { choice, files, matterRef, region, text } from '../../../kernel/facts.ts'
import { officeCode } from '../../../kernel/post.ts'
import { need, procedure, within, type Context } from '../../../kernel/procedure.ts'
import { faultAt, refuse, type Refusal } from '../../../kernel/refusal.ts'
import { anyResident, party, post, theClock, thePlatform } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import { toTownship } from '../../usual/field-work.ts'
import { ways } from '../hearing/kinds.ts'
import type { RoundAt } from '../hearing/hearing-opinion.ts'
import { discussants } from './kinds.ts'
import { ofThisVillage } from './parts.ts'
import { isDiscussed } from './stages.ts'

const sorts = {
  comment: { zh: '意见', en: 'Comment' },
  question: { zh: '提问', en: 'Question' },
  change: { zh: '修改建议', en: 'Change proposed' },
} as const

const outcomes = {
  taken: { zh: '采纳', en: 'Taken up' },
  partly: { zh: '部分采纳', en: 'Taken up in part' },
  declined: { zh: '未采纳', en: 'Not taken up' },
  explained: { zh: '已说明', en: 'Explained' },
} as const

const nobody = words('公开显示，不要写姓名、电话等个人信息', 'Published: name no person, no phone')

const facts = {
  topic: matterRef({ zh: '议题', en: 'Topic', class: 'public', search: 'exact' }),
  village: region({ zh: '村（社区）', en: 'Village', class: 'public', search: 'exact', levels: ['village'] }),
  sort: choice(sorts, { zh: '类型', en: 'Sort', class: 'public', search: 'exact' }),
  speaksAs: choice(discussants, { zh: '以什么身份', en: 'Speaks as', class: 'public', basis: ['25.1'], hint: words('参加讨论不等于有表决权', 'To take part in the discussion is not to have a vote') }),
  comment: text({ zh: '内容', en: 'What is said', class: 'public', min: 2, max: 1000, lines: 4, hint: nobody }),
  way: choice(ways, { zh: '提出方式', en: 'How it was said', class: 'public' }),
  sheet: files({ zh: '本人签名的意见单', en: 'The sheet the person signed', class: 'sensitive', max: 3, signed: true }),
  outcome: choice(outcomes, { zh: '答复结果', en: 'Outcome', class: 'public', search: 'exact' }),
  reply: text({ zh: '答复', en: 'Answer', class: 'public', min: 4, max: 1000, lines: 3, hint: nobody }),
}

type Facts = typeof facts
const needs = { topic: need<RoundAt>('deliberation-at', c => ({ matter: c.facts['topic'] ?? null })) }
type Now = Context<Facts, typeof needs>

/** Who speaks for the village itself lives in it; owners, firms and units of the place may have their people elsewhere. */
const ofTheVillage: ReadonlySet<string | undefined> = new Set<keyof typeof discussants>(['resident', 'representative', 'household'])

const author = party('author', words('提意见的人', 'who said it'))
const committeeOf = (village: string): string => officeCode(village, 'committee')

const notOpen = (c: Now): Refusal | undefined => {
  const { topic } = c.needs
  if (topic?.procedure !== 'deliberation' || topic.region !== c.matter.region) return faultAt('topic', '不是本村（社区）的议题', 'It is no topic of this village')
  return isDiscussed(topic.stage) ? undefined
    : refuse('not-discussed', words('议题现不在讨论期间', 'The topic is not open for discussion now'), { basis: ['25.1'], remedy: words('表决后对决议有不同意见的，可以在公示期内提出异议', 'After the vote, object to the resolution within its window') })
}

const begun = (c: Now) => ({
  holder: { office: committeeOf(c.matter.region) }, links: [{ kind: 'on', matter: c.input.topic ?? '' }], counts: { commented: 1 },
  effects: [notify({ office: committeeOf(c.matter.region) }, words('议题有新的意见或提问，请答复', 'A topic has a new comment or question to be answered'))],
})

/**
 * 议题意见: a comment, a question or a change proposed on a topic, by whoever takes part in the discussion (Art. 25.1), answered one by one by name of post. A
 * matter of its own that points to the topic, so that a hundred comments never rewrite it.
 */
export const deliberationComment = procedure('deliberation-comment', {
  title: words('议题意见', 'Comment on a topic'),
  since: '2023-02-01',
  basis: ['25.1', '25.2', '25.3'],
  facts,
  heading: 'comment',
  place: 'village',
  needs,
  stages: {
    waiting: { zh: '待答复', en: 'To be answered', published: true, due: within('deliberation.comment-answer', 'remind') },
    answered: { zh: '已答复', en: 'Answered', final: true, published: true },
    moot: { zh: '议题已终止', en: 'The topic was given up', final: true, published: true },
  },
  steps: {
    comment: {
      zh: '发表意见、提问', en: 'Comment or ask', opens: 'waiting', basis: ['25.1', '25.3'], by: [anyResident], asks: ['topic', 'village', 'sort', 'speaksAs', 'comment'], needs: ['topic'],
      causes: words('公开显示，不显示姓名；由村（居）委会以岗位名义答复', 'Published without your name; answered by name of post'),
      then: c => notOpen(c) ?? (ofTheVillage.has(c.input.speaksAs) ? ofThisVillage(c) : undefined) ?? { ...begun(c), set: { way: 'self' }, parties: [{ role: 'author', account: c.actor.account }] },
    },
    record: {
      zh: '代录意见', en: 'Record on somebody’s behalf', opens: 'waiting', basis: ['25.1', '25.3'], by: [post('committee'), post('gridWorker')], asks: ['topic', 'village', 'sort', 'speaksAs', 'comment', 'way', { fact: 'sheet', where: 'way', is: 'paper' }], needs: ['topic'],
      causes: words('公开显示，不显示姓名', 'Published without a name'),
      then: c => notOpen(c) ?? (c.input.way === 'paper' && (c.input.sheet ?? []).length === 0 ? faultAt('sheet', '书面提出的，请上传本人签名的意见单', 'Said on paper: add the sheet the person signed') : begun(c)),
    },
    answer: {
      zh: '答复', en: 'Answer', from: ['waiting'], to: 'answered', basis: ['25.3'], primary: true, by: [post('committee')], asks: ['outcome', 'reply'],
      causes: words('答复公开，署岗位名称', 'The answer is published under the name of the post'),
      then: c => ({ counts: { answered: 1, ...((c.input.outcome === 'taken' || c.input.outcome === 'partly') && { taken: 1 }) }, effects: [notify({ party: 'author' }, words('您对议题的意见已答复', 'What you said on a topic was answered'))] }),
    },
    withdraw: { zh: '撤回', en: 'Withdraw', from: ['waiting'], to: 'moot', basis: [], by: [author] },
    drop: { zh: '议题终止', en: 'The topic was given up', from: ['waiting'], to: 'moot', basis: [], by: [thePlatform], then: () => ({ effects: [notify({ party: 'author' }, words('您提过意见的议题已终止', 'The topic you spoke on was given up'))] }) },
    remind: {
      zh: '逾期未答复，提醒', en: 'Not answered in time', from: ['waiting'], basis: [], by: [theClock],
      then: c => ({
        clocks: [{ clock: 'again', start: 'deliberation.task-remind', then: 'remind' }],
        effects: [notify({ office: committeeOf(c.matter.region) }, words('对议题的意见逾期未答复', 'A comment on a topic was not answered in time')), toTownship(c.matter.region, words('对议题的意见逾期未答复，请督促', 'A comment on a topic was not answered in time; please see to it'))],
      }),
    },
  },
  measures: { commented: words('意见、提问', 'Comments and questions'), answered: words('已答复', 'Answered'), taken: words('采纳或部分采纳', 'Taken up, also in part') },
  rates: { answeredRate: { ...words('答复率', 'Answered'), of: 'answered', among: 'commented' } },
  list: { columns: ['village', 'sort', 'speaksAs', 'outcome'] },
})
