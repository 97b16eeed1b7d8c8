import { Button } from 'antd'
import type { Json } from '../../../kernel/words.ts'
import { useLang } from '../../parts/lang.ts'
import * as paths from '../../parts/paths.ts'
import { useAsk } from '../../parts/useAsk.ts'

type Props = { readonly county: Json | undefined; readonly take: (items: Json) => void }

/** A change of a county's lists begins with the version adopted last. */
export const ListBase = ({ county, take }: Props) => {
  const { t } = useLang()
  const code = typeof county === 'string' && county.length === 6 ? county : undefined
  const versions = useAsk(code === undefined ? undefined : paths.workLists(code), { fresh: 30_000 })
  const last = versions.data?.[0]
  const list = useAsk(code === undefined || !last ? undefined : paths.workList(code, last.version), { fresh: 600_000 })
  if (!last) return null
  return (
    <p className="propose">
      <Button size="small" disabled={!list.data} onClick={() => { if (list.data) take(list.data.items.map(item => ({ ...item }))) }}>{t(`以 ${last.since} 版的 ${last.items} 项为底稿`, `Begin with the ${last.items} items of the version of ${last.since}`)}</Button>
      <span className="quiet">{t('将逐项与该版比较', 'It will be compared with that version, item by item')}</span>
    </p>
  )
}
