import { useState } from 'react'
import { countyOf } from '../../../kernel/region.ts'
import type { CovenantVersion } from '../../../server/wire/covenants.ts'
import { changeWords, sides, standing, versionName } from '../../parts/covenants.ts'
import { useLang } from '../../parts/lang.ts'
import * as paths from '../../parts/paths.ts'
import { Fold } from '../../parts/phone/Fold.tsx'
import { Field } from '../../parts/phone/inputs/Field.tsx'
import { Failed, Waiting } from '../../parts/phone/Trouble.tsx'
import { useAsk } from '../../parts/useAsk.ts'

/** Earlier versions, and what became of each clause since. */
export const Differences = ({ village, versions }: { readonly village: string; readonly versions: readonly CovenantVersion[] }) => {
  const { t, say } = useLang()
  const [newest, ...older] = versions
  const [chosen, choose] = useState(older[0]?.version)
  const against = older.find(one => one.version === chosen)
  return (
    <Fold title={t(`历次版本（${versions.length} 版），改了哪些`, `All ${versions.length} versions, and what changed`)} icon="list">
      <div className="stack">
        <Field id="covenant-against" label={t('与哪一版比较', 'Compare with')}>
          <select id="covenant-against" className="input" value={chosen} onChange={event => choose(event.target.value)}>
            {older.map(one => <option key={one.version} value={one.version}>{say(versionName(one))} · {say(standing(one))}</option>)}
          </select>
        </Field>
        {newest && against && <Compared county={countyOf(village)} of={newest} against={against} />}
      </div>
    </Fold>
  )
}

const Compared = ({ county, of, against }: { readonly county: string; readonly of: CovenantVersion; readonly against: CovenantVersion }) => {
  const { t, say } = useLang()
  const found = useAsk(paths.covenantDiff(county, of.version, against.version), { fresh: 600_000 })
  if (found.isPending) return <Waiting />
  if (found.data === undefined) return <Failed error={found.error} again={() => void found.refetch()} />
  return (
    <>
      {of.reason !== undefined && <p>{t(`修订说明：${of.reason}`, `Why: ${of.reason}`)}</p>}
      <ul className="stack">
        {found.data.changes.map(({ change, number, before, after, fields }) => (
          <li key={number} className="card stack tight">
            <p><b>{t(`第 ${number} 条`, `Clause ${number}`)}</b> · {say(changeWords[change])}</p>
            {before && <div><p className="small soft">{t('原来', 'Before')}</p>{sides(before, fields).map(({ label, value }) => <p key={label.en}>{say(value)}</p>)}</div>}
            {after && <div><p className="small soft">{t('现在', 'Now')}</p>{sides(after, fields).map(({ label, value }) => <p key={label.en}>{say(value)}</p>)}</div>}
          </li>
        ))}
      </ul>
    </>
  )
}
