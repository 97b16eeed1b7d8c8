import type { Level } from '../../../../kernel/region.ts'
import { levels } from '../../../../kernel/region.ts'
import { useLang } from '../../lang.ts'
import { useRegion } from '../../names.ts'
import { PlaceField } from '../PlaceField.tsx'
import type { InputProps } from './input.ts'

const One = ({ code, remove }: { readonly code: string; readonly remove: () => void }) => {
  const { t } = useLang()
  const name = useRegion(code)?.name ?? code
  return <button type="button" className="button" onClick={remove}>{name} · {t('移除', 'remove')}</button>
}

const textsIn = (value: unknown): readonly string[] => (Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [])

/** Several places: each found is added to those chosen. */
export const RegionsInput = ({ fact, optional, value, set, fault }: InputProps) => {
  const { say } = useLang()
  const chosen = textsIn(value)
  const allowed = textsIn(fact.schema['x-levels']).filter((one): one is Level => Object.hasOwn(levels, one))
  return (
    <div className="stack tight">
      {chosen.map(code => <One key={code} code={code} remove={() => set(chosen.filter(one => one !== code))} />)}
      <PlaceField
        label={say(fact.label)} hint={fact.hint && say(fact.hint)} fault={fault} optional={optional} allowed={allowed}
        place={null} choose={place => { if (place) set([...new Set([...chosen, place.code])]) }}
      />
    </div>
  )
}
