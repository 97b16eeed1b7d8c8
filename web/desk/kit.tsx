import { Button, Input } from 'antd'
import type { ButtonProps, Kit, TextProps } from '../parts/safety/kit.ts'

const Text = ({ id, label, hint, value, set, complete, secret, digits }: TextProps) => {
  const given = {
    id, value, autoComplete: complete, required: true, maxLength: 200, onChange: (event: { readonly target: { readonly value: string } }) => set(event.target.value),
    ...(hint !== undefined && { 'aria-describedby': `${id}-hint` }),
  }
  return (
    <div className="kit-field">
      <label htmlFor={id}>{label}</label>
      {secret ? <Input.Password {...given} /> : <Input {...given} {...(digits && { inputMode: 'numeric' as const })} />}
      {hint !== undefined && <p className="hint" id={`${id}-hint`}>{hint}</p>}
    </div>
  )
}

const Do = ({ children, main, submit, busy = false, disabled = false, click }: ButtonProps) => (
  <Button type={main ? 'primary' : 'default'} htmlType={submit ? 'submit' : 'button'} loading={busy} disabled={disabled} onClick={click}>{children}</Button>
)

/** The desk's controls. */
export const deskKit: Kit = { Text, Button: Do }
