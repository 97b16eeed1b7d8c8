import type { ButtonProps, Kit, TextProps } from '../safety/kit.ts'
import { described, Field } from './inputs/Field.tsx'

const Text = ({ id, label, hint, value, set, complete, secret, digits }: TextProps) => (
  <Field id={id} label={label} hint={hint}>
    <input
      id={id} className={digits ? 'input digits' : 'input'} type={secret ? 'password' : 'text'} autoComplete={complete} autoCapitalize="none" value={value} maxLength={200}
      {...(digits && { inputMode: 'numeric' as const })} onChange={event => set(event.target.value)} {...described(id, hint, undefined)}
    />
  </Field>
)

const Do = ({ children, main, submit, busy = false, disabled = false, click }: ButtonProps) => (
  <button type={submit ? 'submit' : 'button'} className={main ? 'button main' : 'button'} aria-disabled={busy || disabled} onClick={() => { if (!busy && !disabled) click?.() }}>{children}</button>
)

/** The controls of the phone doors. */
export const phoneKit: Kit = { Text, Button: Do }
