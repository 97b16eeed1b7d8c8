import { Button, Tag } from 'antd'
import { useState } from 'react'
import { ancestor, levelOf, type Level } from '../../../kernel/region.ts'
import { useLang } from '../../parts/lang.ts'
import { actingPost } from '../../parts/me.ts'
import { useRegion } from '../../parts/names.ts'
import * as paths from '../../parts/paths.ts'
import { pathOf, pathText } from '../../parts/Place.tsx'
import { areasAround, firstPlaces, levelsOf, textsIn } from '../../parts/places.ts'
import { useAsk } from '../../parts/useAsk.ts'
import type { FieldProps } from './field-props.ts'
import { RegionPicker } from './RegionPicker.tsx'
import { AreaList } from './regions/AreaList.tsx'
import { numberIn } from './value.ts'

/** `from`: levels left out of the path, because all that are chosen share them. */
const One = ({ code, from, remove }: { readonly code: string; readonly from: number; readonly remove: () => void }) => {
  const { t } = useLang()
  const region = useRegion(code)
  const name = region ? pathOf(region).slice(from).join(' › ') : code
  return <Tag closable={{ 'aria-label': t(`移除${name}`, `Remove ${name}`) }} title={region && pathText(region)} onClose={event => { event.preventDefault(); remove() }}>{name}</Tag>
}

/** All places of an area at once, where they are not more than may be chosen. */
const AllOf = ({ area, level, most, add }: { readonly area: string; readonly level: Level; readonly most: number; readonly add: (codes: readonly string[]) => void }) => {
  const { t } = useLang()
  const name = useRegion(area)?.name
  const below = useAsk(paths.regionsBelow(area, level), { fresh: 600_000 }).data
  return below && below.length > 0 && below.length <= most && name !== undefined
    ? <Button onClick={() => add(below.map(region => region.code))}>{t(`${name}全部 ${below.length} 个`, `All ${below.length} of ${name}`)}</Button>
    : null
}

const above = ['city', 'county', 'township'] as const

/** Several places: by name one by one, a township's or county's all at once, or ticked in the tree. */
export const RegionsField = ({ id, fact, value, change, label, invalid, describedBy, place, me }: FieldProps) => {
  const { t } = useLang()
  const [all, setAll] = useState(false)
  const [ticking, setTicking] = useState(false)
  const allowed = levelsOf(fact)
  const level = allowed[0] ?? 'village'
  const most = numberIn(fact.schema, 'maxItems') ?? 400
  const chosen = textsIn(value)
  const areas = areasAround(place ?? actingPost(me)?.region.code, level)
  const widest = areas.at(-1)
  const put = (codes: readonly string[]): void => change(codes.length > 0 ? codes : null)
  const add = (codes: readonly string[]): void => put([...new Set([...chosen, ...codes])].sort())
  const remove = (codes: readonly string[]): void => put(chosen.filter(code => !codes.includes(code)))
  const shared = above.filter(one => chosen.every(code => levelOf(code) !== one) && new Set(chosen.map(code => ancestor(code, one))).size === 1).length
  return (
    <div className="regions">
      <RegionPicker
        id={id} label={label} value={undefined} choose={region => region !== undefined && add([region])} levels={allowed} invalid={invalid || chosen.length > most} describedBy={describedBy}
        hint={t('输入名称或拼音，逐个加入', 'Type a name or pinyin; each is added')}
      />
      <div className="regions-quick">
        {areas.map(area => <AllOf key={area} area={area} level={level} most={most} add={add} />)}
        {widest !== undefined && <Button aria-expanded={ticking} onClick={() => setTicking(!ticking)}>{ticking ? t('收起名单', 'Close the list') : t('在名单中勾选', 'Tick in a list')}</Button>}
      </div>
      {ticking && widest !== undefined && <div className="regions-tick"><AreaList area={widest} level={level} chosen={new Set(chosen)} add={add} remove={remove} /></div>}
      {chosen.length > 0 && (
        <>
          <p className="regions-count" role="status">
            <strong>{t(`已选 ${chosen.length} 个`, `${chosen.length} chosen`)}</strong>
            {chosen.length > most && <span className="fault">{t(`最多 ${most} 个，请移除 ${chosen.length - most} 个`, `At most ${most}: remove ${chosen.length - most}`)}</span>}
            <button type="button" className="plain" onClick={() => put([])}>{t('全部移除', 'Remove all')}</button>
          </p>
          <p className="regions-chosen">
            {(all ? chosen : chosen.slice(0, firstPlaces)).map(code => <One key={code} code={code} from={shared} remove={() => remove([code])} />)}
            {chosen.length > firstPlaces && <button type="button" className="plain" aria-expanded={all} onClick={() => setAll(!all)}>{all ? t('收起', 'Fold') : t(`显示其余 ${chosen.length - firstPlaces} 个`, `Show the other ${chosen.length - firstPlaces}`)}</button>}
          </p>
        </>
      )}
    </div>
  )
}
