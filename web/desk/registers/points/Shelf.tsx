import type { PointsLedger } from '../../../../server/wire/points.ts'
import { useLang } from '../../../parts/lang.ts'
import { count } from '../../../parts/time.ts'

/** What stands on the shelf. */
export const Shelf = ({ ledger: { stock } }: { readonly ledger: PointsLedger }) => {
  const { t } = useLang()
  return (
    <section aria-labelledby="shelf-title">
      <h2 id="shelf-title">{t('兑换物品库存', 'Stock of rewards')}</h2>
      {stock.length === 0 ? <p className="quiet">{t('还没有入库。', 'Nothing was brought in yet.')}</p> : (
        <div className="table-scroll" tabIndex={0} role="region" aria-label={t('库存', 'Stock')}><table className="plain-table">
          <thead><tr><th scope="col">{t('物品', 'Reward')}</th><th scope="col" className="num">{t('可兑换', 'Left')}</th><th scope="col" className="num">{t('已预留', 'Kept')}</th></tr></thead>
          <tbody>{stock.map(one => <tr key={one.reward}><th scope="row">{one.what} <span className="quiet">{one.reward}</span></th><td className="num">{one.free > 0 ? count(one.free) : <span className="figure-late">{t('! 0 无货', '! 0 none left')}</span>}</td><td className="num">{count(one.reserved)}</td></tr>)}</tbody>
        </table></div>
      )}
    </section>
  )
}
