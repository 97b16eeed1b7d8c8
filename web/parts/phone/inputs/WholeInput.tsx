import { useId } from 'react'
import { isObject, words, type Words } from '../../../../kernel/words.ts'
import { useLang } from '../../lang.ts'
import type { RowChoice } from '../../rows/row-choices.ts'
import { described, Field } from './Field.tsx'
import { asNumber, asText, type InputProps } from './input.ts'
import { Options } from './Options.tsx'
import { fewest, Picker } from './Picker.tsx'

/** The five grades in words: a number alone does not say which end is good. */
const grades: readonly Words[] = [
  words('很不满意', 'Very dissatisfied'), words('不满意', 'Dissatisfied'), words('一般', 'Neither'), words('满意', 'Satisfied'), words('很满意', 'Very satisfied'),
]

export const WholeInput = (props: InputProps) => {
  if (props.rows) return <RowOf {...props} rows={props.rows} />
  return asNumber(props.fact.schema['minimum']) === 1 && asNumber(props.fact.schema['maximum']) === 5 ? <Grade {...props} /> : <Digits {...props} />
}

/** Which row of a table of the matter: fields one under another, or found in a list where there are many. */
const RowOf = ({ fact, optional, value, set, fault, rows }: InputProps & { readonly rows: readonly RowChoice[] }) => {
  const { say } = useLang()
  const label = say(fact.label)
  if (rows.length <= fewest) return <Options label={label} fault={fault} optional={optional} options={rows} value={asNumber(value)} choose={set} />
  const choices = rows.map(one => ({ value: String(one.value), label: one.label }))
  return <Picker label={label} fault={fault} optional={optional} choices={choices} value={typeof value === 'number' ? String(value) : ''} set={chosen => set(chosen === '' ? null : Number(chosen))} />
}

const Grade = ({ fact, optional, value, set, fault }: InputProps) => {
  const { t, say } = useLang()
  return (
    <Options
      label={say(fact.label)} fault={fault} optional={optional}
      options={grades.map((grade, at) => ({ value: at + 1, label: `${at + 1} ${t('分', at === 0 ? 'point' : 'points')} · ${say(grade)}` })).toReversed()}
      value={asNumber(value)} choose={set}
    />
  )
}

const Digits = ({ fact, optional, value, set, fault }: InputProps) => {
  const { lang, say } = useLang()
  const id = useId()
  const unit = fact.schema['x-unit']
  const hint = fact.hint ? say(fact.hint) : isObject(unit) && typeof unit[lang] === 'string' ? unit[lang] : undefined
  return (
    <Field id={id} label={say(fact.label)} hint={hint} fault={fault} optional={optional}>
      <input
        id={id} className="input short" type="text" inputMode="numeric" required={!optional} value={typeof value === 'number' ? String(value) : asText(value)}
        onChange={event => set(/^\d+$/.test(event.target.value) ? Number(event.target.value) : event.target.value)} {...described(id, hint, fault)}
      />
    </Field>
  )
}
