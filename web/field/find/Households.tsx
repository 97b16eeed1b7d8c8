import { useEffect, useState } from 'react'
import type { HouseholdView } from '../../../server/wire.ts'
import { useLang } from '../../parts/lang.ts'
import * as paths from '../../parts/paths.ts'
import { finds } from '../../parts/phone/initials.ts'
import { useOnline } from '../../parts/phone/online.ts'
import { Failed, WaitingList } from '../../parts/phone/Trouble.tsx'
import { usePages } from '../../parts/usePages.ts'
import type { Held } from '../outbox/held.ts'
import { NotHeld } from './NotHeld.tsx'

/** Lines drawn before more are asked for. */
const part = 30

type Props = { readonly community: string; readonly typed: string; readonly held: Held | undefined }

const textOf = ({ address, team = '', people }: HouseholdView) => ({ words: [team], names: [address, ...people.map(one => one.name)] })

/** The households of one's community, for whoever reads the roll by duty. */
export const Households = ({ community, typed, held }: Props) => {
  const { t } = useLang()
  const online = useOnline()
  const [shown, setShown] = useState(part)
  const { rows, more, ...found } = usePages(cursor => paths.people(community, cursor))
  const { hasNextPage, isFetching, isError } = found
  useEffect(() => {
    // Names are looked for among all of them, so all are read.
    if (hasNextPage && !isFetching && !isError) more()
  }, [hasNextPage, isFetching, isError, more])
  const away = !online || (isError && rows.length === 0)
  const told = new Set(rows.map(one => one.id))
  const known = [...rows, ...(away ? held?.households ?? [] : []).filter(one => !told.has(one.id))]
  const all = known.filter(one => finds(typed, textOf(one)))
  const waits = away ? held === undefined : found.isPending
  return (
    <>
      {away && held && <NotHeld held={known.length} unit={t('户', 'households')} error={online ? found.error : null} />}
      {waits && <WaitingList />}
      {isError && online && known.length === 0 && <Failed error={found.error} again={() => void found.refetch()} />}
      {!waits && known.length > 0 && <p className="small soft" role="status">{t(`${all.length} 户`, `${all.length} households`)}</p>}
      {!waits && all.length === 0 && known.length > 0 && <p className="soft">{t('没有找到，请换个词。', 'Nothing found; try another word.')}</p>}
      {!waits && !away && found.isSuccess && known.length === 0 && <p className="soft">{t('名册里还没有住户。', 'The roll has no household yet.')}</p>}
      {all.length > 0 && (
        <ul className="list">
          {all.slice(0, shown).map(one => (
            <li key={one.id}>
              <div className="line">
                <span className="line-title">{one.address}</span>
                <span className="soft">{one.people.map(person => person.name).join('、')}</span>
              </div>
            </li>
          ))}
        </ul>
      )}
      {all.length > shown && <button type="button" className="button" onClick={() => setShown(shown + part)}>{t(`再显示 ${Math.min(part, all.length - shown)} 户`, `${Math.min(part, all.length - shown)} more`)}</button>}
    </>
  )
}
