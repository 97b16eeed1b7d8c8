import { refuse, type Refusal } from '../../../kernel/refusal.ts'
import { anyResident } from '../../../kernel/who.ts'
import { words, type Json } from '../../../kernel/words.ts'
import { askedToCount, counters, counting, fault, record, theCommittee, toCommittee, toSupervisors, type DeliberationStep, type Seen } from './parts.ts'

/** The book is written while the vote runs; of a meeting in the hall alone, whose pages are keyed in after it, also while it is counted. What phones could follow closes with them. */
const bookOpen = ({ matter }: Seen): Refusal | undefined =>
  (matter.stage === 'counting' && matter.facts.form !== 'hall' ? refuse('book-closed', words('有手机投票的，签到册随表决截止', 'Where phones vote, the attendance book closes with the vote'), { remedy: words('缺漏以致不能计票的，请村务监督委员会提出表决作废，再次召开', 'Where it can’t be counted without, ask the supervisory committee to set the vote aside and convene again') }) : undefined)

/** The attendance book: who came, sent somebody or handed in a paper, by its signed pages; contested by those it names, and checked by a counter who did not write it. */
export const book = {
  attend: {
    zh: '登记到会', en: 'Enter who is here', from: ['voting', 'counting'], basis: ['25.1'], by: counters, asks: ['attendance', 'bookSheet'],
    causes: words('一个签到册：到会、委托、手机只能用一次；重复的会指出是谁、用什么方式参加过。只在现场开的会，计票时还可以补录，须由一名计票人核对', 'One book: hall, proxy or phone, once; whoever stands in it already is named with the way they took part. Of a meeting in the hall alone it may be entered while it is counted; a counter checks it'),
    only: bookOpen,
    then: c => ({ set: { attendance: null, bookChecker: null }, effects: [record(c, 'attendance', { rows: (c.input.attendance ?? []) as unknown as Json, hand: c.actor.account })] }),
  },
  strike: {
    zh: '撤销误登的签到', en: 'Take back a slip of the sign-in table', from: ['voting', 'counting'], basis: ['25.1'], by: theCommittee, asks: ['number', 'strikeWhy', 'bookSheet?'],
    causes: words('留痕；手机已投票的不能撤销。计票时撤销的，附签到册照片', 'It leaves its trace; a vote cast by phone can’t be taken back. While it is counted, with the photo of the book'),
    only: bookOpen,
    then: c => (c.matter.stage === 'counting' && (c.input.bookSheet ?? []).length === 0 ? fault('bookSheet', '计票时撤销的，须附签到册照片', 'While it is counted, the photo of the book is needed') : { set: { bookChecker: null }, effects: [record(c, 'attendance-strike', { number: c.input.number ?? 0, why: c.input.strikeWhy ?? '', hand: c.actor.account })] }),
  },
  contestLine: {
    zh: '对本人的签到提出异议', en: 'Contest one’s own line', from: ['voting', 'counting'], basis: ['25.3'], by: [anyResident], asks: ['number', 'lineWrong'], needs: ['ownLine'],
    causes: words('没有参加却被登记的提出；由计票人核对，答复前不宣布结果', 'For who was marked as present and was not; a counter looks at it, and no result is declared before'),
    then: c => {
      const { number = 0 } = c.input
      if (c.needs.ownLine !== true) return fault('number', '不是本人可以投票的序号，或者签到册上没有登记', 'That is no number of yours, or it is not in the attendance book')
      const { linesContested = [] } = c.matter.facts
      return {
        set: { linesContested: linesContested.some(one => one.number === number) ? [...linesContested] : [...linesContested, { number }] }, parties: [{ role: 'objector', account: c.actor.account }],
        effects: [toCommittee(c.matter, '有人对本人的签到提出异议，请计票人核对', 'Somebody contests their line of the attendance book: a counter is to look'), toSupervisors(c.matter, '有人对本人的签到提出异议，请核对', 'Somebody contests their line of the attendance book')],
      }
    },
  },
  answerLine: {
    zh: '核对有异议的签到', en: 'Answer a contested line', from: ['voting', 'counting'], basis: ['25.3'], by: counting, asks: ['number', 'lineAnswer', 'lineNote'],
    causes: words('没有参加的，这一行撤销', 'Who did not take part is taken off the book'),
    only: c => askedToCount(c) ?? ((c.matter.facts.linesContested ?? []).length > 0 ? undefined : refuse('nothing-open', words('没有待核对的签到', 'No line is contested'))),
    then: c => {
      const { number = 0, lineAnswer, lineNote = '' } = c.input
      const { linesContested = [] } = c.matter.facts
      if (!linesContested.some(one => one.number === number)) return fault('number', '这一行没有异议', 'Nobody contests that line')
      return {
        set: { linesContested: linesContested.filter(one => one.number !== number) },
        effects: [...(lineAnswer === 'struck' ? [record(c, 'attendance-strike', { number, why: lineNote })] : []), { do: 'notify', to: { party: 'objector' }, words: words('您对签到的异议已核对', 'Your line of the attendance book was looked at') }],
      }
    },
  },
  checkBook: {
    zh: '核对签到册', en: 'Check the attendance book', from: ['counting'], basis: ['25.1'], by: counting, asks: [],
    causes: words('由一名计票人对照签名页核对到会登记；登记到会的人不能自己核对', 'One of the counters holds the entries against the signed pages; whoever entered them does not'),
    only: askedToCount,
    then: c => ({ set: { bookChecker: c.actor.account }, effects: [record(c, 'book-check', { account: c.actor.account })] }),
  },
} as const satisfies Readonly<Record<string, DeliberationStep>>
