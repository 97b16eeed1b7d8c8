import { choice, day, files, office, reference, rows, text, whole, yesNo } from '../../../kernel/facts.ts'
import { words } from '../../../kernel/words.ts'

/** What a commission asks for and every task that comes of it carries. All of it is public: who is given what, by whom and with what right, is for everyone to see. */

export const manners = {
  task: { zh: '任务', en: 'Task' },
  form: { zh: '填报表格', en: 'Form to fill in' },
  meeting: { zh: '会议', en: 'Meeting' },
  proof: { zh: '证明、盖章', en: 'Proof or seal' },
  plaque: { zh: '挂牌', en: 'Plaque' },
  app: { zh: '安装使用应用', en: 'App to install and use' },
  survey: { zh: '调查排查', en: 'Survey or screening' },
  other: { zh: '其他', en: 'Other' },
} as const

export const fieldKinds = {
  number: { zh: '数字', en: 'Number' },
  text: { zh: '文字', en: 'Text' },
  date: { zh: '日期', en: 'Date' },
  yesNo: { zh: '是否', en: 'Yes or no' },
  file: { zh: '文件', en: 'File' },
} as const

/** On what ground a community or township has it: owed, taken on freely, at once under an emergency order, or a township's own duty. */
export const grounds = {
  assist: { zh: '协助事项', en: 'Assistance owed' },
  entrust: { zh: '委托事项，自愿承担', en: 'Entrusted, taken on freely' },
  emergency: { zh: '应急任务', en: 'Emergency work' },
  own: { zh: '乡镇（街道）职责', en: 'The township’s own duty' },
} as const

export type Ground = keyof typeof grounds

const nobody = words('向社会公开，不要写姓名、电话等个人信息', 'Published: name no person, no phone')

export const conditionColumns = {
  name: text({ zh: '工作条件', en: 'Condition', class: 'public', max: 40 }),
  what: text({ zh: '提供什么', en: 'What is provided', class: 'public', max: 200 }),
  by: day({ zh: '最迟到位', en: 'There by', class: 'public' }),
}

export const fieldColumns = {
  name: text({ zh: '字段', en: 'Field', class: 'public', max: 40 }),
  kind: choice(fieldKinds, { zh: '类型', en: 'Kind', class: 'public' }),
  filled: yesNo({ zh: '由平台预填', en: 'Filled in by the platform', class: 'public' }),
}

export const askedFacts = {
  title: text({ zh: '任务名称', en: 'Name', class: 'public', max: 60, search: 'words' }),
  what: text({ zh: '要做什么', en: 'What is to be done', class: 'public', max: 1500, lines: 4, hint: nobody }),
  manner: choice(manners, { zh: '形式', en: 'Manner', class: 'public', search: 'exact', hint: words('会议、证明、挂牌、应用也是任务', 'A meeting, a proof, a plaque or an app is work too') }),
  item: reference('work-item', { zh: '引用清单事项', en: 'Item of the list', class: 'public', search: 'exact', basis: ['23.1'], hint: words('协助政府工作事项清单中由本单位负责的事项', 'An item of the county’s list that your office answers for') }),
  itemName: text({ zh: '清单事项', en: 'As the list names it', class: 'public', max: 200 }),
  from: day({ zh: '开始日期', en: 'First day', class: 'public' }),
  until: day({ zh: '结束日期（含当日）', en: 'Last day', class: 'public', hint: words('当日 24 时自动结束，不顺延', 'It ends by itself at the end of that day') }),
  times: whole({ zh: '期间次数', en: 'How often in that time', class: 'public', min: 1, max: 400, unit: words('次', 'times'), hint: words('不填为 1 次；每周一次请按总次数填写', 'Left empty: once. Weekly work counts every week') }),
  conditions: rows(conditionColumns, { zh: '提供的工作条件', en: 'Working conditions provided', class: 'public', min: 0, max: 20, basis: ['23.2'] }),
  fields: rows(fieldColumns, { zh: '要填报的字段', en: 'Fields asked for', class: 'public', min: 0, max: 200, optional: ['filled'], hint: words('平台已有的不得再要，请选“由平台预填”', 'What records hold already can’t be asked for: have the platform fill it in') }),
}

/** What a task carries besides: who gave it, of which commission, on what ground, and the work it makes. */
export const givenFacts = {
  issuer: office({ zh: '发文单位', en: 'Given by', class: 'public', search: 'exact' }),
  ground: choice(grounds, { zh: '性质', en: 'Ground', class: 'public', search: 'exact', basis: ['7.1', '7.2'] }),
  minutes: whole({ zh: '预计用时', en: 'Time expected', class: 'public', unit: words('分钟', 'minutes') }),
}

export const attachments = files({ zh: '附件', en: 'Attachments', class: 'public', accept: 'any', max: 6 })
