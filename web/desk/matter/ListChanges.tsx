import { isObject, type Json } from '../../../kernel/words.ts'
import { items as itemsFact, type ListItem } from '../../../procedures/3-governance/lists/items.ts'
import { diff } from '../../../procedures/3-governance/lists/diff.ts'
import type { ListDiff, ListItemView, MatterView } from '../../../server/wire.ts'
import { useLang } from '../../parts/lang.ts'
import * as paths from '../../parts/paths.ts'
import { useAsk } from '../../parts/useAsk.ts'
import { links } from '../links.ts'
import { BringingLink } from '../new/BringingLink.tsx'
import { DiffTable } from '../registers/lists/DiffTable.tsx'
import { Failed, Loading } from '../states.tsx'

const factOf = (matter: MatterView, name: string): Json | undefined => matter.allFacts.find(figure => figure.fact === name)?.value

const listOf = (value: Json | undefined): readonly ListItem[] => {
  const checked = itemsFact.check(value)
  return checked.ok ? checked.value : []
}

const reasonsOf = (value: Json | undefined): ReadonlyMap<string, string> =>
  new Map((Array.isArray(value) ? value as readonly Json[] : []).flatMap(one => (isObject(one) && typeof one['code'] === 'string' && typeof one['why'] === 'string' ? [[one['code'], one['why']] as const] : [])))

/** Of a county's lists in the making: what the draft changes, item by item, beside what is in force; and the way to comment on it. */
export const ListChanges = ({ matter }: { readonly matter: MatterView }) => (matter.procedure === 'work-list' ? <Changes matter={matter} /> : null)

const Changes = ({ matter }: { readonly matter: MatterView }) => {
  const { t } = useLang()
  const base = factOf(matter, 'base')
  const comments = links.matters({ procedure: 'list-comment' })
  return (
    <section className="panel" aria-labelledby="changes-title">
      <h2 id="changes-title">{t('与上一版逐项比较', 'Against the version before, item by item')}</h2>
      {matter.stage === 'consulting' && (
        <p className="propose"><BringingLink to={links.open('list-comment', 'comment')} brought={{ offered: { list: matter.id } }}>{t('对草案提意见', 'Comment on the draft')}</BringingLink><a href={comments}>{t('查看意见和答复', 'Comments and answers')}</a></p>
      )}
      {typeof base === 'string' ? <Against matter={matter} base={base} /> : <p className="quiet">{t('首次制定，没有上一版。', 'It is the first: there is none before it.')}</p>}
    </section>
  )
}

const Against = ({ matter, base }: { readonly matter: MatterView; readonly base: string }) => {
  const { t } = useLang()
  const found = useAsk(paths.workList(matter.region.code, base), { fresh: 600_000 })
  if (found.isPending) return <Loading />
  if (found.isError) return <Failed error={found.error} again={() => void found.refetch()} />
  const reasons = reasonsOf(factOf(matter, 'reasons'))
  const changes = diff(found.data.items, listOf(factOf(matter, 'items')) as readonly ListItemView[]).map((one): ListDiff['changes'][number] => {
    const why = reasons.get(one.code)
    return { fields: [], ...one, ...(why !== undefined && { why }) }
  })
  return changes.length === 0 ? <p className="quiet">{t('没有变化。', 'Nothing changes.')}</p> : <DiffTable changes={changes} of={`${matter.id} ${matter.seq}`} />
}
