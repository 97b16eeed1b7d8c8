import { Link } from 'wouter'
import { useLang } from '../parts/lang.ts'
import { Icon } from '../parts/phone/Icon.tsx'
import { waitsForReporter } from '../parts/stages.ts'
import { useMatters } from '../parts/useMatters.ts'

/** How many of one's own matters wait for one's word; nothing where none does. */
export const WaitsForMe = () => {
  const { t } = useLang()
  const { rows } = useMatters({ scope: 'party', limit: 20 })
  const waiting = rows.filter(waitsForReporter).length
  if (waiting === 0) return null
  return (
    <Link href="/matters" className="waiting">
      <Icon name="bell" />
      <b>{t(`有 ${waiting} 件事等您答复`, waiting === 1 ? 'One matter waits for your word' : `${waiting} matters wait for your word`)}</b>
      <Icon name="right" size={1.2} />
    </Link>
  )
}
