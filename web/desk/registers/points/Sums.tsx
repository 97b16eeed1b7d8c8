import type { PointsLedger, PointsScheme } from '../../../../server/wire/points.ts'
import { useLang } from '../../../parts/lang.ts'
import { yuan } from '../../../parts/points.ts'
import { count } from '../../../parts/time.ts'
import { links } from '../../links.ts'

/** What the village owes its households in points, what waits, and what that may cost beside the budget. */
export const Sums = ({ ledger, scheme }: { readonly ledger: PointsLedger; readonly scheme: PointsScheme | undefined }) => {
  const { t } = useLang()
  const { liability } = ledger
  const village = ledger.village.code
  return (
    <section aria-labelledby="points-sums">
      <h2 id="points-sums">{t('现在', 'Now')}</h2>
      <div className="table-scroll" tabIndex={0} role="region" aria-label={t('合计', 'Sums')}><table className="plain-table">
        <thead><tr><th scope="col" className="num">{t('未兑换积分', 'Unredeemed')}</th><th scope="col" className="num">{t('公示中', 'Still shown')}</th><th scope="col" className="num">{t('待公示', 'To be shown')}</th><th scope="col" className="num">{t('异议暂缓', 'Held')}</th><th scope="col" className="num">{t('待领取', 'To be collected')}</th><th scope="col" className="num">{t('应补积分', 'Owed')}</th></tr></thead>
        <tbody><tr>
          <td className="num">{count(ledger.outstanding)}</td><td className="num">{count(ledger.coming)}</td>
          <td className="num">{t(`${ledger.waitingLines} 条`, `${ledger.waitingLines} lines`)}</td>
          <td className="num"><a href={links.matters({ procedure: 'points-objection', region: village })}>{t(`${ledger.heldLines} 条`, `${ledger.heldLines} lines`)}</a></td>
          <td className="num"><a href={links.matters({ procedure: 'redemption', region: village })}>{t(`${ledger.reserved} 件`, String(ledger.reserved))}</a></td>
          <td className="num">{count(ledger.owed)}</td>
        </tr></tbody>
      </table></div>
      {scheme && (
        <p className={liability.over ? 'figure-late' : 'quiet'}>
          {liability.over && '! '}
          {t(`未兑换和公示中的积分折合 ${yuan(liability.fen)} 元，今年已发放 ${yuan(liability.spent)} 元，兑换预算 ${yuan(liability.budget)} 元。`, `Points not exchanged yet are reckoned at ${yuan(liability.fen)} yuan, ${yuan(liability.spent)} were handed out this year, of ${yuan(liability.budget)} set aside.`)}
          {liability.over && t('超过预算，请补充预算，或者提议修改办法。', ' That is more than was set aside: add to it, or propose a change of the scheme.')}
        </p>
      )}
    </section>
  )
}
