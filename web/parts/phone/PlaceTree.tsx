import { useState } from 'react'
import { parentOf, type Level } from '../../../kernel/region.ts'
import type { RegionRef } from '../../../server/wire.ts'
import { useLang } from '../lang.ts'
import * as paths from '../paths.ts'
import { PlaceLine } from './PlaceLine.tsx'
import { useAsk } from '../useAsk.ts'
import { Failed, Waiting } from './Trouble.tsx'

/** The tree of regions, one level at a time, from the top. */
export const PlaceTree = ({ allowed, choose }: { readonly allowed: readonly Level[]; readonly choose: (place: RegionRef) => void }) => {
  const { t } = useLang()
  const [at, setAt] = useState<readonly RegionRef[]>([])
  const here = at[at.length - 1]
  const children = useAsk(paths.regionsIn(here?.code ?? ''), { fresh: 600_000 })
  const ends = (region: RegionRef): boolean => allowed.includes(region.level) && !(region.level === 'village' && allowed.includes('grid') && !allowed.includes('village'))
  return (
    <div className="stack tight">
      {here && (
        <div className="apart">
          <PlaceLine region={here} />
          <button type="button" className="button quiet" onClick={() => setAt(at.slice(0, -1))}>
            {parentOf(here.code) === undefined ? t('返回', 'Back') : t('回上一级', 'Up one level')}
          </button>
        </div>
      )}
      {children.isPending && <Waiting />}
      {children.isError && <Failed error={children.error} again={() => void children.refetch()} />}
      <ul className="finds">
        {(children.data ?? []).map(region => (
          <li key={region.code}>
            <button type="button" className="find" onClick={() => (ends(region) ? choose(region) : setAt([...at, region]))}>{region.name}{!ends(region) && ' ›'}</button>
          </li>
        ))}
      </ul>
    </div>
  )
}
