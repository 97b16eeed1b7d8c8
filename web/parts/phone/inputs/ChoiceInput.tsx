import { words, type Words } from '../../../../kernel/words.ts'
import { useLang } from '../../lang.ts'
import type { InputProps } from './input.ts'
import { Options } from './Options.tsx'
import { fewest, Picker } from './Picker.tsx'

export const ChoiceInput = ({ fact, optional, value, set, fault }: InputProps) => {
  const { say } = useLang()
  const options = Object.entries(fact.options ?? {}).map(([key, label]) => ({ value: key, label: say(label) }))
  if (options.length > fewest) return <Picker label={say(fact.label)} hint={fact.hint && say(fact.hint)} fault={fault} optional={optional} choices={options} value={typeof value === 'string' ? value : ''} set={chosen => set(chosen === '' ? null : chosen)} />
  return (
    <Options
      label={say(fact.label)} hint={fact.hint && say(fact.hint)} fault={fault} optional={optional} options={options}
      value={typeof value === 'string' ? value : undefined} choose={set}
    />
  )
}

/** What yes and no mean where the bare words leave room for doubt. */
const answers: Readonly<Record<string, { readonly yes: Words; readonly no: Words }>> = {
  verified: { yes: words('属实，已经处理好', 'True, it is settled'), no: words('不属实，还没处理好', 'Not true, it is unsettled') },
}
const plainAnswers = { yes: words('是', 'Yes'), no: words('否', 'No') }

export const YesNoInput = ({ name, fact, optional, value, set, fault }: InputProps) => {
  const { say } = useLang()
  const { yes, no } = answers[name] ?? plainAnswers
  return (
    <Options
      side label={say(fact.label)} hint={fact.hint && say(fact.hint)} fault={fault} optional={optional}
      options={[{ value: true, label: say(yes) }, { value: false, label: say(no) }]}
      value={typeof value === 'boolean' ? value : undefined} choose={set}
    />
  )
}
