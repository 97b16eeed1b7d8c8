import { Select } from 'antd'
import { useSearchParams } from 'wouter'
import { useLang } from '../../../parts/lang.ts'
import * as paths from '../../../parts/paths.ts'
import { count, dayOf } from '../../../parts/time.ts'
import { useAsk } from '../../../parts/useAsk.ts'
import { Empty, Failed, Loading } from '../../states.tsx'

/** 工作量: what each mediator took in a year and what came of it, in absolute figures with what they are out of. Where every one of many was agreed, it is asked how. */
export const Load = ({ place }: { readonly place: string }) => {
  const { t, say } = useLang()
  const [params, setParams] = useSearchParams()
  const thisYear = Number(dayOf(new Date()).slice(0, 4))
  const year = Number(params.get('year') ?? thisYear)
  const found = useAsk(paths.mediatorLoad(place, year), { fresh: 30_000 })
  if (found.isPending) return <Loading />
  if (found.data === undefined) return <Failed error={found.error} again={() => void found.refetch()} />
  const { rows, many, hoursOwed } = found.data
  const of = (n: number, all: number): string => t(`${count(n)} / ${count(all)}`, `${count(n)} of ${count(all)}`)
  return (
    <>
      <div className="filters">
        <Select aria-label={t('年份', 'Year')} value={year} options={Array.from({ length: Math.max(1, thisYear - 2022) }, (_, i) => ({ value: thisYear - i, label: t(`${thisYear - i} 年`, String(thisYear - i)) }))}
          onChange={next => setParams(before => { const all = new URLSearchParams(before); all.set('year', String(next)); return all })} />
      </div>
      <p className="register-note quiet">{t(`只列绝对数，不算、不比成功率。当年调成 ${many} 件以上而没有一件不成的，请问明情况：这是疑问，不是荣誉。`, `Absolute figures: no rate of success is computed or compared. Where ${many} or more were agreed and none failed, ask how: it is a question, not a merit.`)}</p>
      {rows.length === 0 ? <Empty title={t('这里还没有调解员', 'There is no mediator here yet')} /> : (
        <div className="table-scroll">
          <table className="figures stacked">
            <thead><tr>
              <th scope="col">{t('姓名', 'Name')}</th><th scope="col">{t('调解委员会', 'Committee')}</th><th scope="col" className="num">{t('手头', 'In hand')}</th><th scope="col" className="num">{t('当年承办', 'Taken')}</th><th scope="col" className="num">{t('达成协议 / 承办', 'Agreed, of taken')}</th>
              <th scope="col" className="num">{t('未达成 / 承办', 'Failed, of taken')}</th><th scope="col" className="num">{t('已履行 / 达成', 'Kept, of agreed')}</th><th scope="col" className="num">{t('培训课时 / 应训', 'Hours trained, of due')}</th><th scope="col">{t('提示', 'Note')}</th>
            </tr></thead>
            <tbody>{rows.map(row => (
              <tr key={`${row.office.code} ${row.name}`}>
                <th scope="row">{row.name}{row.kind && <span className="quiet"> {say(row.kind)}</span>}</th>
                <td data-label={t('调解委员会', 'Committee')}>{row.office.name}</td>
                <td className="num" data-label={t('手头', 'In hand')}>{count(row.open)}</td>
                <td className="num" data-label={t('当年承办', 'Taken')}>{count(row.took)}{row.gaveUp > 0 && <span className="quiet"> {t(`（${row.gaveUp} 件转出）`, `(${row.gaveUp} passed on)`)}</span>}</td>
                <td className="num" data-label={t('达成协议 / 承办', 'Agreed, of taken')}>{of(row.agreed, row.took)}</td>
                <td className="num" data-label={t('未达成 / 承办', 'Failed, of taken')}>{of(row.failed, row.took)}</td>
                <td className="num" data-label={t('已履行 / 达成', 'Kept, of agreed')}>{of(row.kept, row.agreed)}</td>
                <td className="num" data-label={t('培训课时 / 应训', 'Hours trained, of due')}>{of(row.hours, hoursOwed)}</td>
                <td data-label={t('提示', 'Note')}>{row.ask ? <span className="figure-late">? {t('全部调成，请问明情况', 'All agreed: ask how')}</span> : '—'}</td>
              </tr>
            ))}</tbody>
          </table>
        </div>
      )}
    </>
  )
}
