import type { Words } from '../../kernel/words.ts'
import type { MatterRow } from '../../server/wire.ts'
import { dayOf, stamp } from './time.ts'
import { useLang } from './lang.ts'

export type DueKind = 'late' | 'today' | 'soon' | 'none'

/** How pressing a deadline is. `soon` is everything after today. */
export const dueKind = (due: MatterRow['due'], now: Date): DueKind =>
  !due ? 'none' : due.late ? 'late' : dayOf(new Date(due.at)) === dayOf(now) ? 'today' : 'soon'

const marks = { late: '!', today: '●', soon: '', none: '' } satisfies Record<DueKind, string>

/** What is left of a deadline in words. Late is said in words and marked by a sign, so that it never hangs on colour alone. */
export const Deadline = ({ due, now, brief = false }: { readonly due: MatterRow['due']; readonly now: Date; /** For a column of a list: provisional dates are marked by ≈ alone. */ readonly brief?: boolean }) => {
  const { t, say } = useLang()
  if (!due) return <span className="due due-none">{t('无时限', 'no time limit')}</span>
  const kind = dueKind(due, now)
  return (
    <span className={`due due-${kind}`} title={`${t('到期', 'Due')} ${stamp(due.at)}`}>
      {marks[kind] !== '' && <span className="due-mark" aria-hidden="true">{marks[kind]}</span>}
      <span>{due.provisional && brief && <ProvisionalSign />}{say(due.words)}</span>
      {due.provisional && !brief && <Provisional />}
    </span>
  )
}

const provisional: Words = { zh: '暂定：次年节假日尚未公布，日期按最早可能计，公布后重新计算', en: 'Provisional: next year’s holidays are not published yet; this is the earliest possible date, reckoned anew when they are' }

/** Said of dates that run into a year whose public holidays are not published yet. */
export const Provisional = () => {
  const { t, say } = useLang()
  return <span className="provisional" title={say(provisional)}>{t('暂定', 'provisional')}</span>
}

const ProvisionalSign = () => {
  const { say } = useLang()
  return <span className="provisional-sign" role="img" aria-label={say(provisional)} title={say(provisional)}>≈ </span>
}
