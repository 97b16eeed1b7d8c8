import { diff } from '../../../procedures/3-governance/lists/diff.ts'
import { countyOf } from '../../../kernel/region.ts'
import type { Json } from '../../../kernel/words.ts'
import { clauses as clausesFact, type Clause } from '../../../procedures/3-governance/covenant/clauses.ts'
import type { MatterView } from '../../../server/wire.ts'
import type { ClauseView } from '../../../server/wire/covenants.ts'
import { useLang } from '../../parts/lang.ts'
import * as paths from '../../parts/paths.ts'
import { useAsk } from '../../parts/useAsk.ts'
import { links } from '../links.ts'
import { ClauseChanges } from '../registers/covenants/ClauseDiff.tsx'
import { Failed, Loading } from '../states.tsx'

const factOf = (matter: MatterView, name: string): Json | undefined => matter.allFacts.find(figure => figure.fact === name)?.value

const listOf = (value: Json | undefined): readonly Clause[] => {
  const checked = clausesFact.check(value)
  return checked.ok ? checked.value : []
}

/** Of a covenant in the making: what the draft changes, clause by clause, beside the version before; and residents' proposals. */
export const ClausesOf = ({ matter }: { readonly matter: MatterView }) => {
  const { t } = useLang()
  if (matter.procedure !== 'covenant') return null
  const base = factOf(matter, 'base')
  return (
    <section className="panel" aria-labelledby="clauses-title">
      <h2 id="clauses-title">{t('与上一版逐条比较', 'Against the version before, clause by clause')}</h2>
      <p className="propose"><a href={links.matters({ procedure: 'covenant-proposal', region: matter.region.code })}>{t('居民建议和答复', 'Residents’ proposals and answers')}</a></p>
      {typeof base === 'string' ? <Against matter={matter} base={base} /> : <p className="quiet">{t('首次制定，没有上一版。', 'It is the first: there is none before it.')}</p>}
    </section>
  )
}

const coded = (list: readonly Clause[]) => list.map(one => ({ code: one.number ?? '', ...one }))

const Against = ({ matter, base }: { readonly matter: MatterView; readonly base: string }) => {
  const found = useAsk(paths.covenant(countyOf(matter.region.code), base), { fresh: 600_000 })
  if (found.isPending) return <Loading />
  if (found.isError) return <Failed error={found.error} again={() => void found.refetch()} />
  const now = listOf(factOf(matter, 'clauses'))
  const by = (list: readonly Clause[], number: string) => list.find(one => one.number === number) as ClauseView | undefined
  return (
    <ClauseChanges
      changes={diff(coded(found.data.clauses), coded(now)).map(one => {
        const [before, after] = [by(found.data.clauses, one.code), by(now, one.code)]
        return { change: one.change, number: one.code, fields: one.change === 'changed' ? one.fields : [], ...(before && { before }), ...(after && { after }) }
      })}
    />
  )
}
