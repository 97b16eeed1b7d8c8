import { useLang } from '../../parts/lang.ts'
import * as paths from '../../parts/paths.ts'
import { share } from '../../parts/time.ts'
import type { TalkYear } from '../../../server/wire/deliberation.ts'

/** A village’s year by its records: what was raised, decided, carried out and answered. */
export const Year = ({ region, year }: { readonly region: string; readonly year: TalkYear }) => {
  const { t } = useLang()
  const rows: readonly (readonly [name: string, figure: string])[] = [
    [t('提出议题', 'Topics raised'), t(`${year.raised} 个，受理 ${year.accepted} 个，不予受理 ${year.declined} 个`, `${year.raised}; ${year.accepted} taken up, ${year.declined} declined`)],
    [t('表决和协商', 'Decided'), t(`通过 ${year.passed}，未通过 ${year.failed}，未达法定人数 ${year.noQuorum}，协商 ${year.talked}`, `${year.passed} passed, ${year.failed} failed, ${year.noQuorum} without quorum, ${year.talked} talked over`)],
    [t('决议任务完成', 'Tasks done'), `${share({ of: year.done, among: year.tasks })}${year.late > 0 ? t(`，逾期过 ${year.late} 项`, `, ${year.late} late`) : ''}`],
    [t('意见提问答复', 'Comments answered'), share({ of: year.answered, among: year.comments })],
    [t('听取意见', 'Hearing rounds'), t(`安排 ${year.rounds} 场，开展 ${year.held} 场，未按期 ${year.missed} 场，意见 ${year.opinions} 条`, `${year.rounds} planned, ${year.held} held, ${year.missed} missed; ${year.opinions} opinions`)],
  ]
  return (
    <section className="stack tight" aria-labelledby="year">
      <h2 id="year">{t(`${year.year} 年汇总`, `The year ${year.year}`)}</h2>
      <dl className="facts card">{rows.map(([name, figure]) => <div key={name} className="facts-row"><dt>{name}</dt><dd>{figure}</dd></div>)}</dl>
      <p className="soft">{t('由办理记录计算。', 'Counted from records.')}</p>
      <p><a href={paths.talkYear(region, year.year, 'html')} target="_blank" rel="noopener">{t('打印汇总（新窗口）', 'Print it (new window)')}</a> · <a href={paths.talkYear(region, year.year, 'docx')} download>{t('下载 Word 文件', 'Word file')}</a></p>
    </section>
  )
}
