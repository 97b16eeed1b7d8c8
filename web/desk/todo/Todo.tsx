import { Button } from 'antd'
import { useCallback, useEffect, useMemo } from 'react'
import type { Me } from '../../../server/wire.ts'
import { useLang } from '../../parts/lang.ts'
import { count } from '../../parts/time.ts'
import { useMatters } from '../../parts/useMatters.ts'
import { useNow } from '../../parts/useNow.ts'
import { actorOf } from '../list/asked.ts'
import { FilterBar } from '../list/FilterBar.tsx'
import { groupLines, groupNames, type Group, type Line } from '../list/groups.ts'
import { LineHead, MatterLine } from '../list/MatterLine.tsx'
import { firstScope, scopeNames, scopesOf } from '../list/scopes.ts'
import { useKeys } from '../list/useKeys.ts'
import { useListFilter } from '../list/useListFilter.ts'
import { VirtualRows } from '../list/VirtualRows.tsx'
import { links } from '../links.ts'
import { NewMatterButton } from '../new/NewMatterButton.tsx'
import { useTextSize } from '../settings/text-size.ts'
import { Empty, Failed, Loading } from '../states.tsx'
import { useWide } from '../useMedia.ts'
import { Views } from '../Views.tsx'

const pageSize = 100
/** Pages are fetched ahead up to here, so that the groups of an ordinary desk stand complete at once. */
const ahead = 500

const nothing = (): void => undefined

const keyOf = (line: Line): string => (line.kind === 'head' ? line.group : line.row.id)

const Todo = ({ me }: { readonly me: Me }) => {
  const { t, say } = useLang()
  const [filter, change] = useListFilter()
  const now = useNow()
  const wide = useWide()
  const size = useTextSize()
  const scope = filter.scope ?? firstScope(me)
  const list = useMatters({ ...filter, scope, limit: pageSize }, 20_000)
  const { rows, hasNextPage, isFetchingNextPage, more } = list
  const apart = scope !== 'region'
  const settled = !hasNextPage || rows.length >= ahead
  const { lines, counts } = useMemo(() => groupLines(rows, actorOf(me), now, { apart, settled, complete: !hasNextPage }), [rows, me, now, apart, settled, hasNextPage])
  const active = useKeys(useMemo(() => lines.map(line => line.kind === 'row'), [lines]))
  const soon = apart && !settled && !isFetchingNextPage
  useEffect(() => {
    if (soon) more()
  }, [soon, more])
  const draw = (line: Line, index: number) => (line.kind === 'head'
    ? <h2 className={`group group-${line.group}`}>{say(groupNames[line.group])} <span>{count(line.count)}{line.more ? '+' : ''}</span></h2>
    : <MatterLine row={line.row} asked={line.asked} now={now} active={index === active} />)
  const heightOf = useCallback((line: Line): number => Math.round(size * (line.kind === 'head' ? 2.9 : wide ? 3 : 4.4)), [size, wide])
  const narrowed = [filter.procedure, filter.stage, filter.term, filter.due, filter.q].some(value => value !== undefined)
  return (
    <div className={wide ? 'list-page is-wide' : 'list-page'}>
      <div className="page-head">
        <h1>{t('待办', 'To do')}</h1>
        <p className="counts" role="status">
          {(Object.keys(groupNames) as Group[]).filter(name => counts[name] > 0).map(name => (
            <span key={name} className={`count count-${name}`}>{say(groupNames[name])} <b>{count(counts[name])}{hasNextPage && name !== 'late' ? '+' : ''}</b></span>
          ))}
        </p>
        <NewMatterButton me={me} />
      </div>
      <Views label={t('待办范围', 'Whose')} views={scopesOf(me).map(name => ({ to: links.todoOf({ ...filter, scope: name }), name: say(scopeNames[name]), shown: name === scope }))}>
        <span className="keys-hint"><kbd>j</kbd> <kbd>k</kbd> {t('上下移动', 'move')} · <kbd>Enter</kbd> {t('打开', 'open')} · <kbd>/</kbd> {t('搜索', 'search')}</span>
      </Views>
      <FilterBar filter={filter} change={change} />
      {list.isPending ? <Loading /> : list.isError && rows.length === 0 ? <Failed error={list.error} again={() => void list.refetch()} /> : lines.length === 0
        ? <Empty title={narrowed ? t('没有符合条件的事项', 'Nothing matches these filters') : t('没有待办事项，暂无需处理', 'No matters: nothing to do here')}>
            {!narrowed && apart && scopesOf(me).includes('region') && <p><a href={links.matters({ scope: 'region' })}>{t('查看辖区内的全部事项', 'See all matters of the area')}</a></p>}
          </Empty>
        : (
          <>
            {wide && <LineHead />}
            <VirtualRows
              items={lines} keyOf={keyOf} heightOf={heightOf} label={t('待办事项', 'Matters to do')} active={active} nearEnd={apart ? nothing : more}
              draw={draw}
              foot={isFetchingNextPage
                ? <p className="rows-more" role="status">{t('正在读取更多…', 'Loading more…')}</p>
                : apart && settled && hasNextPage && <p className="rows-more"><Button onClick={more}>{t('继续读取', 'Load more')}</Button></p>}
            />
          </>
        )}
    </div>
  )
}

export default Todo
