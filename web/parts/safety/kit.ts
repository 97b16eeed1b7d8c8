import { createContext, type ComponentType, type ReactNode } from 'react'

/** A line to type in, with its label. `secret`: not shown while typing. */
export type TextProps = {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly set: (value: string) => void
  readonly complete: 'current-password' | 'new-password' | 'one-time-code' | 'off'
  readonly secret?: true
  /** A phone shows its number pad. */
  readonly digits?: true
}

export type ButtonProps = { readonly children: ReactNode; readonly main?: true; readonly submit?: true; readonly busy?: boolean; readonly disabled?: boolean; readonly click?: () => void }

/** The controls of a door, so that what secures an account is written once and looks at home in each. */
export type Kit = { readonly Text: ComponentType<TextProps>; readonly Button: ComponentType<ButtonProps> }

const missing = (): ReactNode => { throw new Error('this door gives no controls') }

export const KitContext = createContext<Kit>({ Text: missing, Button: missing })
