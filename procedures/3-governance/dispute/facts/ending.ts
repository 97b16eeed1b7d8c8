import { words } from '../../../../kernel/words.ts'
import { choice, day, files, office, text, told, whole, yesNo } from '../../../../kernel/facts.ts'
import { tracks } from '../tracks.ts'

export const grades = {
  ordinary: { zh: '一般', en: 'Ordinary' },
  hard: { zh: '疑难', en: 'Hard' },
  major: { zh: '重大', en: 'Major' },
} as const

export const courseResults = {
  granted: { zh: '支持', en: 'Granted' },
  partly: { zh: '部分支持', en: 'Granted in part' },
  refused: { zh: '不支持', en: 'Refused' },
  settled: { zh: '在该机构调解、和解', en: 'Settled before that body' },
} as const

export const confirmations = {
  asked: { zh: '已共同申请', en: 'Asked for together' },
  accepted: { zh: '法院已受理', en: 'The court took it up' },
  confirmed: { zh: '裁定有效', en: 'Confirmed' },
  rejected: { zh: '不予受理或者驳回', en: 'Not taken up, or rejected' },
} as const

export const closings = {
  withdrawn: { zh: '申请人撤回', en: 'Withdrawn' },
  leftToSides: { zh: '当事人自行寻求其他途径', en: 'The sides go their own way' },
  unreachable: { zh: '联系不上当事人', en: 'A side could not be reached' },
} as const

export const outcomes = {
  performed: { zh: '达成协议并已履行', en: 'Agreed and performed' },
  decided: { zh: '已有裁决、裁判', en: 'Decided' },
  settled: { zh: '自行和解', en: 'Settled between the sides' },
  ...closings,
  abandoned: { zh: '逾期未补正', en: 'Not completed in time' },
} as const

/** The way a dispute takes, what another body decides, performance, the court’s confirmation and the end. */
export const endingFacts = {
  track: choice(tracks, { zh: '化解途径', en: 'Way', class: 'public', basis: ['29.1'], search: 'exact' }),
  body: office({ zh: '办理机构', en: 'Body', class: 'public', search: 'exact' }),
  grade: choice(grades, { zh: '分级', en: 'Grade', class: 'public', search: 'exact' }),
  tried: told({ zh: '走过的途径', en: 'Ways tried', shared: true }),
  waysOpen: told({ zh: '其他途径和期限', en: 'Ways that stay open, and until when', shared: true }),
  silent: yesNo({ zh: '有一方联系不上', en: 'A side is silent' }),
  appliedOn: day({ zh: '申请日期', en: 'Applied on', shared: true }),
  takenUpOn: day({ zh: '受理日期', en: 'Taken up on', shared: true, hint: words('办理机构受理之日；尚未受理的不填，受理后补登', 'The day that body took it up; leave it out until it does, and record it then') }),
  receipt: text({ zh: '受理凭证号', en: 'Receipt', shared: true, max: 80 }),
  courseNote: text({ zh: '办理情况', en: 'Progress', class: 'sensitive', shared: true, min: 2, max: 1000, lines: 2 }),
  courseExtensions: whole({ zh: '办理机构延期次数', en: 'Extensions by the body' }),
  result: choice(courseResults, { zh: '结果', en: 'Result', class: 'public' }),
  resultNote: text({ zh: '结果内容', en: 'What was decided', class: 'sensitive', shared: true, min: 4, max: 2000, lines: 3 }),
  decidedOn: day({ zh: '作出、送达日期', en: 'Decided and served on', shared: true }),
  resultPapers: files({ zh: '文书', en: 'The document', class: 'sensitive', shared: true, max: 6, accept: 'any' }),
  dueNumber: whole({ zh: '履行计划第几项', en: 'Which item of the plan', min: 1, max: 60, rowOf: 'plan', until: 'doneOn' }),
  paidYuan: whole({ zh: '本次付款（只付了一部分的填写）', en: 'Paid this time (where it was not all)', shared: true, min: 1, unit: words('元', 'yuan') }),
  performedOn: day({ zh: '履行日期', en: 'Performed on', shared: true }),
  proof: files({ zh: '履行凭证', en: 'Proof', class: 'sensitive', shared: true, max: 6, accept: 'any' }),
  performedNote: text({ zh: '履行情况', en: 'How it was performed', class: 'sensitive', shared: true, min: 2, max: 500, lines: 2 }),
  visitedOn: day({ zh: '回访日期', en: 'Asked on' }),
  visitNote: text({ zh: '回访记录', en: 'What they said', class: 'sensitive', min: 2, max: 500, lines: 2 }),
  broken: yesNo({ zh: '协议未履行', en: 'The agreement was broken', shared: true }),
  court: office({ zh: '人民法院', en: 'Court', class: 'public' }),
  confirmation: choice(confirmations, { zh: '司法确认', en: 'The court’s confirmation', class: 'public' }),
  rulingNumber: text({ zh: '裁定文号', en: 'Number of the ruling', shared: true, max: 80 }),
  enforcedOn: day({ zh: '申请执行日期', en: 'Enforcement asked for on', shared: true }),
  closing: choice(closings, { zh: '结束方式', en: 'How it ends' }),
  outcome: choice(outcomes, { zh: '结果', en: 'Outcome', class: 'public', search: 'exact' }),
  answerGiven: text({ zh: '给移交单位的答复', en: 'Answer to who handed it over', min: 4, max: 1000, lines: 2 }),
}
