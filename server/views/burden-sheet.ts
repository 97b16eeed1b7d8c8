import { legalDay } from '../../kernel/calendar.ts'
import { rows, text, whole } from '../../kernel/facts.ts'
import { words, type JsonObject } from '../../kernel/words.ts'
import { sheetOf } from '../sheets/export.ts'
import type { BurdenTask, WorkKind } from '../wire/burden.ts'
import { regionRef, type Names } from './place.ts'

const kindNames: { readonly [K in WorkKind]: string } = { assist: '清单协助', entrust: '委托承担', emergency: '应急', own: '职责内', outside: '平台外' }

const plain = (zh: string, en: string, max = 60) => text({ zh, en, class: 'public', min: 0, max })
const number = (zh: string, en: string) => whole({ zh, en, class: 'public' })

const sheet = rows({
  number: plain('编号', 'Number', 20), community: plain('村（社区）', 'Community'), issuer: plain('派出单位', 'Given by'), kind: plain('性质', 'Ground', 14), manner: plain('形式', 'Form', 14), title: plain('任务', 'Task', 200),
  since: plain('开始', 'From', 14), until: plain('截止', 'Until', 14), minutes: number('预计用时（分钟）', 'Minutes expected'), fields: number('字段数', 'Fields'), promised: number('承诺条件', 'Conditions promised'),
  delivered: number('到位条件', 'Conditions there'), state: plain('现状', 'State', 20),
}, { zh: '任务清单', en: 'Tasks', class: 'public', min: 0, max: 10_000 })

const lineOf = (task: BurdenTask): JsonObject => ({
  number: task.number, community: task.community.path.slice(1).join(' › '), issuer: task.issuer?.name ?? '未指明', kind: kindNames[task.kind], manner: task.manner.zh, title: task.title.zh, since: task.since, until: task.until,
  minutes: task.minutes, fields: task.fields, promised: task.promised, delivered: task.delivered, state: task.state.zh,
})

type Sheet = { readonly region: string; readonly days: readonly [string, string]; readonly now: Date; readonly tasks: readonly BurdenTask[]; readonly cut: boolean }

/** The tasks of a place as a workbook, marked with what it is of and when it was made. */
export const burdenSheet = ({ region, days, now, tasks, cut }: Sheet, names: Names): Promise<Buffer> => sheetOf(sheet, tasks.map(lineOf), false, [
  [words('内容', 'What'), '村（社区）交办任务清单 Tasks given to communities'], [words('范围', 'Place'), regionRef(names, region).path.join(' › ')],
  [words('时段', 'Period'), `${days[0]} 起，${days[1]} 前`], [words('导出日期', 'Made on'), legalDay(now)], [words('行数', 'Rows'), cut ? `${tasks.length}（只含最近的 the newest only）` : String(tasks.length)],
])
