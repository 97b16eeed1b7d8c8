import type { MatterView, Me } from '../../../server/wire.ts'
import { useLang } from '../../parts/lang.ts'
import { isClosed } from '../../parts/procedures.ts'
import { maySummon } from '../../parts/summoning.ts'
import { links } from '../links.ts'
import { BringingLink } from '../new/BringingLink.tsx'

/** From a report that one office can't settle alone, the way to summon others to it. What it says is not carried over: it may name somebody. */
export const SummonAbout = ({ matter, me }: { readonly matter: MatterView; readonly me: Me }) => {
  const { t } = useLang()
  if (matter.procedure !== 'request' || isClosed(matter.procedure, matter.stage) || !maySummon(me)) return null
  return (
    <section className="panel">
      <BringingLink to={links.open('summons', 'raise')} brought={{ offered: { about: matter.id, place: matter.region.code } }}>{t('需要多个部门到场？就此事吹哨', 'Several departments needed? Summon them')}</BringingLink>
    </section>
  )
}
