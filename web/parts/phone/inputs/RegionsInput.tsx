import { useState } from 'react'
import type { Level } from '../../../../kernel/region.ts'
import { useLang } from '../../lang.ts'
import { useRegion } from '../../names.ts'
import * as paths from '../../paths.ts'
import { areasAround, firstPlaces, levelsOf, textsIn } from '../../places.ts'
import { useAsk } from '../../useAsk.ts'
import { PlaceLine } from '../PlaceLine.tsx'
import { PlaceField } from '../PlaceField.tsx'
import type { InputProps } from './input.ts'

const One = ({ code, remove }: { readonly code: string; readonly remove: () => void }) => {
  const { t } = useLang()
  const region = useRegion(code)
  return (
    <li className="chosen">
      {region ? <PlaceLine region={region} /> : <span>{code}</span>}
      <button type="button" className="button quiet" aria-label={t(`移除${region?.name ?? code}`, `Remove ${region?.name ?? code}`)} onClick={remove}>{t('移除', 'Remove')}</button>
    </li>
  )
}

const AllOf = ({ area, level, add }: { readonly area: string; readonly level: Level; readonly add: (codes: readonly string[]) => void }) => {
  const { t } = useLang()
  const name = useRegion(area)?.name
  const below = useAsk(paths.regionsBelow(area, level), { fresh: 600_000 }).data
  return below && below.length > 0 && name !== undefined
    ? <button type="button" className="button" onClick={() => add(below.map(region => region.code))}>{t(`${name}全部 ${below.length} 个`, `All ${below.length} of ${name}`)}</button>
    : null
}

/** Several places: each found is added to those chosen, or all of one's township or county at once. */
export const RegionsInput = ({ fact, optional, value, set, fault, region }: InputProps) => {
  const { t, say } = useLang()
  const [all, setAll] = useState(false)
  const allowed = levelsOf(fact)
  const level = allowed[0] ?? 'village'
  const chosen = textsIn(value)
  const put = (codes: readonly string[]): void => set(codes.length > 0 ? codes : null)
  const add = (codes: readonly string[]): void => put([...new Set([...chosen, ...codes])].sort())
  return (
    <div className="stack tight">
      <PlaceField label={say(fact.label)} hint={fact.hint && say(fact.hint)} fault={fault} optional={optional} allowed={allowed} place={null} choose={place => { if (place) add([place.code]) }} />
      <div className="buttons">{areasAround(region, level).map(area => <AllOf key={area} area={area} level={level} add={add} />)}</div>
      {chosen.length > 0 && (
        <>
          <p role="status"><b>{t(`已选 ${chosen.length} 个`, `${chosen.length} chosen`)}</b></p>
          <ul className="stack tight">{(all ? chosen : chosen.slice(0, firstPlaces)).map(code => <One key={code} code={code} remove={() => put(chosen.filter(one => one !== code))} />)}</ul>
          {chosen.length > firstPlaces && <button type="button" className="button quiet" aria-expanded={all} onClick={() => setAll(!all)}>{all ? t('收起', 'Fold') : t(`显示其余 ${chosen.length - firstPlaces} 个`, `Show the other ${chosen.length - firstPlaces}`)}</button>}
          {chosen.length > 1 && <button type="button" className="button quiet" onClick={() => put([])}>{t('全部移除', 'Remove all')}</button>}
        </>
      )}
    </div>
  )
}
