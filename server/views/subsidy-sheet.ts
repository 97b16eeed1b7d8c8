import { legalDay } from '../../kernel/calendar.ts'
import { rows, text } from '../../kernel/facts.ts'
import { words, type JsonObject, type Words } from '../../kernel/words.ts'
import { yuan } from '../../procedures/2-foundations/grid-worker/subsidy-items.ts'
import { sheetOf } from '../sheets/export.ts'
import type { SubsidyLedger } from '../wire.ts'

const plain = (zh: string, en: string, max = 60) => text({ zh, en, class: 'public', min: 0, max })

const columns = {
  number: plain('编号', 'Number', 20), place: plain('村（社区）、网格', 'Village, grid'), name: plain('网格员', 'Grid worker'), month: plain('月份', 'Month', 7), stage: plain('状态', 'State', 20), disputed: plain('提出过异议', 'Disputed', 4),
  yuan: plain('已发（元）', 'Paid, yuan', 14), difference: plain('其中补发（元）', 'Of it a difference', 14), paid: plain('登记发放日', 'Paid on', 14),
}

const sheet = rows(columns, { zh: '网格员补贴台账', en: 'Subsidies of grid workers', class: 'public', min: 0, max: 10_000, optional: Object.keys(columns) as (keyof typeof columns)[] })

/** The ledger as a workbook, marked with what it is of, who made it and when. */
export const subsidySheet = (ledger: SubsidyLedger, { by, now, stageOf }: { readonly by: string; readonly now: Date; readonly stageOf: (stage: string) => Words }): Promise<Buffer> =>
  sheetOf(sheet, ledger.rows.map((row): JsonObject => ({
    number: row.number, place: row.place.path.slice(-2).join(' '), name: row.name, month: row.month, stage: stageOf(row.stage).zh, disputed: row.disputed ? '是' : '', yuan: row.fen === undefined ? '' : yuan(row.fen), difference: row.difference === undefined ? '' : yuan(row.difference), paid: row.paid === undefined ? '' : legalDay(new Date(row.paid)),
  })), false, [
    [words('内容', 'What'), '网格员补贴台账 Subsidies of grid workers'], [words('范围', 'Place'), ledger.region.path.join(' › ')], [words('月份', 'Month'), ledger.month ?? '按人 by worker'],
    [words('合计', 'Total'), `${ledger.totals.workers} 人，已发 ${ledger.totals.paid} 笔 ${yuan(ledger.totals.fen)} 元，未发 ${ledger.totals.open} 笔，有异议 ${ledger.totals.disputed} 笔`],
    [words('导出人', 'Made by'), by], [words('导出日期', 'Made on'), legalDay(now)], [words('行数', 'Rows'), ledger.more ? `${ledger.rows.length}（只含前面的 the first only）` : String(ledger.rows.length)],
  ])
