import { useId, useState } from 'react'
import { levels, type Level } from '../../../kernel/region.ts'
import type { RegionRef } from '../../../server/wire.ts'
import { useLang } from '../lang.ts'
import * as paths from '../paths.ts'
import { PlaceLine } from './PlaceLine.tsx'
import { useAsk } from '../useAsk.ts'
import { Icon } from './Icon.tsx'
import { PlaceTree } from './PlaceTree.tsx'
import { useLater } from './useLater.ts'

type Props = {
  readonly label: string
  readonly hint?: string | undefined
  readonly fault?: string | undefined
  readonly optional?: boolean
  readonly place: RegionRef | null
  readonly choose: (place: RegionRef | null) => void
  /** What may be chosen. */
  readonly allowed?: readonly Level[]
}

/** A place found by name, with the full path of each find, or stepped down to through the tree. */
export const PlaceField = ({ label, hint, fault, optional = false, place, choose, allowed = ['village', 'grid'] }: Props) => {
  const { t } = useLang()
  const id = useId()
  return (
    <div className={fault === undefined ? 'field' : 'field faulty'} role="group" aria-labelledby={`${id}-label`}>
      <span className="label" id={`${id}-label`}>{label}{optional && <small>{t('可不填', 'optional')}</small>}</span>
      {hint !== undefined && <span className="hint">{hint}</span>}
      {place
        ? (
          <div className="chosen">
            <PlaceLine region={place} />
            <button type="button" className="button quiet" onClick={() => choose(null)}>{t('换一个', 'Change')}</button>
          </div>
        )
        : <Finder id={id} label={label} allowed={allowed} choose={choose} />}
      {fault !== undefined && <p className="fault"><Icon name="warn" size={1.2} />{fault}</p>}
    </div>
  )
}

type FinderProps = { readonly id: string; readonly label: string; readonly allowed: readonly Level[]; readonly choose: (place: RegionRef) => void }

const Finder = ({ id, label, allowed, choose }: FinderProps) => {
  const { t, say } = useLang()
  const [typed, setTyped] = useState('')
  const [tree, setTree] = useState(false)
  const name = useLater(typed.trim(), 300)
  const found = useAsk(name === '' ? undefined : paths.regionsNamed(name), { fresh: 600_000, keep: true })
  const finds = name === '' ? [] : (found.data ?? []).filter(region => allowed.includes(region.level))
  return (
    <>
      <input
        className="input" id={id} type="search" autoComplete="off" aria-label={label} value={typed} onChange={event => setTyped(event.target.value)}
        placeholder={t('输入村或社区的名字', 'Name of the village or community')}
      />
      <p className="unseen" role="status">{name !== '' && found.data ? t(`找到 ${finds.length} 个`, `${finds.length} found`) : ''}</p>
      {finds.length > 0 && (
        <ul className="finds">
          {finds.slice(0, 12).map(region => (
            <li key={region.code}>
              <button type="button" className="find" onClick={() => choose(region)}><PlaceLine region={region} /><small>{say(levels[region.level])}</small></button>
            </li>
          ))}
        </ul>
      )}
      {finds.length > 12 && <p className="hint">{t(`还有 ${finds.length - 12} 个同名或相近的，请多输几个字，如加上乡镇名`, `${finds.length - 12} more; type more of the name`)}</p>}
      {name !== '' && found.isSuccess && !found.isPlaceholderData && finds.length === 0 && (
        <p className="hint">{t('没有找到。可以换个写法，或逐级选择。', 'Nothing found. Try another spelling, or choose step by step.')}</p>
      )}
      {name !== '' && found.isError && <p className="hint" role="status">{t('现在没有连上，按名字找不了；可以逐级选择。', 'No connection, so names can’t be looked up; choose step by step.')}</p>}
      {tree
        ? <PlaceTree allowed={allowed} choose={choose} />
        : <div><button type="button" className="button quiet" onClick={() => setTree(true)}>{t('按县、乡镇逐级选择', 'Choose by county and township')}</button></div>}
    </>
  )
}
