import type { Fact } from '../../kernel/fact.ts'
import { refuse, type Refusal } from '../../kernel/refusal.ts'
import { words } from '../../kernel/words.ts'

export const unreadableSheet = (): Refusal =>
  refuse('bad-request', words('这个表格读不出来：可能设了密码、已损坏，或内容过多', 'The sheet can’t be read: it may be locked, broken or hold too much'), {
    remedy: words('请用 Excel 或 WPS 打开，另存为不设密码的 .xlsx 后再导入；内容很多时请分几次', 'Open it in Excel or WPS, save it as .xlsx without a password, and import it again; in parts where it is long'),
  })

export const noHead = ({ columns = {} }: Fact): Refusal => {
  const labels = Object.values(columns).map(column => column.label)
  return refuse('bad-request', words('没有找到表头', 'No heads were found'), {
    remedy: words(`前 10 行中须有一行写明列名：${labels.map(one => one.zh).join('、')}。可先下载模板`, `One of the first ten rows must name the columns: ${labels.map(one => one.en).join(', ')}. The template has them`),
  })
}
