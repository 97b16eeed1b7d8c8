import { Select } from 'antd'
import { isObject } from '../../../kernel/words.ts'
import { useLang } from '../../parts/lang.ts'
import { useRegion } from '../../parts/names.ts'
import * as paths from '../../parts/paths.ts'
import { rowsOf } from '../../parts/rows/edit.ts'
import { useAsk } from '../../parts/useAsk.ts'
import type { FieldProps } from './field-props.ts'
import { textOf, textsOf } from './value.ts'

/** Where the posts of grids that end go: each to one of the grids that take over, or it ends. Which posts there are the register says. */
export const PostMovesField = ({ id, value, change, matter, required, label }: FieldProps) => {
  const { t } = useLang()
  const rows = rowsOf(value)
  const known = (name: string) => matter?.allFacts.find(one => one.fact === name)?.value ?? null
  const old = textsOf(known('old'))
  const ends = known('change') === 'end'
  const beside = useAsk(ends && old[0] !== undefined ? paths.grids(old[0].slice(0, 12)) : undefined)
  const drawn = Array.isArray(known('grids')) ? (known('grids') as readonly unknown[]).filter(isObject).map(({ code, name }) => ({ value: String(code), label: `${String(name)} ${String(code).slice(-3)}` })) : []
  const successors = ends ? (beside.data?.grids ?? []).flatMap(({ region }) => (region.level === 'grid' && !old.includes(region.code) ? [{ value: region.code, label: `${region.name} ${region.code.slice(-3)}` }] : [])) : drawn
  const options = [...successors, { value: 'end', label: t('不转入，岗位随原网格结束', 'Nowhere: the post ends with its grid') }]
  if (rows.length === 0) return <p className="quiet" id={id}>{t('原网格上没有岗位。', 'No post stands on the old grids.')}</p>
  return (
    <div className="table-scroll" id={id}>
      <table className="plain-table">
        <thead><tr><th scope="col">{t('任职人', 'Who')}</th><th scope="col">{t('原网格', 'Grid of before')}</th><th scope="col">{t('转到', 'Goes to')}</th></tr></thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={textOf(row['post'] ?? null)}>
              <th scope="row">{textOf(row['name'] ?? null)}</th>
              <td><GridName code={textOf(row['from'] ?? null)} /></td>
              <td>
                <Select
                  className="full" aria-label={t(`${textOf(row['name'] ?? null)}转到`, `${textOf(row['name'] ?? null)} goes to`)} aria-required={required} popupMatchSelectWidth={false} placeholder={label}
                  value={textOf(row['to'] ?? null) || null} options={options} onChange={(to: string | null) => change(rows.map((one, i) => (i === at ? { ...one, to } : one)))}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const GridName = ({ code }: { readonly code: string }) => <>{useRegion(code)?.name ?? code}</>
