import { choice, day, personName, reference, region, rows, text, told, whole, type RowOf } from '../../../kernel/facts.ts'
import { words } from '../../../kernel/words.ts'

export const changes = {
  enter: { zh: '登记新户（可批量导入）', en: 'Enter households' },
  correct: { zh: '更正门牌、人数、网格', en: 'Correct door, size or grid' },
  split: { zh: '分户', en: 'Split one' },
  join: { zh: '并户', en: 'Join some to one' },
  move: { zh: '迁到本县其他村（社区）', en: 'Move to another village of the county' },
  end: { zh: '注销（迁出、无人）', en: 'End (moved away, nobody left)' },
} as const

export type Change = keyof typeof changes

const columns = {
  household: reference('household', { zh: '户编号', en: 'Code' }),
  door: text({ zh: '门牌', en: 'Door', min: 2, max: 80, hint: words('楼、单元、室，或社和门牌号', 'Building, unit and flat, or team and number') }),
  team: text({ zh: '社、楼栋', en: 'Team or building', max: 30 }),
  size: whole({ zh: '人数', en: 'Size', min: 1, max: 99 }),
  grid: region({ zh: '网格', en: 'Grid', levels: ['grid'], hint: words('15 位网格编码', 'The grid’s fifteen digits') }),
  head: personName({ zh: '户主', en: 'Head', class: 'internal' }),
}

export type Row = RowOf<typeof columns>

/** What is known of a change of households. Who is head is for those who may read the roll; nobody’s ethnicity, faith or papers are kept. */
export const facts = {
  change: choice(changes, { zh: '变更方式', en: 'What changes', class: 'public', search: 'exact' }),
  village: region({ zh: '村（社区）', en: 'Village', class: 'public', search: 'exact', levels: ['village'] }),
  to: region({ zh: '迁入村（社区）', en: 'Village moved to', class: 'public', levels: ['village'] }),
  old: reference('household', { zh: '原户编号', en: 'The household of before', hint: words('分户填被分的户，并户填留下的户', 'The one that splits, or the one the others join') }),
  households: rows(columns, {
    zh: '户', en: 'Households', max: 1000, optional: Object.keys(columns) as (keyof typeof columns)[],
    hint: words('新户不填编号，由平台编号；其余填户编号。户主只有可看名册的人能看到；不填民族、信仰、证件号码', 'A new household bears no code and is given one; others are named by theirs. The head is seen by who reads the roll; no ethnicity, faith or number of papers'),
  }),
  since: day({ zh: '自哪天起', en: 'From which day', class: 'public' }),
  about: text({ zh: '事项', en: 'About', class: 'public', max: 60 }),
  reason: text({ zh: '依据或原因', en: 'Grounds', min: 4, max: 500, lines: 2 }),
  affects: told({ zh: '影响预览', en: 'What it touches', class: 'public' }),
  opinion: text({ zh: '意见', en: 'Opinion', min: 2, max: 500, lines: 2 }),
}
