import { useState } from 'react'
import type { Me } from '../../../server/wire.ts'
import { useLang } from '../../parts/lang.ts'
import { finds } from '../../parts/phone/initials.ts'
import { SelectField } from '../../parts/phone/inputs/SelectField.tsx'
import { useOnline } from '../../parts/phone/online.ts'
import { Failed, WaitingList } from '../../parts/phone/Trouble.tsx'
import { useLater } from '../../parts/phone/useLater.ts'
import { titleOf } from '../../parts/stages.ts'
import { useMatters } from '../../parts/useMatters.ts'
import { MatterLine } from '../MatterLine.tsx'
import type { Held } from '../outbox/held.ts'
import { workScope } from '../place.ts'
import { NotHeld } from './NotHeld.tsx'

/** What a grid worker's matters mostly are. */
const kinds = ['request', 'hazard', 'visit', 'patrol', 'inspection', 'care-need', 'errand'] as const

/** Lines drawn before more are asked for. */
const part = 30

type Props = { readonly me: Me; readonly typed: string; readonly held: Held | undefined }

/** With a signal the server looks through all there is, and this phone beside it, which also knows first letters; without one, this phone alone. */
export const Matters = ({ me, typed, held }: Props) => {
  const { t, say } = useLang()
  const online = useOnline()
  const [kind, setKind] = useState('')
  const [shown, setShown] = useState(part)
  const sought = useLater(typed.trim(), 400)
  const { rows, more, ...found } = useMatters({ scope: workScope(me), ...(kind !== '' && { procedure: kind }), ...(sought !== '' && { q: sought }) })
  const away = !online || found.isError
  const here = (away || sought !== '' ? held?.matters ?? [] : []).filter(one => (kind === '' || one.row.procedure === kind) && finds(away ? typed : sought, one.text)).map(one => one.row)
  const told = new Set(rows.map(row => row.id))
  const all = away ? here : [...rows, ...here.filter(row => !told.has(row.id))]
  const waits = away ? held === undefined : found.isPending
  return (
    <>
      <SelectField label={t('哪一类', 'Of what kind')} optional value={kind} set={setKind} none={t('全部', 'All')} groups={[{ options: kinds.map(one => ({ value: one, label: say(titleOf(one)) })) }]} />
      {away && held && <NotHeld held={held.matters.length} unit={t('件事项', 'matters')} error={online ? found.error : null} />}
      {waits && <WaitingList />}
      {found.isError && online && held?.matters.length === 0 && <Failed error={found.error} again={() => void found.refetch()} />}
      {!waits && all.length === 0 && !(away && held?.matters.length === 0) && <p className="soft" role="status">{sought === '' && kind === '' ? t('这里还没有事项。', 'No matters here yet.') : t('没有找到，请换个词。', 'Nothing found; try another word.')}</p>}
      {all.length > 0 && <ul className="list">{all.slice(0, away ? shown : all.length).map(row => <li key={row.id}><MatterLine row={row} me={me} unread={false} /></li>)}</ul>}
      {away ? all.length > shown && <button type="button" className="button" onClick={() => setShown(shown + part)}>{t(`再显示 ${Math.min(part, all.length - shown)} 件`, `${Math.min(part, all.length - shown)} more`)}</button>
        : found.hasNextPage && <button type="button" className="button" onClick={more}>{t('取更多', 'More')}</button>}
    </>
  )
}
