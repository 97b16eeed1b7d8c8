import { words, type Words } from '../../../../kernel/words.ts'
import { itemColumns } from '../../../../procedures/3-governance/lists/items.ts'
import type { Fact } from '../../../../kernel/fact.ts'
import type { ListDiff, ListItemView } from '../../../../server/wire.ts'
import { useLang } from '../../../parts/lang.ts'
import { workTime } from '../../../parts/lists.ts'
import { More } from './More.tsx'
import { useSome } from './useSome.ts'

const columns: { readonly [column: string]: Fact } = itemColumns

const names: { readonly [K in ListDiff['changes'][number]['change']]: Words } = { added: words('新增', 'Added'), withdrawn: words('退出', 'Withdrawn'), changed: words('调整', 'Changed') }

type Field = { readonly label: Words; readonly value: Words | undefined }

const valueOf = (item: ListItemView, column: string): Words | undefined => {
  const value = new Map(Object.entries(item)).get(column)
  if (column === 'minutes') return workTime(item.minutes)
  return value === undefined ? undefined : columns[column]?.options?.[String(value)] ?? words(`${value}`, `${value}`)
}

/** What an item says in the columns given, with their labels. */
const fields = (item: ListItemView | undefined, wanted: readonly string[]): readonly Field[] =>
  (item === undefined ? [] : wanted.map(column => ({ label: columns[column]?.label ?? words(column, column), value: valueOf(item, column) })))

/** Of an item that came or went: what it asks. */
const whole = ['kind', 'office', 'part', 'conditions', 'minutes'] as const

/** Two versions side by side: of what changed the columns that differ, of what came or went what it asks. */
export const DiffTable = ({ changes, of }: { readonly changes: ListDiff['changes']; readonly of: string }) => {
  const { t, say } = useLang()
  const { rows, left, more } = useSome(changes, of)
  return (
    <>
      <div className="table-scroll">
        <table className="plain-table list-diff as-cards" aria-label={t('逐项比较', 'Compared item by item')}>
          <thead>
            <tr><th scope="col">{t('变化', 'Change')}</th><th scope="col">{t('事项', 'Item')}</th><th scope="col">{t('原版', 'Before')}</th><th scope="col">{t('新版', 'After')}</th><th scope="col">{t('理由', 'Reason')}</th></tr>
          </thead>
          <tbody>
            {rows.map(({ change, code, before, after, fields: differing, why }) => {
              const shown = change === 'changed' ? differing : whole
              return (
                <tr key={code} className={`diff-${change}`}>
                  <td className="nowrap">{say(names[change])}</td>
                  <td>{(after ?? before)?.name}<span className="sub"><code>{code}</code></span></td>
                  <td data-label={t('原版', 'Before')}><Side fields={fields(before, shown)} all={change === 'changed'} /></td>
                  <td data-label={t('新版', 'After')}><Side fields={fields(after, shown)} all={change === 'changed'} /></td>
                  <td data-label={t('理由', 'Reason')}>{why ?? '—'}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      <More left={left} more={more} />
    </>
  )
}

/** One side; what is empty is said only where the other side is not. */
const Side = ({ fields: given, all }: { readonly fields: readonly Field[]; readonly all: boolean }) => {
  const { t, say } = useLang()
  const shown = given.filter(({ value }) => all || value !== undefined)
  if (shown.length === 0) return <>—</>
  return <dl className="diff-side">{shown.map(({ label, value }) => <div key={label.en}><dt>{say(label)}</dt><dd>{value ? say(value) : t('（空）', '(empty)')}</dd></div>)}</dl>
}
