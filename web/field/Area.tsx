import { useState } from 'react'
import type { Me } from '../../server/wire.ts'
import { useLang } from '../parts/lang.ts'
import { Field } from '../parts/phone/inputs/Field.tsx'
import { Page } from '../parts/phone/Page.tsx'
import { Failed, Waiting } from '../parts/phone/Trouble.tsx'
import { useLater } from '../parts/phone/useLater.ts'
import { useMatters } from '../parts/useMatters.ts'
import { MatterLine } from './MatterLine.tsx'
import { workScope } from './place.ts'

/** Every matter of my grid or village, found by number or words; newest first. */
const Area = ({ me }: { readonly me: Me }) => {
  const { t } = useLang()
  const [typed, setTyped] = useState('')
  const sought = useLater(typed.trim(), 400)
  const { rows, more, ...found } = useMatters({ scope: workScope(me), ...(sought !== '' && { q: sought }) })
  return (
    <Page title={t('查找事项', 'Find a matter')}>
      <div className="stack">
        <Field id="area-search" label={t('编号或字词', 'Number or words')}>
          <input id="area-search" className="input" type="search" autoComplete="off" value={typed} onChange={event => setTyped(event.target.value)} />
        </Field>
        {found.isPending && <Waiting />}
        {found.isError && <Failed error={found.error} again={() => void found.refetch()} />}
        {found.isSuccess && rows.length === 0 && <p className="soft">{sought === '' ? t('这里还没有事项。', 'No matters here yet.') : t('没有找到，请换个词。', 'Nothing found; try another word.')}</p>}
        {rows.length > 0 && <ul className="list">{rows.map(row => <li key={row.id}><MatterLine row={row} me={me} unread={false} /></li>)}</ul>}
        {found.hasNextPage && <button type="button" className="button" onClick={more}>{t('取更多', 'More')}</button>}
      </div>
    </Page>
  )
}
export default Area
