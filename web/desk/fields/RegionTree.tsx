import { Modal } from 'antd'
import { useState } from 'react'
import { ancestor } from '../../../kernel/region.ts'
import type { Me, RegionRef } from '../../../server/wire.ts'
import { useLang } from '../../parts/lang.ts'
import { actingPost, useMe } from '../../parts/me.ts'
import * as paths from '../../parts/paths.ts'
import { useAsk } from '../../parts/useAsk.ts'
import { Failed, Loading } from '../states.tsx'

type Props = { readonly allowed: (region: RegionRef) => boolean; readonly choose: (region: RegionRef) => void; readonly close: () => void; readonly label: string }

/** Where the reader's own tree begins: the city their post or home lies in. */
const rootOf = (me: Me | null | undefined): string | undefined => {
  const own = me && (actingPost(me)?.region.code ?? me.home?.code)
  return own ? ancestor(own, 'city') : undefined
}

/** Columns side by side, one level each, from the city down. */
const RegionTree = ({ allowed, choose, close, label }: Props) => {
  const { t } = useLang()
  const me = useMe()
  const root = rootOf(me.data)
  const [way, setWay] = useState<readonly RegionRef[]>([])
  const last = way.at(-1)
  const columns = [...(root === undefined ? [] : [root]), ...way.map(region => region.code)]
  return (
    <Modal
      open title={label} width={900} onCancel={close} okText={t('选定', 'Choose')} cancelText={t('取消', 'Cancel')}
      okButtonProps={{ disabled: last === undefined || !allowed(last) }} onOk={() => { if (last) choose(last) }}
    >
      <div className="tree">
        {columns.map((parent, depth) => (
          <Column key={parent} parent={parent} chosen={way[depth]?.code} pick={region => setWay([...way.slice(0, depth), region])} take={region => { if (allowed(region)) choose(region) }} />
        ))}
      </div>
      <p className="quiet">{way.length === 0 ? t('从左向右逐级选择', 'From left to right, level by level') : way.map(region => region.name).join(' › ')}{last && !allowed(last) && t('（请再往下选一级）', ' (go one level further)')}</p>
    </Modal>
  )
}

type ColumnProps = { readonly parent: string; readonly chosen: string | undefined; readonly pick: (region: RegionRef) => void; readonly take: (region: RegionRef) => void }

const Column = ({ parent, chosen, pick, take }: ColumnProps) => {
  const found = useAsk(paths.regionsIn(parent), { fresh: 600_000 })
  if (found.isPending) return <div className="tree-column"><Loading /></div>
  if (found.isError) return <div className="tree-column"><Failed error={found.error} again={() => void found.refetch()} /></div>
  if (found.data.length === 0) return null
  return (
    <ul className="tree-column">
      {found.data.map(region => (
        <li key={region.code}>
          <button type="button" aria-pressed={region.code === chosen} onClick={() => pick(region)} onDoubleClick={() => take(region)}>{region.name}</button>
        </li>
      ))}
    </ul>
  )
}

export default RegionTree
