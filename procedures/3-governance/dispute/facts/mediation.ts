import { account, choice, day, files, instant, offices, rows, text, whole, yesNo } from '../../../../kernel/facts.ts'
import { words } from '../../../../kernel/words.ts'
import { languages } from '../../mediation-bodies/fields.ts'

export const answers = {
  agrees: { zh: '同意', en: 'Agrees' },
  refuses: { zh: '明确拒绝', en: 'Clearly refuses' },
} as const

const heardWays = {
  inPerson: { zh: '当面', en: 'In person' },
  phone: { zh: '电话', en: 'By phone' },
  paper: { zh: '书面', en: 'In writing' },
  online: { zh: '平台', en: 'On the platform' },
} as const

const attemptWays = {
  phone: { zh: '电话', en: 'Call' },
  message: { zh: '短信', en: 'Text message' },
  visit: { zh: '上门', en: 'Visit' },
  letter: { zh: '信函', en: 'Letter' },
} as const

const choosings = {
  chosen: { zh: '各方共同选定', en: 'Chosen by the sides' },
  offered: { zh: '调解组织指定', en: 'Named by the body' },
} as const

export const verdicts = {
  upheld: { zh: '成立，更换调解员', en: 'Upheld: another mediates' },
  unfounded: { zh: '不成立', en: 'Not upheld' },
} as const

export const formats = {
  together: { zh: '各方在场', en: 'All together' },
  apart: { zh: '分别进行', en: 'Each apart' },
} as const

export const signers = {
  side: { zh: '当事人', en: 'A side' },
  mediator: { zh: '调解员', en: 'The mediator' },
  seal: { zh: '调解组织盖章', en: 'The body’s seal' },
} as const

export const forms = {
  written: { zh: '书面', en: 'Written' },
  oral: { zh: '口头', en: 'Oral' },
} as const

export const performedNow = {
  atOnce: { zh: '当场已履行', en: 'Performed on the spot' },
  later: { zh: '以后履行', en: 'To be performed' },
} as const

/** One thing to be performed by a day; whose it is and how stands in the terms. */
export const dueColumns = {
  dueOn: day({ zh: '履行日期', en: 'Due on' }),
  yuan: whole({ zh: '金额', en: 'Sum', unit: words('元', 'yuan') }),
  paid: whole({ zh: '已付', en: 'Paid so far', unit: words('元', 'yuan') }),
  doneOn: day({ zh: '已履行', en: 'Performed on' }),
}

/** From the sides' consent to what they agreed. What is said to the mediator apart stays with the body that heard it. */
export const mediationFacts = {
  answer: choice(answers, { zh: '是否同意调解', en: 'Mediation' }),
  heardHow: choice(heardWays, { zh: '表态方式', en: 'Heard how' }),
  sheet: files({ zh: '签字材料', en: 'The signed sheet', class: 'sensitive', shared: true, max: 6, accept: 'any', signed: true }),
  attemptWay: choice(attemptWays, { zh: '联系方式', en: 'Tried how' }),
  attemptOn: day({ zh: '联系日期', en: 'Tried on' }),
  attemptNote: text({ zh: '联系情况', en: 'What came of it', class: 'sensitive', min: 2, max: 300 }),
  mediator: account({ zh: '调解员', en: 'Mediator', shared: true }),
  preferred: account({ zh: '选哪一名调解员', en: 'Which mediator', shared: true, of: 'body' }),
  chosenHow: choice(choosings, { zh: '如何产生', en: 'How they came to it', shared: true }),
  challenge: text({ zh: '申请回避的理由', en: 'Why the mediator is challenged', class: 'sensitive', shared: true, min: 4, max: 500, lines: 2 }),
  challenged: yesNo({ zh: '回避申请待决定', en: 'A challenge waits', shared: true }),
  verdict: choice(verdicts, { zh: '对回避申请的决定', en: 'Decision on the challenge', shared: true }),
  joint: offices({ zh: '共同调解单位', en: 'Bodies that mediate along', max: 5 }),
  meetAt: instant({ zh: '调解时间', en: 'Session at', shared: true }),
  meetWhere: text({ zh: '地点或者会议链接', en: 'Room, or link', shared: true, min: 2, max: 200 }),
  format: choice(formats, { zh: '方式', en: 'How', shared: true }),
  heldOn: day({ zh: '调解日期', en: 'Held on', shared: true }),
  minutes: text({ zh: '调解记录', en: 'Minutes', class: 'sensitive', shared: true, min: 4, max: 5000, lines: 6 }),
  apart: text({ zh: '单独谈话记录', en: 'What was said apart', class: 'sensitive', ofOffice: true, max: 3000, lines: 3, hint: words('只有记录的调解组织自己可见', 'For the body that wrote it down alone') }),
  language: choice(languages, { zh: '使用语言', en: 'Language', shared: true }),
  interpreter: text({ zh: '翻译人员', en: 'Interpreter', class: 'sensitive', shared: true, max: 60 }),
  readAloud: yesNo({ zh: '已用当事人懂的语言宣读并确认理解', en: 'Read aloud in a language they know, and understood', shared: true }),
  noticeRead: yesNo({ zh: '已宣读告知书并确认理解', en: 'The notice was read aloud, and understood', shared: true }),
  sessions: whole({ zh: '已调解次数', en: 'Sessions held', class: 'public' }),
  extendUntil: day({ zh: '延长至', en: 'Extended until', shared: true }),
  mediationExtensions: whole({ zh: '已延长次数', en: 'Times extended' }),
  form: choice(forms, { zh: '协议形式', en: 'Form of the agreement', class: 'public' }),
  issues: text({ zh: '争议事项', en: 'What was in dispute', class: 'sensitive', shared: true, min: 4, max: 2000, lines: 3 }),
  terms: text({ zh: '协议内容', en: 'Terms', class: 'sensitive', shared: true, min: 4, max: 5000, lines: 6, hint: words('责任、内容、履行方式和期限', 'Who answers for what, how and when it is performed') }),
  agreedOn: day({ zh: '达成日期', en: 'Agreed on', shared: true }),
  plan: rows(dueColumns, { zh: '履行计划', en: 'What is due when', shared: true, max: 60, optional: ['yuan', 'paid', 'doneOn'] }),
  signer: choice(signers, { zh: '谁签署', en: 'Who signs' }),
  signedOn: day({ zh: '签署日期', en: 'Signed on', shared: true }),
  mediatorSigned: day({ zh: '调解员签名日期', en: 'The mediator signed on', shared: true }),
  sealedOn: day({ zh: '盖章日期', en: 'Sealed on', shared: true }),
  lateToSign: yesNo({ zh: '签署没有按期登记完', en: 'Signatures not recorded in time', shared: true }),
  effectiveOn: day({ zh: '协议生效日期', en: 'Effective on', shared: true }),
  performedNow: choice(performedNow, { zh: '履行情况', en: 'Performance' }),
}
