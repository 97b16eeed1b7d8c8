import { notify, type Effect } from '../../../kernel/effect.ts'
import { choice, files, matterRef, personName, phone, region, text } from '../../../kernel/facts.ts'
import { officeCode } from '../../../kernel/post.ts'
import { need, procedure, within, type Context } from '../../../kernel/procedure.ts'
import { faultAt, refuse, type Refusal } from '../../../kernel/refusal.ts'
import { anyResident, party, post, theClock } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import { toTownship } from '../../usual/field-work.ts'
import { concerns, ways } from './kinds.ts'

const nobody = words('向社会公开，不要写姓名、电话等个人信息', 'Published: name no person, no phone')

const facts = {
  round: matterRef({ zh: '听取意见的场次', en: 'The round in which it was said', class: 'public', search: 'exact' }),
  village: region({ zh: '村（社区）', en: 'Village', class: 'public', search: 'exact', levels: ['village'] }),
  concern: choice(concerns, { zh: '关于', en: 'About', class: 'public', search: 'exact', basis: ['25.2'] }),
  said: text({ zh: '意见建议', en: 'What was said', class: 'public', min: 4, max: 1000, lines: 4, search: 'words', hint: nobody }),
  way: choice(ways, { zh: '提出方式', en: 'How it was said', class: 'public' }),
  speaker: personName({ zh: '提意见的人', en: 'Who said it', hint: words('只用于答复，不公开', 'To answer them; never published') }),
  phone: phone({ zh: '联系电话', en: 'Phone' }),
  sheet: files({ zh: '本人签名的意见单', en: 'The sheet the person signed', class: 'sensitive', max: 3, signed: true }),
  answer: text({ zh: '答复', en: 'Answer', class: 'public', min: 4, max: 1000, lines: 3, hint: nobody }),
  topic: text({ zh: '议题', en: 'Topic', class: 'public', min: 4, max: 60 }),
}

/** A hearing round as an opinion needs to know it. */
export type RoundAt = { readonly procedure: string; readonly stage: string; readonly region: string }

type Facts = typeof facts
const needs = { round: need<RoundAt>('deliberation-at', c => ({ matter: c.facts['round'] ?? null })) }
type Now = Context<Facts, typeof needs>

const speaker = party('reporter', words('提意见的人', 'who said it'))
const committeeOf = (village: string): string => officeCode(village, 'committee')
const toSpeaker = (zh: string, en: string): Effect => notify({ party: 'reporter' }, words(zh, en))

const notThere = (c: Now): Refusal | undefined =>
  (c.needs.round?.procedure === 'hearing-round' && c.needs.round.region === c.matter.region ? undefined : faultAt('round', '不是本村（社区）的听取意见场次', 'It is no hearing round of this village'))

const said = (c: Now) => ({ holder: { office: committeeOf(c.matter.region) }, links: [{ kind: 'heard', matter: c.input.round ?? '' }], counts: { said: 1 } })

/**
 * 听取的意见: one thing said in a hearing round, or sent in for it (Art. 25.3). Published without names, answered in time; where it is a request or asks
 * for a decision of the village it goes on as one, with what is known filled in.
 */
export const hearingOpinion = procedure('hearing-opinion', {
  title: words('听取的意见', 'Opinion heard'),
  since: '2023-02-01',
  basis: ['25.2', '25.3'],
  facts,
  heading: 'said',
  place: 'village',
  needs,
  stages: {
    waiting: { zh: '待答复', en: 'To be answered', published: true, due: within('hearing.answer', 'remind') },
    answered: { zh: '已答复', en: 'Answered', final: true, published: true },
    turned: { zh: '已转办', en: 'Taken further', final: true, published: true },
    takenBack: { zh: '已撤回', en: 'Taken back', final: true },
  },
  steps: {
    say: {
      zh: '提意见建议', en: 'Say what you think', opens: 'waiting', basis: ['25.3'], by: [anyResident], asks: ['round', 'village', 'concern', 'said'], needs: ['round'],
      causes: words('意见公开、不公开姓名，村（居）委会按时答复', 'Published without your name; the committee answers in time'),
      then: c => notThere(c) ?? (c.needs.round?.stage !== 'planned'
        ? refuse('round-over', words('这一场听取意见已经结束', 'This hearing round is over'), { basis: ['25.3'], remedy: words('请在下一场提出；有诉求的可以随时报事', 'Say it in the next round; a request can be made at any time') })
        : { ...said(c), set: { way: 'self' }, parties: [{ role: 'reporter', account: c.actor.account }], effects: [notify({ office: committeeOf(c.matter.region) }, words('有居民提前提出意见，请听取并答复', 'A resident sent in what they think; hear and answer it'))] }),
    },
    hear: {
      zh: '登记意见', en: 'Record what was said', opens: 'waiting', basis: ['25.3'], by: [post('committee'), post('gridWorker')], asks: ['round', 'village', 'concern', 'said', 'way', 'speaker?', 'phone?', { fact: 'sheet', where: 'way', is: 'paper' }], needs: ['round'],
      causes: words('意见公开、不公开姓名；每条都要答复', 'Published without a name; each is owed an answer'),
      then: c => notThere(c) ?? (c.input.way === 'paper' && (c.input.sheet ?? []).length === 0 ? faultAt('sheet', '书面提出的，请上传本人签名的意见单', 'Said on paper: add the sheet the person signed') : said(c)),
    },
    answer: {
      zh: '答复', en: 'Answer', from: ['waiting'], to: 'answered', basis: ['25.3'], primary: true, by: [post('committee')], asks: ['answer'],
      causes: words('答复公开', 'The answer is published'),
      then: () => ({ counts: { answered: 1 }, effects: [toSpeaker('您的意见已答复', 'What you said was answered')] }),
    },
    toRequest: {
      zh: '转为诉求', en: 'Make it a request', from: ['waiting'], to: 'turned', basis: ['25.3'], by: [post('committee')], asks: ['answer'],
      causes: words('按诉求办理，内容自动带入，可查办理进度', 'It is handled as a request, with what is known filled in'),
      then: c => ({
        counts: { answered: 1, turned: 1 },
        effects: [{ do: 'open', procedure: 'request', step: 'report', link: 'heard', input: { text: c.matter.facts.said ?? '', place: c.matter.region } }, toSpeaker('您的意见已转为诉求办理', 'What you said is handled as a request')],
      }),
    },
    toTopic: {
      zh: '转为议题', en: 'Make it a topic', from: ['waiting'], to: 'turned', basis: ['25.2'], by: [post('committee')], asks: ['topic', 'answer'],
      causes: words('作为居民提出的议题进入审查', 'It goes on as a topic raised by residents'),
      then: c => ({
        counts: { answered: 1, turned: 1 },
        effects: [{ do: 'open', procedure: 'deliberation', step: 'enter', link: 'heard', input: { topic: c.input.topic ?? '', village: c.matter.region, raisedBy: 'residents', concern: c.matter.facts.concern ?? 'publicAffairs', reason: c.matter.facts.said ?? '', cameFrom: c.matter.id } }, toSpeaker('您的意见已转为议题', 'What you said has become a topic')],
      }),
    },
    takeBack: { zh: '撤回', en: 'Take it back', from: ['waiting'], to: 'takenBack', basis: [], by: [speaker] },
    remind: {
      zh: '逾期未答复，提醒', en: 'Not answered in time', from: ['waiting'], basis: [], by: [theClock],
      then: c => ({
        clocks: [{ clock: 'again', start: 'hearing.remind-again', then: 'remind' }],
        effects: [notify({ office: committeeOf(c.matter.region) }, words('听取的意见逾期未答复', 'An opinion was not answered in time')), toTownship(c.matter.region, words('听取的意见逾期未答复，请督促', 'An opinion was not answered in time; please see to it'))],
      }),
    },
  },
  measures: { said: words('听取意见', 'Opinions heard'), answered: words('已答复', 'Answered'), turned: words('转为诉求、议题', 'Taken further') },
  rates: { answeredRate: { ...words('答复率', 'Answered'), of: 'answered', among: 'said' } },
  list: { columns: ['village', 'concern', 'way'] },
})
