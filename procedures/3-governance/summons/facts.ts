import { choice, day, files, matterRef, office, offices, region, rows, text, yesNo } from '../../../kernel/facts.ts'
import { words } from '../../../kernel/words.ts'
import { endings } from './call-facts.ts'
import { grades } from './grades.ts'
import { notSummoned } from './offices.ts'

const news = {
  coming: { zh: '响应，到场参加', en: 'Coming' },
  notOurs: { zh: '认为不属本单位职责', en: 'Says it is not theirs' },
  arrived: { zh: '已到场', en: 'There' },
  notArrived: { zh: '未到场', en: 'Not there' },
  reported: { zh: '已报告', en: 'Reported' },
  released: { zh: '已解除', en: 'Let off' },
} as const

const noName = words('写清问题，不写居民姓名、电话', 'What is wrong; no resident’s name or phone')

const unit = {
  name: text({ zh: '单位名称', en: 'Name', class: 'public', min: 2, max: 60, suggests: 'outside-unit' }),
  phone: text({ zh: '值班电话', en: 'Duty line', min: 3, max: 20 }),
}

const outside = (zh: string, en: string) => rows(unit, { zh, en, max: 5, optional: ['phone'], hint: words('供电、供水、燃气、铁路等县（区）指挥范围以外的单位，由乡镇（街道）联系并记录答复', 'Power, water, gas, railway and others outside the county’s command: the township calls them and records the answer') })

export const facts = {
  what: text({ zh: '什么事', en: 'What it is about', min: 4, max: 300, lines: 2, search: 'words', hint: noName }),
  place: region({ zh: '地点', en: 'Place', class: 'public', search: 'exact', levels: ['township', 'village', 'grid'] }),
  grade: choice(grades, { zh: '等级', en: 'Grade', class: 'public', search: 'exact', hint: words('紧急 1 小时内响应，重要 4 小时内，一般 1 个工作日内（平台默认，可由县（区）调整）', 'Urgent within 1 hour, serious within 4, ordinary within 1 working day (product defaults a county may change)') }),
  offices: offices({ zh: '召集部门', en: 'Departments called', class: 'public', search: 'exact', max: 10, without: notSummoned }),
  spot: text({ zh: '具体位置', en: 'Where exactly', max: 200 }),
  outside: outside('外部单位', 'Units outside'),
  photos: files({ zh: '现场照片', en: 'Photos', max: 6 }),
  about: matterRef({ zh: '关联事项', en: 'The matter it comes from' }),
  caller: office({ zh: '召集单位', en: 'Who called', class: 'public' }),
  more: offices({ zh: '增加召集部门', en: 'More departments', class: 'public', max: 10, without: notSummoned }),
  moreOutside: outside('增加外部单位', 'More units outside'),
  news: choice(news, { zh: '最新进展', en: 'Latest news', class: 'public' }),
  newsOffice: office({ zh: '最新进展的单位', en: 'Latest news from', class: 'public' }),
  newsUnit: text({ zh: '最新进展的外部单位', en: 'Latest news from outside', class: 'public', max: 60 }),
  lead: office({ zh: '牵头单位', en: 'Who leads', class: 'public', search: 'exact' }),
  ending: choice(endings, { zh: '处置结果', en: 'Outcome', class: 'public', search: 'exact' }),
  conclusion: text({ zh: '联合处置结论', en: 'Joint conclusion', min: 10, max: 2000, lines: 4, hint: words('原因、各单位做了什么、效果如何；到场不等于解决', 'Cause, what each did, what came of it; being there is not having solved it') }),
  papers: files({ zh: '结论材料', en: 'Papers', max: 9, accept: 'any' }),
  remains: text({ zh: '遗留什么', en: 'What remains', min: 4, max: 1000, lines: 2 }),
  carriedBy: office({ zh: '由谁继续办理', en: 'Who carries it on', class: 'public' }),
  carriedUntil: day({ zh: '办结期限', en: 'By when', class: 'public' }),
  takeOn: yesNo({ zh: '改由本乡镇（街道）继续办理', en: 'The township carries it on instead', class: 'public' }),
  sendBackReason: text({ zh: '退回理由', en: 'Why it goes back', min: 4, max: 500, lines: 2 }),
  finished: text({ zh: '遗留事项办理情况', en: 'What came of the rest', min: 6, max: 2000, lines: 3 }),
  callOffReason: text({ zh: '取消理由', en: 'Why it is called off', min: 4, max: 500, lines: 2 }),
}

export type SummonsFacts = typeof facts
