import { legalDay } from '../../kernel/calendar.ts'
import { rows, text } from '../../kernel/facts.ts'
import { words, type JsonObject } from '../../kernel/words.ts'
import { yuan } from '../../procedures/2-foundations/grid-worker/subsidy-items.ts'
import { sheetOf } from '../sheets/export.ts'
import type { PaymentList } from '../wire/disputes.ts'

const plain = (zh: string, en: string, max = 60) => text({ zh, en, class: 'public', min: 0, max })

const columns = {
  number: plain('补贴编号', 'Claim', 20), dispute: plain('案件编号', 'Case', 20), office: plain('调解组织', 'Body'), mediator: plain('调解员', 'Mediator'), kind: plain('类别', 'Class', 20),
  yuan: plain('金额（元）', 'Yuan', 14), paidOn: plain('发放日期', 'Paid on', 14), voucher: plain('凭证号', 'Voucher'),
}

const sheet = rows(columns, { zh: '调解补贴发放清单', en: 'Subsidies of mediation to pay', class: 'public', min: 0, max: 10_000, optional: Object.keys(columns) as (keyof typeof columns)[] })

/** What is to be paid as a workbook for finance, marked with what it is of, who made it and when. */
export const paymentSheet = ({ lines, total, month }: PaymentList, { by, place, now }: { readonly by: string; readonly place: string; readonly now: Date }): Promise<Buffer> =>
  sheetOf(sheet, lines.map((line): JsonObject => ({ number: line.number, dispute: line.dispute, office: line.office.name, mediator: line.mediator, kind: line.words.zh, yuan: yuan(line.fen), paidOn: line.paidOn ?? '', voucher: line.voucher ?? '' })), false, [
    [words('内容', 'What'), '人民调解案件补贴发放清单 Subsidies of mediation'], [words('范围', 'Place'), place], [words('发放月份', 'Paid in'), month ?? '待发放 to be paid'],
    [words('合计', 'Total'), `${lines.length} 笔，${yuan(total)} 元`], [words('导出人', 'Made by'), by], [words('导出日期', 'Made on'), legalDay(now)],
  ])
