import type { ReactNode } from 'react'
import type { Brought } from '../../parts/useBrought.ts'
import { go } from '../links.ts'

type Props = { readonly to: string; readonly brought: Brought; readonly className?: string; readonly children: ReactNode }

/** A link to a form, with values that stand in no address; in another tab it opens the same form empty. */
export const BringingLink = ({ to, brought, className, children }: Props) => (
  <a
    href={to} className={className} onClick={event => {
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
      event.preventDefault()
      go(to, brought)
    }}
  >
    {children}
  </a>
)
