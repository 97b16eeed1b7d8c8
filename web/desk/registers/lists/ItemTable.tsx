import { itemKinds } from '../../../../kernel/gate.ts'
import type { ListItemView } from '../../../../server/wire.ts'
import { useLang } from '../../../parts/lang.ts'
import { officeKindName, seasonName, workTime } from '../../../parts/lists.ts'
import { More } from './More.tsx'
import { useSome } from './useSome.ts'

/** Items of a version, as many as are asked for. */
export const ItemTable = ({ items, of }: { readonly items: readonly ListItemView[]; readonly of: string }) => {
  const { t, say } = useLang()
  const { rows, left, more } = useSome(items, of)
  return (
    <>
      <div className="table-scroll">
        <table className="plain-table items as-cards" aria-label={t('清单事项', 'Items of the lists')}>
          <thead>
            <tr>
              <th scope="col">{t('编码', 'Code')}</th><th scope="col">{t('事项', 'Item')}</th><th scope="col">{t('责任单位', 'Responsible office')}</th><th scope="col">{t('村（社区）做什么', 'The community’s part')}</th>
              <th scope="col">{t('工作条件', 'Conditions')}</th><th scope="col">{t('时段', 'Season')}</th><th scope="col" className="num">{t('每次工时', 'Work each time')}</th><th scope="col">{t('依据', 'Basis')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(item => {
              const season = seasonName(item)
              return (
                <tr key={item.code}>
                  <td><code>{item.code}</code></td>
                  <td>{item.name}<span className="sub">{say(itemKinds[item.kind])}</span></td>
                  <td data-label={t('责任单位', 'Responsible office')}>{say(officeKindName(item.office))}</td>
                  <td data-label={t('村（社区）做什么', 'The community’s part')}>{item.part}{item.standard !== undefined && <span className="sub">{t('标准：', 'Standard: ')}{item.standard}</span>}</td>
                  <td data-label={t('工作条件', 'Conditions')}>{item.conditions ?? '—'}</td>
                  <td data-label={t('时段', 'Season')}>{season ? say(season) : t('全年', 'All year')}</td>
                  <td className="num" data-label={t('每次工时', 'Work each time')}>{say(workTime(item.minutes))}</td>
                  <td data-label={t('依据', 'Basis')}>{item.basis}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      <More left={left} more={more} />
    </>
  )
}
