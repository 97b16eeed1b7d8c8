import { account, choice, day, files, matterRef, personName, reference, region, text, told, whole, yesNo } from '../../../kernel/facts.ts'
import { words } from '../../../kernel/words.ts'
import { toldWays } from '../../usual/told-ways.ts'
import { consequences } from '../covenant/clauses.ts'
import { code } from '../lists/columns.ts'

export const directions = {
  keeps: { zh: '遵守（拟奖励）', en: 'Keeps it (to be rewarded)' },
  breaks: { zh: '违反（拟约束）', en: 'Breaks it (to be answered)' },
} as const

/** Kinds of office whose people may evaluate: nobody from outside the village. */
const ofTheVillage = ['committee', 'supervisory'] as const

/** Declared anew in each matter, and never kept as a family tree. */
export const kinships = {
  none: { zh: '我与被评价人不是近亲属，没有利害关系', en: 'I am no kin of this person and have no stake in it' },
  kin: { zh: '我与被评价人是近亲属或者有利害关系', en: 'I am kin of this person, or have a stake in it' },
} as const

const attendances = {
  came: { zh: '本人到场', en: 'They came' },
  sent: { zh: '委托他人到场', en: 'Somebody came for them' },
  absent: { zh: '约定时间未到场', en: 'Nobody came at the time agreed' },
} as const

export const corrections = {
  kept: { zh: '维持不变', en: 'It stays as it is' },
  amended: { zh: '更正内容', en: 'What it says is corrected' },
  removed: { zh: '移出诚信档案', en: 'Removed from the file' },
} as const

/** What an evaluation knows. It never leaves the village (`confined`); what is said of a person is sensitive besides, so that each reading of it stands in the log they can see. */
export const facts = {
  village: region({ zh: '村（社区）', en: 'Village', class: 'public', levels: ['village'] }),
  headline: text({ zh: '评价事项', en: 'Evaluation', max: 100 }),
  clause: code({ zh: '依据公约第几条', en: 'Clause of the covenant', hint: words('奖励或约束的那一条的条号', 'The clause that rewards or answers it') }),
  covenant: matterRef({ zh: '公约版本', en: 'Version of the covenant' }),
  says: text({ zh: '条文', en: 'What the clause says', max: 500 }),
  direction: choice(directions, { zh: '评价', en: 'Evaluation' }),
  happenedOn: day({ zh: '发生日期', en: 'Day it happened' }),
  whom: personName({ zh: '被评价人', en: 'Whom it is about' }),
  door: text({ zh: '住址或门牌', en: 'Door', class: 'sensitive', max: 100, hint: words('同名时分得清是谁', 'To tell apart who bears the same name') }),
  accountOf: text({ zh: '本人的账号', en: 'Account', class: 'sensitive', max: 200 }),
  account: reference('account', { zh: '本人的账号', en: 'Their account', hint: words('没有账号的不选，全部用纸', 'Left out for who has none: all goes on paper') }),
  notThese: yesNo({ zh: '不是本村（社区）这些同名的人', en: 'None of those in the village who bear the name', hint: words('有同名账号而本人没有账号时勾选', 'Where there are accounts of that name and none is theirs') }),
  happened: text({ zh: '事实', en: 'What happened', class: 'sensitive', min: 4, max: 1000, lines: 4 }),
  evidence: files({ zh: '证据', en: 'Evidence', class: 'sensitive', max: 9, accept: 'any' }),
  witness: text({ zh: '证据说明', en: 'What shows it', class: 'sensitive', min: 4, max: 1000, lines: 2, hint: words('谁看到、在哪里有记录；与证据至少有一样', 'Who saw it, where it is recorded; this or papers, one at least') }),
  measure: choice(consequences, { zh: '拟给予', en: 'What is to follow' }),
  terms: text({ zh: '具体内容', en: 'What exactly', class: 'sensitive', max: 300, lines: 2, hint: words('不得超出条文，不得涉及钱款、公共服务和法定待遇', 'Not beyond the clause; no money, public service or statutory benefit') }),
  kinship: choice(kinships, { zh: '亲属关系声明', en: 'Declaration of kinship' }),
  second: account({ zh: '第二名评议人', en: 'Second evaluator', kinds: ofTheVillage, hint: words('村（居）委会成员都是近亲属的，请村（居）务监督委员会成员评议', 'Where all of the committee are kin, a member of the supervisory committee') }),
  secondSays: text({ zh: '第二名评议人的意见', en: 'What the second evaluator finds', class: 'sensitive', min: 2, max: 1000, lines: 3 }),
  secondKinship: choice(kinships, { zh: '第二名评议人的亲属关系声明', en: 'Declaration of the second evaluator' }),
  objectDays: whole({ zh: '提异议的期限', en: 'Time to object', unit: words('天，自告知起', 'days from being told') }),
  toldHow: choice(toldWays, { zh: '告知方式', en: 'How they were told' }),
  toldProof: files({ zh: '签收或见证的照片', en: 'Photo of the signature or the witness’s', class: 'sensitive', max: 3, accept: 'any', signed: true }),
  objection: text({ zh: '本人的异议', en: 'What the person objects', class: 'sensitive', min: 2, max: 2000, lines: 4 }),
  objectionSheet: files({ zh: '本人签字的异议', en: 'The objection they signed', class: 'sensitive', max: 3, accept: 'any', signed: true }),
  heardOn: day({ zh: '听取意见日期', en: 'Heard on' }),
  attended: choice(attendances, { zh: '到场情况', en: 'Who came' }),
  heard: text({ zh: '听取意见记录', en: 'What was said', class: 'sensitive', min: 4, max: 2000, lines: 4 }),
  judge: account({ zh: '听取、决定人', en: 'Who hears and decides', kinds: ['supervisory'] }),
  judgeWhy: text({ zh: '提请理由', en: 'Why', class: 'sensitive', min: 4, max: 300, hint: words('如：村（居）委会成员都是近亲属，或者都参加了评议', 'Such as: all of the committee are kin, or evaluated it') }),
  deciderKinship: choice(kinships, { zh: '决定人的亲属关系声明', en: 'Declaration of who decides' }),
  reasons: text({ zh: '决定理由', en: 'Reasons', class: 'sensitive', min: 4, max: 2000, lines: 3, hint: words('提出异议的，逐点回应', 'Where there was an objection, answer each point') }),
  until: day({ zh: '有效期至', en: 'Counts until' }),
  carriedOut: text({ zh: '奖惩落实情况', en: 'How it was carried out', class: 'sensitive', min: 2, max: 500, lines: 2 }),
  dropWhy: text({ zh: '不作评价的理由', en: 'Why nothing is entered', class: 'sensitive', min: 4, max: 500, lines: 2 }),
  wish: text({ zh: '申请更正或移出的理由', en: 'What is to be corrected, and why', class: 'sensitive', min: 4, max: 1000, lines: 3 }),
  wishSheet: files({ zh: '本人签字的申请', en: 'The request they signed', class: 'sensitive', max: 3, accept: 'any', signed: true }),
  correction: choice(corrections, { zh: '处理结果', en: 'What becomes of it' }),
  corrected: text({ zh: '更正后的事实', en: 'What happened, as corrected', class: 'sensitive', min: 4, max: 1000, lines: 3 }),
  reply: text({ zh: '答复', en: 'Answer', class: 'sensitive', min: 4, max: 1000, lines: 3 }),
  asked: told({ zh: '更正申请', en: 'Request to correct' }),
} as const

export type Facts = typeof facts
