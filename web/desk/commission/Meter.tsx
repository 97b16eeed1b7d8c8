import { gateRules } from '../../../regulation/rules/gate.ts'
import { countyOf } from '../../../kernel/region.ts'
import { isObject, type Json } from '../../../kernel/words.ts'
import { inHours, loadOf } from '../../../procedures/3-governance/commission/hours.ts'
import { useLang } from '../../parts/lang.ts'
import * as paths from '../../parts/paths.ts'
import { useAsk } from '../../parts/useAsk.ts'

const perField = gateRules.find(rule => rule.name === 'gate.minutes-per-field')?.value ?? 0

const rowsOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value as readonly Json[] : [])

type Props = { readonly valueOf: (fact: string) => Json | undefined; readonly place: string }

/** What it will cost those below, before it is sent: the same sum that the step says and the register keeps. */
export const Meter = ({ valueOf, place }: Props) => {
  const { t, say } = useLang()
  const found = useAsk(paths.workItems(countyOf(place)), { fresh: 600_000 })
  const item = found.data?.find(one => one.code === valueOf('item'))
  const times = valueOf('times')
  const fields = rowsOf(valueOf('fields')).flatMap(row => (isObject(row) && typeof row['name'] === 'string' && row['name'] !== '' ? [{ filled: row['filled'] === true }] : []))
  const metered = { fields, places: rowsOf(valueOf('places')).length, times: typeof times === 'number' ? times : 1, itemMinutes: item?.minutes ?? 0, perField }
  const { asked, each, all } = loadOf(metered)
  return (
    <section className="load-meter" aria-label={t('预计用时', 'Hours it takes')} aria-live="polite">
      <p className="load-meter-figures">
        <span><strong>{say(inHours(each))}</strong> {t('每处', 'each place')}</span>
        <span><strong>{say(inHours(all))}</strong> {t(`${metered.places} 处合计`, `${metered.places} place(s) together`)}</span>
      </p>
      <p className="hint">{t(
        `填报 ${asked} 个字段 × ${perField} 分钟${item ? ` + 清单事项 ${item.minutes} 分钟` : ''}，× ${metered.times} 次 × ${metered.places} 处。下达后向社会公开，计入村（社区）负担。`,
        `${asked} fields × ${perField} min${item ? ` + ${item.minutes} min of the item` : ''}, × ${metered.times} × ${metered.places} places. Published once given, and counted as their burden.`)}
      </p>
    </section>
  )
}
