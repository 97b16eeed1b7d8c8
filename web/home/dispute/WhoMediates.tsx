import { Link } from 'wouter'
import type { MatterView } from '../../../server/wire.ts'
import type { Standing } from '../../parts/dispute/standing.ts'
import { useLang } from '../../parts/lang.ts'
import * as paths from '../../parts/paths.ts'
import { Icon } from '../../parts/phone/Icon.tsx'
import { Failed, Waiting } from '../../parts/phone/Trouble.tsx'
import { useAsk } from '../../parts/useAsk.ts'
import { talking } from '../../../procedures/3-governance/dispute/stages.ts'

type Props = { readonly matter: MatterView; readonly standing: Standing }

/** Who mediates, whom each side chose while that is not settled, and the way to choose. */
export const WhoMediates = (props: Props) => (talking.some(stage => stage === props.matter.stage) ? <Shown {...props} /> : null)

const Shown = ({ matter, standing: { sides } }: Props) => {
  const { t, say } = useLang()
  const found = useAsk(paths.mediatorChoices(matter.id), { fresh: 30_000 })
  const mayChoose = matter.offers.some(one => one.step === 'preferMediator' && one.refusal === undefined)
  const now = found.data?.find(one => one.mediates)
  const chosen = sides.flatMap(side => { const one = found.data?.find(({ account }) => account === side.prefers); return one ? [{ side, name: one.name }] : [] })
  return (
    <section className="stack tight" aria-labelledby="mediates">
      <h2 id="mediates">{t('谁来调解', 'Who mediates')}</h2>
      {found.isPending ? <Waiting /> : found.data === undefined ? <Failed error={found.error} again={() => void found.refetch()} /> : (
        <>
          {now && <p className="beside"><Icon name="person" /><span><b>{now.name}</b>{t('，', ', ')}{now.office.name}{mayChoose && <><br />{t('有当事人申请其回避，等待决定；其间各方可以另选一人。', 'A side challenged them, and that is to be decided; meanwhile each side may choose somebody else.')}</>}</span></p>}
          {!now && <p className="soft">{t('还没有确定。各方选同一人的，一般由其调解；选得不同的，由调解组织指定。不选也可以。', 'Not settled yet. Where all choose the same person, they usually mediate; else the body names somebody. Nobody has to choose.')}</p>}
          {mayChoose && chosen.length > 0 && <ul className="list">{chosen.map(({ side, name }) => <li key={side.number} className="line"><span><span className="line-title">{say(side.role)}{side.name !== undefined && t(`：${side.name}`, `: ${side.name}`)}</span><span className="line-more">{t(`选了 ${name}`, `chose ${name}`)}</span></span></li>)}</ul>}
          {mayChoose && <p className="no-print"><Link className="button large" href={`/matters/${matter.id}/preferMediator`}>{t('选调解员', 'Choose a mediator')}</Link></p>}
        </>
      )}
    </section>
  )
}
