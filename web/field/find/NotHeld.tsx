import { Link } from 'wouter'
import { useLang } from '../../parts/lang.ts'
import { Banner } from '../../parts/phone/Banner.tsx'

type Props = { readonly held: number; readonly unit: string; readonly error: unknown }

/** Without a signal: how much this phone holds to look through, or how it comes to hold something. */
export const NotHeld = ({ held, unit, error }: Props) => {
  const { t } = useLang()
  if (held > 0) return <p className="soft">{error === null ? t('没有信号。', 'No signal. ') : t('没有连上。', 'Not connected. ')}{t(`在本机存的 ${held} ${unit}里查找。`, `Looking through the ${held} ${unit} on this phone.`)}</p>
  return (
    <Banner kind="soon">
      <p>{t('没有信号，这部手机上也还没有存下来。有信号时取一次，以后没有信号也能查。', 'There is no signal, and nothing is held on this phone yet. Fetched once with a signal, it can be looked through without.')} <Link href="/outbox">{t('待发与离线', 'Unsent and offline')}</Link></p>
    </Banner>
  )
}
