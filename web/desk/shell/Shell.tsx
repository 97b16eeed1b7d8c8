import type { ReactNode } from 'react'
import type { Me } from '../../../server/wire.ts'
import { useLang } from '../../parts/lang.ts'
import { Rail } from './Rail.tsx'
import { TopBar } from './TopBar.tsx'

type Props = { readonly me: Me; readonly children: ReactNode }

/** The frame of every page: rail by work, top bar with what is always in the same place, and the page itself. */
export const Shell = ({ me, children }: Props) => {
  const { t } = useLang()
  return (
    <div className="shell">
      <a className="skip" href="#page" onClick={event => { event.preventDefault(); document.getElementById('page')?.focus() }}>{t('跳到正文', 'Skip to the page')}</a>
      <Rail me={me} />
      <TopBar me={me} />
      <main id="page" className="page" tabIndex={-1}>{children}</main>
    </div>
  )
}
