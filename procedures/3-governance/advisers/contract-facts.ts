import { choice, day, files, personName, reference, region, rows, text, yesNo } from '../../../kernel/facts.ts'
import { words } from '../../../kernel/words.ts'

export const firmKinds = { firm: { zh: '律师事务所', en: 'Law firm' }, office: { zh: '基层法律服务所', en: 'Legal service office' } } as const

export const ratings = {
  keeps: { zh: '诚信履约、勤勉尽责', en: 'Keeps the contract and works with care' },
  improve: { zh: '需要改进', en: 'Is to improve' },
  breaks: { zh: '没有履约', en: 'Does not keep the contract' },
} as const

const grounds = {
  breach: { zh: '违约', en: 'Breach' },
  agreed: { zh: '双方协商一致', en: 'By agreement' },
  closed: { zh: '机构停业、撤销', en: 'The firm closed' },
} as const

const published = words('向社会公开', 'Published')

export const facts = {
  village: region({ zh: '村（社区）', en: 'Village', class: 'public', search: 'exact', levels: ['village'] }),
  firm: text({ zh: '法律服务机构', en: 'Firm', class: 'public', min: 4, max: 80, search: 'words' }),
  firmKind: choice(firmKinds, { zh: '机构类型', en: 'Kind of firm', class: 'public', search: 'exact', basis: ['32.1'] }),
  contact: text({ zh: '机构电话', en: 'Phone of the firm', class: 'public', min: 6, max: 20, hint: published }),
  from: day({ zh: '合同起', en: 'From', class: 'public' }),
  until: day({ zh: '合同止', en: 'Until', class: 'public' }),
  terms: text({ zh: '服务内容', en: 'What is done', class: 'public', min: 6, max: 1000, lines: 4, hint: words('每月值守、咨询、审查公约、普法等', 'Days in the village, consultations, review of the covenant, law talks') }),
  villageSigned: day({ zh: '村（社区）签署日期', en: 'Signed by the village on', class: 'public' }),
  firmSigned: day({ zh: '机构签署日期', en: 'Signed by the firm on', class: 'public' }),
  scan: files({ zh: '签署的合同', en: 'The signed contract', accept: 'any', max: 4 }),
  keptAs: text({ zh: '合同编号和存放处', en: 'Number, and where the paper is kept', min: 4, max: 80, hint: words('没有扫描件的填写', 'Where there is no scan') }),
  adviser: reference('account', { zh: '法律顾问', en: 'Adviser', search: 'exact' }),
  adviserName: personName({ zh: '法律顾问姓名', en: 'Name of the adviser', class: 'public' }),
  adviserFrom: day({ zh: '指派日期', en: 'Sent from', class: 'public' }),
  replaced: text({ zh: '更换原因', en: 'Why another', min: 2, max: 300 }),
  clinics: rows({ day: day({ zh: '日期', en: 'Day', class: 'public' }), hours: text({ zh: '时间', en: 'Hours', class: 'public', max: 40 }), spot: text({ zh: '地点', en: 'Where', class: 'public', max: 60 }) }, { zh: '值守安排', en: 'Days in the village', class: 'public', max: 60 }),
  villageRating: choice(ratings, { zh: '村（社区）评价', en: 'The village’s evaluation', class: 'public' }),
  villageNote: text({ zh: '村（社区）评价意见', en: 'What the village says', min: 4, max: 1000, lines: 3 }),
  officeRating: choice(ratings, { zh: '司法所评价', en: 'The justice office’s evaluation', class: 'public' }),
  officeNote: text({ zh: '司法所评价意见', en: 'What the justice office says', min: 4, max: 1000, lines: 3 }),
  evaluatedOn: day({ zh: '最近完成评价', en: 'Last evaluated', class: 'public' }),
  evaluating: yesNo({ zh: '年度评价进行中', en: 'The yearly evaluation is under way', class: 'public', search: 'exact' }),
  answer: text({ zh: '法律顾问说明', en: 'What the adviser says', min: 2, max: 1000, lines: 3 }),
  ground: choice(grounds, { zh: '解除理由', en: 'Why it ends', class: 'public' }),
  reason: text({ zh: '具体情况', en: 'More exactly', min: 4, max: 500, lines: 2 }),
  breach: text({ zh: '哪里违约', en: 'What was breached', min: 6, max: 1000, lines: 3 }),
}

export type ContractFacts = typeof facts
