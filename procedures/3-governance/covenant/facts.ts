import { choice, day, matterRef, region, text, told, yesNo } from '../../../kernel/facts.ts'
import { words } from '../../../kernel/words.ts'
import { clauses } from './clauses.ts'
import { sentBackRows, verdictRows } from './review.ts'

const nobody = words('向社会公开，不要写姓名、电话等个人信息', 'Published: name no person, no phone')

/** What a covenant on its way knows of itself. Public, all of it. */
const reviews = {
  kept: { zh: '继续施行', en: 'It stays as it is' },
  amend: { zh: '需要修订，另行征集建议、表决', en: 'To be amended: proposals are invited, and it is voted on anew' },
  ended: { zh: '会议决定废止', en: 'The assembly ended it' },
} as const

export const facts = {
  village: region({ zh: '村（社区）', en: 'Village', class: 'public', levels: ['village'] }),
  title: text({ zh: '名称', en: 'Name', class: 'public', min: 4, max: 60, search: 'words', hint: words('如“东关社区居民公约”', 'Such as “Covenant of Dongguan”') }),
  invites: text({ zh: '征集什么', en: 'What is asked of residents', class: 'public', min: 4, max: 1000, lines: 3, hint: nobody }),
  clauses,
  reason: text({ zh: '起草或修订说明', en: 'Why it is made or amended', class: 'public', min: 4, max: 2000, lines: 3, hint: nobody }),
  base: matterRef({ zh: '在哪一版上修订', en: 'The version it amends', class: 'public' }),
  changes: told({ zh: '与上一版相比', en: 'Against the version before', class: 'public' }),
  verdicts: verdictRows,
  sentBack: sentBackRows,
  opinion: text({ zh: '审核总体意见', en: 'Opinion on the whole', class: 'public', min: 2, max: 1000, lines: 2, hint: nobody }),
  putToVote: day({ zh: '提请表决日期', en: 'Put to the vote on', class: 'public', ofStage: true }),
  resolution: matterRef({ zh: '表决事项', en: 'The vote', class: 'public' }),
  passedOn: day({ zh: '表决通过日期', en: 'Passed on', class: 'public' }),
  inForceOn: day({ zh: '议定施行日期', en: 'To be in force from', class: 'public' }),
  why: text({ zh: '未通过的原因', en: 'Why it was not adopted', class: 'public', max: 2000, lines: 2 }),
  filedAs: text({ zh: '备案号', en: 'Filed as', class: 'public', min: 2, max: 100 }),
  orderWhy: text({ zh: '责令改正的理由', en: 'Why it is to be corrected', class: 'public', min: 4, max: 1000, lines: 2, hint: nobody }),
  since: day({ zh: '施行日期', en: 'In force from', class: 'public' }),
  version: text({ zh: '版次', en: 'Version', class: 'public', max: 10 }),
  readOut: yesNo({ zh: '已通过广播、上门或会议读给不便阅读的居民听', en: 'Read out to those who do not read', class: 'public' }),
  reviewDue: day({ zh: '届满应评估日期', en: 'To be looked over since', class: 'public' }),
  reviewLate: told({ zh: '逾期未评估', en: 'Not looked over in time', class: 'public' }),
  reviewed: choice(reviews, { zh: '届满评估结果', en: 'What came of looking it over', class: 'public' }),
  reviewMet: day({ zh: '评估会议日期', en: 'Day of the meeting', class: 'public' }),
  reviewSays: text({ zh: '评估会议意见', en: 'What the meeting found', class: 'public', min: 4, max: 2000, lines: 3, hint: nobody }),
  endedBy: matterRef({ zh: '决定废止的决议', en: 'The resolution that ended it', class: 'public' }),
  droppedWhy: text({ zh: '终止理由', en: 'Why it is given up', class: 'public', min: 4, max: 500, lines: 2, hint: nobody }),
} as const

export type Facts = typeof facts
