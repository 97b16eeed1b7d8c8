import { Link } from 'wouter'
import { useLang } from '../parts/lang.ts'
import { Icon } from '../parts/phone/Icon.tsx'
import { useMatters } from '../parts/useMatters.ts'
import { waitsForMe } from './waits.ts'

/** How many of one's own matters wait for one's word; nothing where none does. */
export const WaitsForMe = () => {
  const { t } = useLang()
  const { rows } = useMatters({ scope: 'party', limit: 20 })
  const waiting = rows.filter(waitsForMe).length
  if (waiting === 0) return null
  return (
    <Link href="/matters" className="waiting">
      <Icon name="bell" />
      <b>{t(`有 ${waiting} 件事等您办`, waiting === 1 ? 'One matter waits for you' : `${waiting} matters wait for you`)}</b>
      <Icon name="right" size={1.2} />
    </Link>
  )
}
