import { dayInWords, type Block, type Doc, type DocContext, type Documents } from '../../../kernel/document.ts'
import { keptWords } from '../../../kernel/kept-words.ts'
import { rollUnits, tracks } from '../../../kernel/voting/track.ts'
import { officeCode } from '../../../kernel/post.ts'
import type { DeliberationFacts } from './facts.ts'
import { declineGrounds, forms, outcomes } from './kinds.ts'

type C = DocContext<DeliberationFacts>

const committee = (c: C): string => c.office(officeCode(c.region, 'committee'))

const from = (c: C, more: Pick<Doc, 'title' | 'body'> & { readonly large?: true; readonly to?: string }): Doc => ({ ...more, issuer: committee(c), signed: [{ by: committee(c), how: 'seal' }], day: c.day })

const line = (name: string, text: string | undefined): readonly Block[] => (text === undefined || text === '' ? [] : [{ p: `${name}：${text}` }])
const said = (text: string | undefined): string | undefined => (text === undefined ? undefined : keptWords(text).zh)

/** What is read at the gate of the village from a few steps away: what, when, where, who votes, and what to do who can’t come. */
const poster = (c: C): Doc => {
  const { topic = '', meetingOn = c.day, meetingTime, where = '', form = 'hall', body, unit, invited, question, voteUntil, rollUnits: enrolled } = c.facts
  return from(c, {
    title: body === 'consultation' || body === undefined ? '协商会议通知' : `${tracks[body].zh}通知`, large: true,
    body: [
      ...line('议题', topic), ...line('时间', `${dayInWords(meetingOn)}${meetingTime ?? ''}`), ...line('地点', where), ...line('方式', forms[form].zh),
      ...line('表决', unit === undefined ? '只协商，不表决' : `${rollUnits[unit].zh}${enrolled === undefined ? '' : `，名册共${enrolled}`}`), ...line('表决的问题', question), ...line('表决截止', question === undefined || voteUntil === undefined ? undefined : `${dayInWords(voteUntil)}24时`), ...line('参加讨论', invited),
      { p: unit === undefined ? '欢迎参加讨论。' : '名册已张贴。有错漏的，会前向村（居）民委员会提出。' },
      { p: '不会用手机、不便到会的，请找网格员代录意见。' },
    ],
  })
}

const result = (c: C): Doc => {
  const { topic = '', outcome = 'failed', explained, resolution = '' } = c.facts
  return from(c, {
    title: `关于“${topic}”的结果公告`,
    body: [{ p: `结果：${outcomes[outcome].zh}。` }, ...line('计票说明', said(explained)), { p: resolution }, { p: '对结果有异议的，自公布之日起在平台载明的公示期内，向村（居）民委员会或者乡镇人民政府、街道办事处提出；认为合法权益受到侵害的，可以依法请求人民法院撤销。' }],
  })
}

export const documents = {
  notice: {
    zh: '会议通知（大字张贴）', en: 'Notice of the meeting (poster)', basis: ['25.1'], from: ['giveNotice', 'postpone'], uses: ['topic', 'meetingOn', 'where', 'form'], may: ['meetingTime', 'body', 'unit', 'invited', 'question', 'voteUntil', 'rollUnits'],
    make: poster,
  },
  resolution: {
    zh: '决议书', en: 'Resolution', basis: ['25.1'], from: ['publish'], uses: ['topic', 'resolution', 'outcome'], may: ['explained', 'body', 'declaredOn', 'inForceOn', 'chosen'],
    when: ({ facts: f }) => f.outcome === 'passed' || f.outcome === 'agreed',
    make: c => {
      const { topic = '', resolution = '', body, declaredOn = c.day, inForceOn, explained, chosen } = c.facts
      const talked = c.facts.outcome === 'agreed'
      return from(c, {
        title: `关于“${topic}”的${talked ? '协商意见' : '决议'}`,
        body: [
          { p: `${dayInWords(declaredOn)}，${c.place(c.region)}${body === undefined ? '' : tracks[body].zh}${talked ? '协商形成以下意见' : '表决通过以下决议'}：` }, { p: resolution },
          ...line('生效日期', inForceOn === undefined ? '公示期满次日' : dayInWords(inForceOn)), ...line('议决规则', said(chosen)), ...line('计票说明', said(explained)),
        ],
      })
    },
  },
  result: { zh: '结果公告', en: 'Notice of the result', basis: ['25.1', '25.3'], from: ['publish'], uses: ['topic', 'outcome', 'resolution'], may: ['explained'], make: result },
  noQuorum: {
    zh: '未达法定人数公告', en: 'Notice that there was no quorum', basis: ['25.1'], from: ['declare'], uses: ['topic', 'outcome', 'explained'],
    when: ({ facts: f }) => f.outcome === 'noQuorum',
    make: c => from(c, { title: `关于“${c.facts.topic ?? ''}”的会议未达法定人数的公告`, body: [...line('计票说明', said(c.facts.explained)), { p: '会议没有作出决定。是否再次召开，另行公告。' }] }),
  },
  declined: {
    zh: '议题不予受理告知书', en: 'Notice that a topic is declined', basis: ['25.2'], from: ['decline', 'opine'], uses: ['topic', 'declineGround', 'declineReason'], when: ({ facts: f }) => f.declineGround !== undefined,
    make: c => from(c, {
      title: '议题不予受理告知书', to: '提出人',
      body: [{ p: `你提出的议题“${c.facts.topic ?? ''}”，经审查不予受理。` }, ...line('原因', declineGrounds[c.facts.declineGround ?? 'unclear'].zh), { p: c.facts.declineReason ?? '' }, { p: '对此不同意的，可以在平台载明的期限内申请乡镇人民政府、街道办事处复核。' }],
    }),
  },
  report: {
    zh: '决议落实情况公告', en: 'Report on the resolution', basis: ['25.1', '25.3'], from: ['reportBack'], uses: ['topic', 'resolution', 'report'],
    make: c => from(c, { title: `关于“${c.facts.topic ?? ''}”落实情况的公告`, body: [...line('决议', c.facts.resolution), { p: c.facts.report ?? '' }, { p: '认为没有落实的，可以在平台载明的期限内提出。' }] }),
  },
} as const satisfies Documents<DeliberationFacts, 'giveNotice' | 'postpone' | 'publish' | 'declare' | 'decline' | 'opine' | 'reportBack'>
