import { choice, files, instant, matterRef, office, region, text, whole, yesNo } from '../../../kernel/facts.ts'
import { words } from '../../../kernel/words.ts'
import { grades } from './grades.ts'

const answers = {
  coming: { zh: '到场参加', en: 'Coming' },
  notOurs: { zh: '认为不属本单位职责', en: 'Not ours, we think' },
} as const

export const endings = { solved: { zh: '已解决', en: 'Solved' }, remains: { zh: '尚有遗留', en: 'Something remains' } } as const

const noName = words('写岗位，不写姓名，如：养护科负责人', 'The post, not a name, such as: head of road maintenance')

/** What is known of one unit's part in a summons. Posts and times are stated, never tracked. */
export const callFacts = {
  what: text({ zh: '什么事', en: 'What it is about', min: 4, max: 300, lines: 2, search: 'words' }),
  place: region({ zh: '地点', en: 'Place', class: 'public', search: 'exact', levels: ['township', 'village', 'grid'] }),
  spot: text({ zh: '具体位置', en: 'Where exactly', max: 200 }),
  grade: choice(grades, { zh: '等级', en: 'Grade', class: 'public', search: 'exact' }),
  office: office({ zh: '被召集单位', en: 'Who is called', class: 'public', search: 'exact' }),
  unit: text({ zh: '外部单位', en: 'Unit outside', class: 'public', max: 60 }),
  unitPhone: text({ zh: '外部单位值班电话', en: 'Duty line of the unit', max: 20 }),
  caller: office({ zh: '召集单位', en: 'Who called', class: 'public' }),
  summons: matterRef({ zh: '吹哨事项', en: 'The summons' }),
  offHours: yesNo({ zh: '非工作时间发出', en: 'Sent outside office hours', class: 'public' }),
  dutyPhone: text({ zh: '该单位值班电话', en: 'Duty line of the office', max: 20, hint: words('未及时响应时可直接拨打', 'To ring where no answer comes') }),
  answer: choice(answers, { zh: '响应', en: 'Answer', class: 'public' }),
  eta: instant({ zh: '预计到场时间', en: 'Expected there' }),
  whyNot: text({ zh: '不属本单位职责的理由和依据', en: 'Why it is not yours, and on what ground', min: 6, max: 500, lines: 2 }),
  answeredInTime: yesNo({ zh: '按时响应', en: 'Answered in time', class: 'public' }),
  insistReason: text({ zh: '仍须到场的理由', en: 'Why you are needed all the same', min: 4, max: 500, lines: 2 }),
  releaseReason: text({ zh: '不再需要的理由', en: 'Why no longer needed', min: 4, max: 500, lines: 2 }),
  arrivedAt: instant({ zh: '到场时间', en: 'When there', class: 'public' }),
  arrivedPost: text({ zh: '到场人员岗位', en: 'Post of who came', min: 2, max: 60, hint: noName }),
  arrivedInTime: yesNo({ zh: '按时到场', en: 'There in time', class: 'public' }),
  notArrivedReason: text({ zh: '未到场的情况', en: 'Who did not come', min: 4, max: 500, lines: 2 }),
  report: text({ zh: '做了什么', en: 'What was done', min: 6, max: 2000, lines: 4 }),
  evidence: files({ zh: '现场照片、材料', en: 'Photos, papers', max: 9, accept: 'any' }),
  order: text({ zh: '督促意见', en: 'What the county urges', min: 4, max: 500, lines: 2 }),
  ending: choice(endings, { zh: '联合处置结论', en: 'Joint conclusion', class: 'public' }),
  rating: whole({ zh: '评价', en: 'Rating', class: 'public', min: 1, max: 5, unit: { zh: '分', en: 'of 5' } }),
  ratingReason: text({ zh: '评价理由', en: 'Why so rated', min: 4, max: 500, lines: 2, hint: words('低分须说明理由；评价单位，不评价个人', 'Needed for a low one; the office is rated, nobody in it') }),
}

export type CallFacts = typeof callFacts
