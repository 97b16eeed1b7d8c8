import { Button } from 'antd'
import type { SimilarRow } from '../../../server/wire.ts'
import { useLang } from '../../parts/lang.ts'
import { titleWords } from '../../parts/masked.ts'
import { Place } from '../../parts/Place.tsx'
import { stageOf } from '../../parts/procedures.ts'
import { stamp } from '../../parts/time.ts'
import { links } from '../links.ts'

type Props = { readonly rows: readonly SimilarRow[]; readonly chosen?: string | undefined; readonly choose?: (row: SimilarRow) => void }

/** Like matters with how like they are; each opens in a page of its own, so that nothing typed is left behind. */
export const SimilarList = ({ rows, chosen, choose }: Props) => {
  const { t, say } = useLang()
  return (
    <ul className="similar">
      {rows.map(one => (
        <li key={one.row.id} className={chosen === one.row.id ? 'is-chosen' : undefined}>
          <a href={links.matter(one.row.id)} target="_blank" rel="noreferrer">{one.row.number} {say(titleWords(one.row.title))}</a>
          <span className="similar-more"><Place region={one.row.region} from={1} /> · {say(stageOf(one.row.procedure, one.row.stage))} · {stamp(one.row.opened)} · {t('相似', 'likeness')} {Math.round(one.likeness * 100)}%</span>
          {choose && <Button size="small" type={chosen === one.row.id ? 'primary' : 'default'} aria-pressed={chosen === one.row.id} onClick={() => choose(one)}>{chosen === one.row.id ? t('已选', 'Chosen') : t('选择', 'Choose')}</Button>}
        </li>
      ))}
    </ul>
  )
}
