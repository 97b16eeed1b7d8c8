import { choice, day, files, matterRef, office, region, text, whole } from '../../../kernel/facts.ts'
import { words } from '../../../kernel/words.ts'
import { manners } from '../commission/facts.ts'

/** How an order reached a community that did not come through the platform. */
export const channels = {
  chat: { zh: '微信、工作群', en: 'Chat group' },
  phone: { zh: '电话', en: 'Phone' },
  paper: { zh: '纸质文件', en: 'Paper' },
  meeting: { zh: '会上布置', en: 'At a meeting' },
  person: { zh: '当面', en: 'In person' },
  app: { zh: '其他系统、应用', en: 'Another system or app' },
} as const

const outcomes = {
  adopted: { zh: '已按程序补办委托', en: 'Brought through the gate as a commission' },
  disowned: { zh: '单位否认', en: 'The office says it was not theirs' },
  unanswered: { zh: '逾期未答复', en: 'Not answered in time' },
  withdrawn: { zh: '村（社区）撤回', en: 'Taken back by the community' },
} as const

/** Minutes in a month of working days and more: nobody is given longer in one order. */
const mostMinutes = 60_000

/**
 * What names who logged it stands in no fact. A screenshot may show by whom it was taken, and is therefore confidential: whoever logged it sees
 * it, anyone else by a grant alone.
 */
export const outsideFacts = {
  village: region({ zh: '村（社区）', en: 'Community', class: 'public', search: 'exact' }),
  photos: files({ zh: '截图、照片', en: 'Screenshots', class: 'confidential', max: 6, hint: words('只有登记人能看；别人须经授权', 'Only you can see them; anyone else needs a grant') }),
  office: office({ zh: '谁要求的', en: 'Who asked', class: 'public', search: 'exact' }),
  asker: text({ zh: '谁要求的（单位不在列表中）', en: 'Who asked (not in the list)', min: 2, max: 60, hint: words('写单位、科室，不写姓名', 'The office; name no person') }),
  what: text({ zh: '要做什么', en: 'What is wanted', min: 2, max: 300, lines: 2, search: 'words', hint: words('被指明的单位能看到这句话；不写个人信息', 'The office named reads it; name no person') }),
  channel: choice(channels, { zh: '怎么来的', en: 'How it came', class: 'public', search: 'exact' }),
  manner: choice(manners, { zh: '什么形式', en: 'In what form', class: 'public', search: 'exact' }),
  came: day({ zh: '哪天来的', en: 'When it came', class: 'public', hint: words('不填就是今天', 'Today where left empty') }),
  wanted: day({ zh: '要求完成的日期', en: 'Wanted by', class: 'public' }),
  minutes: whole({ zh: '估计用时', en: 'Time it takes', class: 'public', min: 1, max: mostMinutes, unit: words('分钟', 'minutes') }),
  commission: matterRef({ zh: '补办的委托', en: 'The commission', class: 'public' }),
  reply: text({ zh: '单位说明', en: 'The office’s word', min: 2, max: 500, lines: 3 }),
  withdrawReason: text({ zh: '撤回原因', en: 'Why it is taken back', min: 2, max: 200, lines: 2 }),
  outcome: choice(outcomes, { zh: '结果', en: 'What came of it', class: 'public', search: 'exact' }),
}
