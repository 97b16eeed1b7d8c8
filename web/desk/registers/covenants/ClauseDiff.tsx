import { counted } from '../../../../procedures/3-governance/lists/diff.ts'
import type { CovenantDiff, CovenantVersion } from '../../../../server/wire/covenants.ts'
import { changeWords, sides } from '../../../parts/covenants.ts'
import { useLang } from '../../../parts/lang.ts'
import * as paths from '../../../parts/paths.ts'
import { useAsk } from '../../../parts/useAsk.ts'
import { Empty, Failed, Loading } from '../../states.tsx'

type Changes = CovenantDiff['changes']

/** Two versions side by side, from the older to the newer. */
export const ClauseDiff = ({ county, of, against }: { readonly county: string; readonly of: CovenantVersion; readonly against: CovenantVersion }) => {
  const [older, newer] = of.number < against.number ? [of, against] : [against, of]
  const found = useAsk(paths.covenantDiff(county, newer.version, older.version), { fresh: 600_000 })
  if (found.isPending) return <Loading />
  if (found.isError) return <Failed error={found.error} again={() => void found.refetch()} />
  return <ClauseChanges changes={found.data.changes} />
}

/** What became of each clause. */
export const ClauseChanges = ({ changes }: { readonly changes: Changes }) => {
  const { t, say } = useLang()
  const { added, withdrawn, changed } = counted(changes)
  if (changes.length === 0) return <Empty title={t('两版没有差别', 'The two are the same')} />
  return (
    <>
      <p role="status">{t(`增加 ${added} 条，删去 ${withdrawn} 条，修改 ${changed} 条`, `${added} added, ${withdrawn} withdrawn, ${changed} changed`)}</p>
      <div className="table-scroll">
        <table className="plain-table list-diff clause-diff as-cards" aria-label={t('逐条比较', 'Compared clause by clause')}>
          <thead><tr><th scope="col">{t('变化', 'Change')}</th><th scope="col">{t('条', 'No.')}</th><th scope="col">{t('原版', 'Before')}</th><th scope="col">{t('新版', 'After')}</th></tr></thead>
          <tbody>
            {changes.map(({ change, number, before, after, fields }) => (
              <tr key={number} className={`diff-${change}`}>
                <td className="nowrap">{say(changeWords[change])}</td><td className="nowrap">{t(`第 ${number} 条`, number)}</td>
                <td data-label={t('原版', 'Before')}><Side given={sides(before, fields)} /></td><td data-label={t('新版', 'After')}><Side given={sides(after, fields)} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

const Side = ({ given }: { readonly given: ReturnType<typeof sides> }) => {
  const { say } = useLang()
  return given.length === 0 ? <>—</> : <dl className="diff-side">{given.map(({ label, value }) => <div key={label.en}><dt>{say(label)}</dt><dd>{say(value)}</dd></div>)}</dl>
}
