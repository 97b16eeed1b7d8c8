import type { ListVersion } from '../../../../server/wire.ts'
import { counted } from '../../../../procedures/3-governance/lists/diff.ts'
import { useLang } from '../../../parts/lang.ts'
import * as paths from '../../../parts/paths.ts'
import { useAsk } from '../../../parts/useAsk.ts'
import { Empty, Failed, Loading } from '../../states.tsx'
import { DiffTable } from './DiffTable.tsx'

type Props = { readonly county: string; readonly of: ListVersion; readonly against: ListVersion }

/** What changed from the older of two versions to the newer. */
export const Compared = ({ county, of, against }: Props) => {
  const { t } = useLang()
  const [older, newer] = of.since < against.since ? [of, against] : [against, of]
  const found = useAsk(paths.workListDiff(county, newer.version, older.version), { fresh: 600_000 })
  if (found.isPending) return <Loading />
  if (found.isError) return <Failed error={found.error} again={() => void found.refetch()} />
  const { changes } = found.data
  const { added, withdrawn, changed } = counted(changes)
  if (changes.length === 0) return <Empty title={t('两版没有差别', 'The two are the same')} />
  return (
    <>
      <p role="status">{t(`自 ${older.since} 版到 ${newer.since} 版：新增 ${added} 项，退出 ${withdrawn} 项，调整 ${changed} 项`, `From the version of ${older.since} to that of ${newer.since}: ${added} added, ${withdrawn} withdrawn, ${changed} changed`)}</p>
      <DiffTable changes={changes} of={`${newer.version} ${older.version}`} />
    </>
  )
}
