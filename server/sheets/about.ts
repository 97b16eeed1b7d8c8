import { legalDay } from '../../kernel/calendar.ts'
import type { Fact } from '../../kernel/fact.ts'
import { words } from '../../kernel/words.ts'
import type { Procedure } from '../../kernel/procedure.ts'
import type { About } from './export.ts'

type Made = { readonly procedure: Procedure; readonly fact: Fact; readonly number: string; readonly by: string; readonly office?: string | undefined; readonly at: Date }

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' })

/** Where an exported table comes from, who took it out and when. */
export const aboutOf = ({ procedure, fact, number, by, office, at }: Made): About => [
  [words('事项', 'Matter'), `${procedure.title.zh} ${procedure.title.en}`],
  [words('编号', 'Number'), number],
  [words('表格', 'Table'), `${fact.label.zh} ${fact.label.en}`],
  [words('导出人', 'Exported by'), office === undefined ? by : `${by}（${office}）`],
  [words('导出时间', 'Exported at'), `${legalDay(at)} ${clock.format(at)}`],
  [words('说明', 'Note'), '以系统中的记录为准；含个人信息的内容请勿外传。\nThe record in the system is what counts; do not pass on personal data.'],
]
