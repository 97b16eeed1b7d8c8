import type { ReactNode } from 'react'
import { Icon, type IconName } from './Icon.tsx'

type Props = { readonly title: string; readonly icon?: IconName; readonly open?: boolean; readonly bare?: boolean; readonly children: ReactNode }

/** Something kept out of the way until it is asked for. */
export const Fold = ({ title, icon, open = false, bare = false, children }: Props) => (
  <details className={bare ? 'fold bare' : 'fold'} open={open}>
    <summary>
      {icon && <Icon name={icon} />}
      <span>{title}</span>
      <Icon name="down" size={1.2} />
    </summary>
    <div>{children}</div>
  </details>
)
