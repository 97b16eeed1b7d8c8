import { manners } from '../../../procedures/3-governance/commission/facts.ts'
import { useLang } from '../../parts/lang.ts'
import { Fold } from '../../parts/phone/Fold.tsx'
import { described, Field } from '../../parts/phone/inputs/Field.tsx'
import { SelectField } from '../../parts/phone/inputs/SelectField.tsx'
import type { Log } from './log.ts'

type Props = { readonly values: Log; readonly change: (more: Partial<Log>) => void; readonly faultOf: (fact: string) => string | undefined }

const facts = ['manner', 'came', 'wanted', 'minutes'] as const

/** What may be said besides: its form, its days, the time it takes. */
export const More = ({ values, change, faultOf }: Props) => {
  const { t, say } = useLang()
  const input = (fact: 'came' | 'wanted' | 'minutes', label: string, hint: string | undefined) => {
    const id = `outside-${fact}`
    const fault = faultOf(fact)
    return (
      <Field id={id} label={label} hint={hint} optional fault={fault}>
        <input id={id} className="input short" type={fact === 'minutes' ? 'text' : 'date'} {...(fact === 'minutes' && { inputMode: 'numeric' as const })} value={values[fact]} onChange={event => change({ [fact]: event.target.value })} {...described(id, hint, fault)} />
      </Field>
    )
  }
  return (
    <Fold title={t('期限、用时、形式（可不填）', 'When, how long, what form (optional)')} open={facts.some(fact => faultOf(fact) !== undefined)}>
      <div className="stack">
        {input('wanted', t('要求哪天完成', 'Wanted by'), undefined)}
        {input('minutes', t('估计要用多少分钟', 'Minutes it takes'), t('两小时填 120', 'Two hours: 120'))}
        <SelectField label={t('什么形式', 'In what form')} optional fault={faultOf('manner')} value={values.manner} set={manner => change({ manner })} groups={[{ options: Object.entries(manners).map(([value, label]) => ({ value, label: say(label) })) }]} />
        {input('came', t('哪天来的', 'When it came'), t('不填就是今天', 'Today where left empty'))}
      </div>
    </Fold>
  )
}
