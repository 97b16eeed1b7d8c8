import type { MatterView, Me } from '../../../server/wire.ts'
import type { MediatorChoice } from '../../../server/wire/disputes.ts'
import { standingOf } from '../../parts/dispute/standing.ts'
import { useLang } from '../../parts/lang.ts'
import { actingPost } from '../../parts/me.ts'
import * as paths from '../../parts/paths.ts'
import { useAsk } from '../../parts/useAsk.ts'
import { Failed, Loading } from '../states.tsx'

const choosing: ReadonlySet<string> = new Set(['preferMediator', 'nameMediator', 'replaceMediator', 'decideChallenge'])

/** Whom the sides may choose, or be offered: field, language, distance, and what is in their hands already; and whom the sides chose. It is settled in the step; nobody is ranked by results. */
export const Mediators = ({ matter, me }: { readonly matter: MatterView; readonly me: Me }) =>
  (matter.procedure === 'dispute' && matter.holder !== undefined && actingPost(me)?.office?.code === matter.holder.office.code && matter.offers.some(one => choosing.has(one.step) && one.refusal === undefined) ? <Panel key={matter.seq} matter={matter} /> : null)

const Panel = ({ matter }: { readonly matter: MatterView }) => {
  const { t, say } = useLang()
  const found = useAsk(paths.mediatorChoices(matter.id), { fresh: 30_000 })
  if (found.isPending) return <Loading />
  if (found.data === undefined) return <Failed error={found.error} again={() => void found.refetch()} />
  const { sides } = standingOf(matter)
  const choosers = (account: string): string | undefined => {
    const chose = sides.filter(side => side.prefers === account)
    if (chose.length === 0) return undefined
    return chose.length === sides.length ? t('各方都选了此人', 'All sides chose them') : t(`${chose.map(side => `第 ${side.number} 方（${say(side.role)}）`).join('、')}选了此人`, `Chosen by ${chose.map(side => `side ${side.number} (${say(side.role)})`).join(', ')}`)
  }
  return (
    <section className="panel" aria-labelledby="mediators-title">
      <h2 id="mediators-title">{t('可选的调解员', 'Mediators to choose from')} <span className="quiet">{found.data.length}</span></h2>
      {found.data.length === 0 && <p className="quiet">{t('本组织还没有可以调解此事的调解员。', 'This body has no mediator yet who may mediate it.')}</p>}
      <ul className="clocks">
        {found.data.map(one => <li key={one.account}><Choice of={one} chosen={choosers(one.account)} /></li>)}
      </ul>
    </section>
  )
}

const Choice = ({ of: one, chosen }: { readonly of: MediatorChoice; readonly chosen: string | undefined }) => {
  const { t, say } = useLang()
  return (
    <>
      <p className="clock-line"><b>{one.name}</b><span className="quiet">{one.mediates && t('现在的调解员，', 'mediates now, ')}{t(`在办 ${one.open ?? 0} 件`, `${one.open ?? 0} in hand`)}</span></p>
      {chosen !== undefined && <p><b>{chosen}</b></p>}
      <p className="clock-more">{one.place.name}{t('，', ', ')}{say(one.distance)}</p>
      <p className="clock-more">{one.fits ? t('擅长此类', 'This is their field') : t('其他领域', 'Other fields')}{one.fields.length > 0 && `${t('：', ': ')}${one.fields.map(say).join(t('、', ', '))}`}</p>
      {one.languages.length > 0 && <p className="clock-more">{t('语言：', 'Speaks: ')}{one.languages.map(say).join(t('、', ', '))}</p>}
    </>
  )
}
