import { fillOf, hours, standingWords } from '../../burden.ts'
import { useLang } from '../../lang.ts'
import type { Burden } from '../../../../server/wire/burden.ts'

/** Hours and forms of this month against the ceiling of one community, in words, figures and a bar. */
export const Meter = ({ burden: { ceiling, total } }: { readonly burden: Burden }) => {
  const { t, say } = useLang()
  const { month, standing = 'within' } = total
  const mark = standing === 'over' ? 'tag late' : standing === 'near' ? 'tag soon' : 'tag done'
  return (
    <div className="card">
      <div className="stack tight">
        <p className="apart"><b>{t('本月交办', 'Given this month')}</b><span className={mark}>{say(standingWords[standing])}</span></p>
        <p className="burden-figure"><b>{hours(month.minutes)}</b> {t(`小时，上限 ${hours(ceiling.minutes)} 小时`, `hours of ${hours(ceiling.minutes)}`)}</p>
        <div className={`burden-bar burden-${standing}`} aria-hidden="true"><span style={{ width: `${fillOf(month.minutes, ceiling.minutes)}%` }} /></div>
        <p className="soft">{t(`表格 ${month.forms} 张，上限 ${ceiling.forms} 张`, `${month.forms} forms of ${ceiling.forms}`)}</p>
      </div>
    </div>
  )
}
