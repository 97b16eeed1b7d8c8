import type { ClipboardEvent, KeyboardEvent } from 'react'
import type { Fact } from '../../../../kernel/fact.ts'
import { fromText, toText } from '../../../../kernel/cell.ts'
import type { Json } from '../../../../kernel/words.ts'
import { useLang } from '../../../parts/lang.ts'
import { isLong } from './widths.ts'

type Props = {
  readonly column: Fact
  readonly value: Json | undefined
  readonly set: (value: Json) => void
  /** Judged when it is left. */
  readonly left: () => void
  readonly press: (event: KeyboardEvent) => void
  readonly take: (event: ClipboardEvent) => void
  readonly label: string
  readonly needed: boolean
  readonly describedBy: string | undefined
  /** The list of what a register offers. */
  readonly list?: string | undefined
}

/** One cell: the browser's own control of its kind, small. What is no option or no number stays as it came, for its fault to be seen. */
export const CellInput = ({ column, value, set, left, press, take, label, needed, describedBy, list }: Props) => {
  const { t, lang, say } = useLang()
  const shared = {
    'aria-label': label, onBlur: left, onKeyDown: press, onPaste: take, ...(needed && { 'aria-required': true }),
    ...(describedBy !== undefined && { 'aria-invalid': true, 'aria-describedby': describedBy }),
  }
  const text = toText({ ...column, options: {} }, value, lang)
  if (column.options || column.kind === 'yesNo') {
    const options = column.options ? Object.entries(column.options).map(([code, words]) => [code, say(words)] as const) : [['true', t('是', 'Yes')], ['false', t('否', 'No')]] as const
    const chosen = typeof value === 'boolean' ? String(value) : text
    return (
      <select {...shared} value={chosen} onChange={event => set(column.options ? event.target.value || null : event.target.value === '' ? null : event.target.value === 'true')}>
        <option value="">{' '}</option>
        {chosen !== '' && !options.some(([code]) => code === chosen) && <option value={chosen}>{chosen}</option>}
        {options.map(([code, words]) => <option key={code} value={code}>{words}</option>)}
      </select>
    )
  }
  if (column.kind === 'day' && (text === '' || /^\d{4}-\d{2}-\d{2}$/.test(text))) return <input {...shared} type="date" value={text} onChange={event => set(event.target.value || null)} />
  if (column.kind === 'whole') {
    return <input {...shared} inputMode="numeric" className="num" value={text} onChange={event => set(/^\d{1,15}$/.test(event.target.value) ? Number(event.target.value) : event.target.value || null)} />
  }
  if (isLong(column) && list === undefined) return <textarea {...shared} rows={1} value={text} onChange={event => set(event.target.value || null)} />
  const plain = column.kind === 'text' || column.kind === 'personName' || column.kind === 'phone'
  return <input {...shared} value={text} autoComplete="off" list={list} onChange={event => set(plain ? event.target.value || null : fromText(column, event.target.value))} />
}
