import { fillOf, hours, standingWords } from '../../parts/burden.ts'
import { useLang } from '../../parts/lang.ts'
import type { BurdenCeiling, BurdenPlace } from '../../../server/wire/burden.ts'

/** A bar towards the ceiling, the figures beside it and where it stands in words: colour alone tells nothing. */
export const Meter = ({ row: { month, standing }, ceiling }: { readonly row: BurdenPlace; readonly ceiling: BurdenCeiling }) => {
  const { say, t } = useLang()
  if (standing === undefined) return <span>{hours(month.minutes)} <span className="quiet">{t('（无上限）', '(no ceiling)')}</span></span>
  return (
    <span className={`meter meter-${standing}`}>
      <span className="meter-line" aria-hidden="true"><span style={{ width: `${fillOf(month.minutes, ceiling.minutes)}%` }} /></span>
      <span className="meter-figure">{hours(month.minutes)} <span className="quiet">/ {hours(ceiling.minutes)}</span></span>
      <span className="meter-word">{standing === 'within' ? '' : say(standingWords[standing])}</span>
    </span>
  )
}
