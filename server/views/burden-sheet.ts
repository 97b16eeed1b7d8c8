import { legalDay } from '../../kernel/calendar.ts'
import type { BurdenTask, WorkKind } from '../wire/burden.ts'
import { regionRef, type Names } from './place.ts'

const kindNames: { readonly [K in WorkKind]: string } = { assist: '协助', entrust: '委托', emergency: '应急', own: '本级职责', outside: '平台外' }

/** A cell of CSV: what spreadsheets would take for a formula is kept from being one. */
const cell = (value: string | number): string => {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

type Sheet = { readonly region: string; readonly days: readonly [string, string]; readonly now: Date; readonly rows: readonly BurdenTask[]; readonly cut: boolean }

/** The tasks of a place as CSV, with a byte order mark so that spreadsheets read the Chinese; its last lines say of what, of when and that it is no person’s record. */
export const burdenSheet = ({ region, days, now, rows, cut }: Sheet, names: Names): string => {
  const { language } = names
  const head = language === 'zh' ? ['编号', '村（社区）', '派出单位', '性质', '形式', '任务', '开始', '截止', '预计用时（分钟）', '字段数', '承诺条件', '到位条件', '状态']
    : ['Number', 'Community', 'Given by', 'Ground', 'Form', 'Task', 'From', 'Until', 'Minutes expected', 'Fields', 'Conditions promised', 'Conditions delivered', 'State']
  const place = regionRef(names, region).path.join(' › ')
  const lines = rows.map(row => [
    row.number, row.community.path.join(' › '), row.issuer?.name ?? (language === 'zh' ? '未指明' : 'not named'), language === 'zh' ? kindNames[row.kind] : row.kind, row.manner[language], row.title[language], row.since, row.until,
    row.minutes, row.fields, row.promised, row.delivered, row.state[language],
  ])
  const mark = language === 'zh' ? [`${place}，${days[0]} 起至 ${days[1]} 前；${legalDay(now)} 导出${cut ? `；只含最近 ${rows.length} 条` : ''}`] : [`${place}, from ${days[0]} until before ${days[1]}; exported ${legalDay(now)}${cut ? `; the newest ${rows.length} only` : ''}`]
  return `\uFEFF${[head, ...lines, [], mark].map(line => line.map(cell).join(',')).join('\r\n')}\r\n`
}
