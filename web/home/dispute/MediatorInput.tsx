import type { MediatorChoice } from '../../../server/wire/disputes.ts'
import { useLang } from '../../parts/lang.ts'
import * as paths from '../../parts/paths.ts'
import type { InputProps } from '../../parts/phone/inputs/input.ts'
import { Options } from '../../parts/phone/inputs/Options.tsx'
import { Failed, Waiting } from '../../parts/phone/Trouble.tsx'
import { useAsk } from '../../parts/useAsk.ts'

/** Whom a side may choose: of its own dispute, by what they deal with, speak and serve, and how much they have in hand; nothing of results. */
export const MediatorInput = ({ matter, fact, value, set, fault }: InputProps) => {
  const { t, say } = useLang()
  const found = useAsk(matter === undefined ? undefined : paths.mediatorChoices(matter), { fresh: 30_000 })
  const about = useAbout()
  if (found.isPending) return <Waiting />
  if (found.data === undefined) return <Failed error={found.error} again={() => void found.refetch()} />
  const others = found.data.filter(one => !one.mediates)
  if (others.length === 0) return <p role="status">{t('没有可以选的调解员，由调解组织指定。', 'There is nobody to choose from: the body names somebody.')}</p>
  return (
    <Options
      label={say(fact.label)} fault={fault} hint={t('擅长此类的在前，其次是离得近的、在办少的', 'Whose field it is comes first, then the nearest, then who has the least in hand')}
      options={others.map(one => ({ value: one.account, label: one.name, more: about(one) }))} value={typeof value === 'string' ? value : undefined} choose={set}
    />
  )
}

const useAbout = () => {
  const { t, say } = useLang()
  const and = t('、', ', ')
  return ({ office, place, distance, load, fields, languages }: MediatorChoice): string => [
    office.name,
    `${say(distance)}${t('：', ': ')}${place.name}${t('；', '; ')}${say(load)}`,
    fields.length > 0 ? t(`领域：${fields.map(say).join(and)}`, `Deals with ${fields.map(say).join(and)}`) : '',
    languages.length > 0 ? t(`语言：${languages.map(say).join(and)}`, `Speaks ${languages.map(say).join(and)}`) : '',
  ].filter(line => line !== '').join('\n')
}
