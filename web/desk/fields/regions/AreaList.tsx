import { Checkbox } from 'antd'
import { useState } from 'react'
import type { Level } from '../../../../kernel/region.ts'
import type { RegionRef } from '../../../../server/wire.ts'
import { useLang } from '../../../parts/lang.ts'
import * as paths from '../../../parts/paths.ts'
import { useAsk } from '../../../parts/useAsk.ts'
import { Failed, Loading } from '../../states.tsx'

type Props = {
  readonly area: string
  readonly level: Level
  readonly chosen: ReadonlySet<string>
  readonly add: (codes: readonly string[]) => void
  readonly remove: (codes: readonly string[]) => void
}

/** The places of an area to tick: those of the level that is chosen, or the areas between, each with its own. */
export const AreaList = (props: Props) => {
  const found = useAsk(paths.regionsIn(props.area), { fresh: 600_000 })
  if (found.isPending) return <Loading />
  if (found.isError) return <Failed error={found.error} again={() => void found.refetch()} />
  return (
    <ul className="area-list">
      {found.data.map(region => <li key={region.code}>{region.level === props.level ? <One region={region} {...props} /> : <Between region={region} {...props} />}</li>)}
    </ul>
  )
}

const One = ({ region, chosen, add, remove }: Props & { readonly region: RegionRef }) => (
  <Checkbox checked={chosen.has(region.code)} onChange={event => (event.target.checked ? add : remove)([region.code])}>{region.name}</Checkbox>
)

/** A township within a county: all of it at once, or opened and ticked one by one. */
const Between = ({ region, ...props }: Props & { readonly region: RegionRef }) => {
  const { t } = useLang()
  const [open, setOpen] = useState(false)
  const below = useAsk(paths.regionsBelow(region.code, props.level), { fresh: 600_000 }).data ?? []
  const codes = below.map(one => one.code)
  const n = codes.filter(code => props.chosen.has(code)).length
  return (
    <>
      <span className="area-between">
        <Checkbox disabled={codes.length === 0} checked={n > 0 && n === codes.length} indeterminate={n > 0 && n < codes.length} onChange={event => (event.target.checked ? props.add : props.remove)(codes)}>{region.name}</Checkbox>
        <span className="quiet">{n} / {codes.length}</span>
        <button type="button" className="plain" aria-expanded={open} onClick={() => setOpen(!open)}>{open ? t('收起', 'Fold') : t('逐个勾选', 'One by one')}</button>
      </span>
      {open && <AreaList {...props} area={region.code} />}
    </>
  )
}
