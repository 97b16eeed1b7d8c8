import type { ReactNode } from 'react'
import { useLang } from '../../lang.ts'
import { Icon } from '../Icon.tsx'

type Props = {
  readonly id: string
  readonly label: string
  readonly hint?: string | undefined
  readonly fault?: string | undefined
  readonly optional?: boolean
  readonly children: ReactNode
}

/** A label, a hint, one control with this `id`, and what is wrong with it. */
export const Field = ({ id, label, hint, fault, optional = false, children }: Props) => {
  const { t } = useLang()
  return (
    <div className={fault === undefined ? 'field' : 'field faulty'}>
      <label className="label" htmlFor={id}>{label}{optional && <small>{t('可不填', 'optional')}</small>}</label>
      {hint !== undefined && <span className="hint" id={`${id}-hint`}>{hint}</span>}
      {children}
      {fault !== undefined && <FaultLine id={id} fault={fault} />}
    </div>
  )
}

export const FaultLine = ({ id, fault }: { readonly id: string; readonly fault: string }) => (
  <p className="fault" id={`${id}-fault`}><Icon name="warn" size={1.2} />{fault}</p>
)

/** What ties a control to its hint and fault for screen readers. */
export const described = (id: string, hint: string | undefined, fault: string | undefined) => ({
  ...((hint !== undefined || fault !== undefined) && {
    'aria-describedby': [hint !== undefined && `${id}-hint`, fault !== undefined && `${id}-fault`].filter(Boolean).join(' '),
  }),
  ...(fault !== undefined && { 'aria-invalid': true as const }),
})
