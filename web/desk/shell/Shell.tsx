import type { ReactNode } from 'react'
import type { Me } from '../../../server/wire.ts'
import { useLang } from '../../parts/lang.ts'
import { links } from '../links.ts'
import { postName } from './PostSwitch.tsx'
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
      <main id="page" className="page" tabIndex={-1}><Barred me={me} />{children}</main>
    </div>
  )
}

/** Where the post one would act from wants a second factor that this sign-in has not shown: what to do about it, on every page. */
const Barred = ({ me }: { readonly me: Me }) => {
  const { t, say } = useLang()
  const [post] = me.posts.filter(one => one.barred)
  if (!post || me.acting !== undefined) return null
  return (
    <p className="lost">
      {t(`您的岗位“${postName(post, say)}”须有动态验证码才能办理，现在仅以居民身份查看。`, `Your post “${postName(post, say)}” can be acted from only with a second factor; you are here as a resident for now.`)}{' '}
      <a href={links.settings}>{t('前往设置', 'Go to Settings')}</a>
    </p>
  )
}
