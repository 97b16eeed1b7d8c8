import type { ReactNode } from 'react'
import { Icon, type IconName } from './Icon.tsx'

export type BannerKind = 'info' | 'late' | 'soon' | 'done'

const icons = { info: 'info', late: 'warn', soon: 'clock', done: 'check' } satisfies Record<BannerKind, IconName>

type Props = { readonly kind?: BannerKind; readonly icon?: IconName; readonly alert?: boolean; readonly children: ReactNode }

/** Something to know before going on. `alert` speaks up at once to screen readers. */
export const Banner = ({ kind = 'info', icon = icons[kind], alert = false, children }: Props) => (
  <div className={`banner ${kind}`} {...(alert && { role: 'alert' })}>
    <Icon name={icon} />
    <div>{children}</div>
  </div>
)
