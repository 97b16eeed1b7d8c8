import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import type { NamedAccount } from '../../../server/wire.ts'
import { problemOf } from '../../parts/api.ts'
import { useLang } from '../../parts/lang.ts'
import * as paths from '../../parts/paths.ts'
import { pathText } from '../../parts/Place.tsx'
import { useAsk } from '../../parts/useAsk.ts'
import type { FieldProps } from './field-props.ts'
import { textOf } from './value.ts'

const labelOf = ({ name, place }: NamedAccount): string => (place ? `${name} · ${pathText(place)}` : name)

/** Somebody with an account, by the beginning of their name or its pinyin. */
export const NamedAccountField = ({ id, value, change, invalid, describedBy, required, label }: FieldProps) => {
  const { t, say } = useLang()
  const [typed, setTyped] = useState('')
  const [picked, setPicked] = useState<NamedAccount>()
  const asked = useDeferredValue(typed.trim())
  const found = useAsk(asked === '' ? undefined : paths.accountsNamed(asked), { fresh: 30_000, keep: true })
  const listed = asked === '' ? [] : found.data ?? []
  const options = picked && picked.id === value && !listed.some(one => one.id === picked.id) ? [picked, ...listed] : listed
  return (
    <Select
      id={id} className="full" allowClear showSearch={{ filterOption: false, onSearch: setTyped }} loading={found.isFetching} aria-label={label}
      aria-describedby={describedBy} aria-required={required} {...(invalid && { status: 'error' as const })} placeholder={t('输入姓名或拼音', 'Type a name or its pinyin')}
      notFoundContent={found.isError ? say(problemOf(found.error).words) : asked === '' ? t('输入姓名或拼音', 'Type a name or its pinyin') : t('没有找到', 'Nothing found')}
      options={options.map(one => ({ value: one.id, label: labelOf(one) }))} value={textOf(value) || null}
      onChange={(next: string | undefined) => { setPicked(options.find(one => one.id === next)); change(next ?? null) }}
    />
  )
}
