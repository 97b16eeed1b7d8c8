import { useId } from 'react'
import { useLang } from '../../lang.ts'
import { FaultLine } from './Field.tsx'

export type Option<T> = { readonly value: T; readonly label: string; readonly more?: string }

type Props<T> = {
  readonly label: string
  readonly hint?: string | undefined
  readonly fault?: string | undefined
  readonly optional?: boolean
  readonly side?: boolean
  readonly options: readonly Option<T>[]
  readonly value: T | undefined
  readonly choose: (value: T) => void
}

/** One of a few, each a large field of its own. */
export const Options = <T extends string | number | boolean>({ label, hint, fault, optional = false, side = false, options, value, choose }: Props<T>) => {
  const { t } = useLang()
  const id = useId()
  return (
    <fieldset className={fault === undefined ? 'field' : 'field faulty'} {...(fault !== undefined && { 'aria-describedby': `${id}-fault` })}>
      <legend className="label">{label}{optional && <small>{t('可不填', 'optional')}</small>}</legend>
      {hint !== undefined && <span className="hint">{hint}</span>}
      <div className={side ? 'options side' : 'options'}>
        {options.map(option => (
          <label key={String(option.value)} className="option">
            <input type="radio" name={id} checked={value === option.value} onChange={() => choose(option.value)} />
            <span>{option.label}{option.more !== undefined && <small>{option.more}</small>}</span>
          </label>
        ))}
      </div>
      {fault !== undefined && <FaultLine id={id} fault={fault} />}
    </fieldset>
  )
}
