import { Input } from 'antd'
import { useState } from 'react'
import type { SimilarRow } from '../../../server/wire.ts'
import { useLang } from '../../parts/lang.ts'
import * as paths from '../../parts/paths.ts'
import { useAsk } from '../../parts/useAsk.ts'
import { SimilarList } from '../matter/SimilarList.tsx'
import type { FieldProps } from './field-props.ts'
import { textOf } from './value.ts'

/** Another matter: like ones of the same place are offered first, any other is found by number or words. */
export const MatterField = ({ id, value, change, matter, label }: FieldProps) => {
  const { t } = useLang()
  const [q, setQ] = useState('')
  const text = matter?.allFacts.find(figure => figure.fact === 'text')?.value
  const near = useAsk(matter && typeof text === 'string' ? paths.similar(text, matter.region.code) : undefined, { fresh: 30_000 })
  const found = useAsk(q === '' ? undefined : paths.matters({ q, limit: 10, ...(matter && { scope: 'region', procedure: matter.procedure }) }), { keep: true })
  const others = (rows: readonly SimilarRow[]): readonly SimilarRow[] => rows.filter(one => one.row.id !== matter?.id)
  const chosen = textOf(value)
  const choose = (one: SimilarRow): void => change(one.row.id === chosen ? null : one.row.id)
  const like = others(near.data ?? [])
  const named = others((found.data?.rows ?? []).map(row => ({ row, likeness: 0 })))
  return (
    <div className="matter-field">
      <p className="hint">{near.isLoading ? t('正在找同类事项…', 'Looking for like matters…') : like.length > 0 ? t('同一地点的同类事项：', 'Like matters of the same place:') : !matter ? t('按编号或文字查找事项。', 'Look the matter up by number or words.') : t('没有发现同类事项，可按编号或文字查找。', 'No like matter was found; look one up by number or words.')}</p>
      <SimilarList rows={like} chosen={chosen} choose={choose} />
      <Input.Search id={id} aria-label={t(`查找${label}`, `Find: ${label}`)} placeholder={t('编号或文字', 'Number or words')} enterButton={t('查找', 'Find')} loading={found.isFetching} onSearch={text => setQ(text.trim())} />
      {q !== '' && found.data && (named.length === 0 ? <p className="hint">{t('没有找到', 'Nothing found')}</p> : <SimilarList rows={named} chosen={chosen} choose={choose} />)}
    </div>
  )
}
