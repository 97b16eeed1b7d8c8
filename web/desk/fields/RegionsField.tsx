import { Button, Tag } from 'antd'
import { levels, type Level } from '../../../kernel/region.ts'
import { useLang } from '../../parts/lang.ts'
import { useRegion } from '../../parts/names.ts'
import { pathText } from '../../parts/Place.tsx'
import type { FieldProps } from './field-props.ts'
import { RegionPicker } from './RegionPicker.tsx'
import { textsOf } from './value.ts'

const isLevel = (name: string): name is Level => Object.hasOwn(levels, name)

const One = ({ code, remove }: { readonly code: string; readonly remove: () => void }) => {
  const region = useRegion(code)
  return <Tag closable onClose={event => { event.preventDefault(); remove() }}>{region ? pathText(region) : code}</Tag>
}

/** Several places: each picked is added to those chosen. */
export const RegionsField = ({ id, fact, value, change, label, invalid, describedBy }: FieldProps) => {
  const { t } = useLang()
  const allowed = textsOf(fact.schema['x-levels'] ?? null).filter(isLevel)
  const chosen = textsOf(value)
  const put = (codes: readonly string[]): void => change(codes.length > 0 ? [...codes] : null)
  return (
    <div className="regions">
      {chosen.length > 0 && <p>{chosen.map(code => <One key={code} code={code} remove={() => put(chosen.filter(one => one !== code))} />)}</p>}
      <RegionPicker
        id={id} label={label} value={undefined} choose={region => region !== undefined && put([...new Set([...chosen, region])])} levels={allowed} invalid={invalid} describedBy={describedBy}
        hint={t('输入名称或拼音，逐个加入', 'Type a name or pinyin; each is added')}
      />
      {chosen.length > 1 && <Button type="link" onClick={() => put([])}>{t('全部移除', 'Remove all')}</Button>}
    </div>
  )
}
