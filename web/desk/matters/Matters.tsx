import { useCallback, useMemo } from 'react'
import type { MatterRow, Me } from '../../../server/wire.ts'
import { useLang } from '../../parts/lang.ts'
import { count } from '../../parts/time.ts'
import { useMatters } from '../../parts/useMatters.ts'
import { useNow } from '../../parts/useNow.ts'
import { actorOf, askedOf } from '../list/asked.ts'
import { FilterBar } from '../list/FilterBar.tsx'
import { LineHead, MatterLine } from '../list/MatterLine.tsx'
import { scopeNames, scopesOf, widestScope } from '../list/scopes.ts'
import { useKeys } from '../list/useKeys.ts'
import { useListFilter } from '../list/useListFilter.ts'
import { VirtualRows } from '../list/VirtualRows.tsx'
import { links } from '../links.ts'
import { NewMatterButton } from '../new/NewMatterButton.tsx'
import { useTextSize } from '../settings/text-size.ts'
import { Empty, Failed, Loading } from '../states.tsx'
import { useWide } from '../useMedia.ts'
import { Views } from '../Views.tsx'

const keyOf = (row: MatterRow): string => row.id

/** Every matter one may see, narrowed as one likes. */
const Matters = ({ me }: { readonly me: Me }) => {
  const { t, say } = useLang()
  const [filter, change] = useListFilter()
  const now = useNow()
  const wide = useWide()
  const size = useTextSize()
  const scope = filter.scope ?? widestScope(me)
  const list = useMatters({ ...filter, scope, limit: 100 }, 30_000)
  const { rows, hasNextPage, isFetchingNextPage, more } = list
  const active = useKeys(useMemo(() => rows.map(() => true), [rows]))
  const actor = useMemo(() => actorOf(me), [me])
  const heightOf = useCallback(() => Math.round(size * (wide ? 3 : 4.4)), [size, wide])
  return (
    <div className={wide ? 'list-page is-wide' : 'list-page'}>
      <div className="page-head">
        <h1>{t('事项', 'Matters')}</h1>
        <p className="counts" role="status">{!list.isPending && <span className="count">{t('已读取', 'Loaded')} <b>{count(rows.length)}{hasNextPage ? '+' : ''}</b></span>}</p>
        <NewMatterButton me={me} />
      </div>
      <Views label={t('事项范围', 'Whose')} views={scopesOf(me).map(name => ({ to: links.matters({ ...filter, scope: name }), name: say(scopeNames[name]), shown: name === scope }))} />
      <FilterBar filter={filter} change={change} full />
      {list.isPending ? <Loading /> : list.isError && rows.length === 0 ? <Failed error={list.error} again={() => void list.refetch()} /> : rows.length === 0
        ? <Empty title={t('没有符合条件的事项', 'No matter matches')}>{filter.q !== undefined && <p>{t('可试试更短的词，或扩大范围。', 'Try fewer characters, or a wider list.')}</p>}</Empty>
        : (
          <>
            {wide && <LineHead />}
            <VirtualRows
              items={rows} keyOf={keyOf} heightOf={heightOf} label={t('事项', 'Matters')} active={active} nearEnd={more}
              draw={(row, index) => <MatterLine row={row} asked={askedOf(row, actor)} now={now} active={index === active} />}
              foot={isFetchingNextPage && <p className="rows-more" role="status">{t('正在读取更多…', 'Loading more…')}</p>}
            />
          </>
        )}
    </div>
  )
}

export default Matters
