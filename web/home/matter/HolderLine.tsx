import type { MatterView } from '../../../server/wire.ts'
import { useLang } from '../../parts/lang.ts'
import { Icon } from '../../parts/phone/Icon.tsx'

/** Who has it now: the office, and who in it where somebody has taken it. */
export const HolderLine = ({ matter }: { readonly matter: MatterView }) => {
  const { t } = useLang()
  const { holder, coHandlers } = matter
  if (!holder) return null
  return (
    <p className="beside">
      <Icon name="person" />
      <span>
        {t('现在归 ', 'With ')}<b>{holder.office.name}</b>{holder.name !== undefined && ` · ${holder.name}`}{t(' 办', ' now')}
        {coHandlers.length > 0 && <><br />{t('协办：', 'With the help of ')}{coHandlers.map(office => office.name).join(t('、', ', '))}</>}
      </span>
    </p>
  )
}
