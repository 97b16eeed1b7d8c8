import type { UseQueryResult } from '@tanstack/react-query'
import { asked, type Procedure, type Step } from '../../../kernel/procedure.ts'
import type { Json } from '../../../kernel/words.ts'
import type { RouteView } from '../../../server/wire.ts'
import { problemOf } from '../../parts/api.ts'
import { useLang } from '../../parts/lang.ts'

/** The office fact of a step that is routed, for steps that need the routing table. */
export const routedOffice = (procedure: Procedure, step: Step): string | undefined =>
  step.needs?.includes('route') ? asked(step).find(ask => procedure.facts[ask.fact]?.kind === 'office')?.fact : undefined

type Props = { readonly route: UseQueryResult<RouteView>; readonly chosen: Json; readonly choose: (office: string) => void }

/** Where the routing table would send it, by which rule, and what was ruled before. */
export const RouteHint = ({ route, chosen, choose }: Props) => {
  const { t, say } = useLang()
  if (route.isPending && route.fetchStatus === 'idle') return <p className="route">{t('选择类别后按路由表建议承办单位。', 'Choose a category to see where the routing table sends it.')}</p>
  if (route.isPending) return <p className="route" role="status">{t('正在查路由表…', 'Reading the routing table…')}</p>
  if (route.isError) return <p className="route">{t('路由表没有建议：', 'The routing table suggests nothing: ')}{say(problemOf(route.error).words)}</p>
  const { office, rule, precedent } = route.data
  return (
    <div className="route">
      <p><b>{t('路由建议：', 'Route: ')}</b>{office.name} <span className="quiet">{rule}</span></p>
      {precedent !== undefined && <p>{precedent}</p>}
      {chosen !== office.code && <button type="button" className="plain" onClick={() => choose(office.code)}>{t('改用路由建议', 'Use the route')}</button>}
    </div>
  )
}
