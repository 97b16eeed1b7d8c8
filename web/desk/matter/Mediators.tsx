import type { MatterView, Me } from '../../../server/wire.ts'
import { useLang } from '../../parts/lang.ts'
import { actingPost } from '../../parts/me.ts'
import * as paths from '../../parts/paths.ts'
import { useAsk } from '../../parts/useAsk.ts'
import { Failed, Loading } from '../states.tsx'

const choosing: ReadonlySet<string> = new Set(['nameMediator', 'replaceMediator', 'decideChallenge'])

/** Whom the sides may choose, or be offered: field, language, and what is in their hands already. The choice is made in the step; nobody is ranked by results. */
export const Mediators = ({ matter, me }: { readonly matter: MatterView; readonly me: Me }) =>
  (matter.procedure === 'dispute' && matter.holder !== undefined && actingPost(me)?.office?.code === matter.holder.office.code && matter.offers.some(one => choosing.has(one.step) && one.refusal === undefined) ? <Panel key={matter.seq} id={matter.id} /> : null)

const Panel = ({ id }: { readonly id: string }) => {
  const { t, say } = useLang()
  const found = useAsk(paths.mediatorChoices(id), { fresh: 30_000 })
  if (found.isPending) return <Loading />
  if (found.data === undefined) return <Failed error={found.error} again={() => void found.refetch()} />
  return (
    <section className="panel" aria-labelledby="mediators-title">
      <h2 id="mediators-title">{t('可选的调解员', 'Mediators to choose from')} <span className="quiet">{found.data.length}</span></h2>
      {found.data.length === 0 && <p className="quiet">{t('本组织还没有调解员。', 'This body has no mediator yet.')}</p>}
      <ul className="clocks">
        {found.data.map(one => (
          <li key={one.account}>
            <p className="clock-line"><b>{one.name}</b><span className="quiet">{t(`在办 ${one.open} 件`, `${one.open} in hand`)}</span></p>
            <p className="clock-more">{one.fits ? t('擅长此类', 'This is their field') : t('其他领域', 'Other fields')}{one.fields.length > 0 && `${t('：', ': ')}${one.fields.map(say).join(t('、', ', '))}`}</p>
            {one.languages.length > 0 && <p className="clock-more">{t('语言：', 'Speaks: ')}{one.languages.map(say).join(t('、', ', '))}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}
