import type { MatterView, Me } from '../../../server/wire.ts'
import { useLang } from '../../parts/lang.ts'
import { actingPost } from '../../parts/me.ts'
import * as paths from '../../parts/paths.ts'
import { isClosed } from '../../parts/stages.ts'
import { useAsk } from '../../parts/useAsk.ts'
import { Failed, Loading } from '../states.tsx'

/** For each side’s notice: the number and the code by which it joins on its own phone. Shown to the body that has the dispute, and to nobody else. */
export const SeatCodes = ({ matter, me }: { readonly matter: MatterView; readonly me: Me }) =>
  (matter.procedure === 'dispute' && !isClosed('dispute', matter.stage) && matter.holder !== undefined && actingPost(me)?.office?.code === matter.holder.office.code ? <Panel key={matter.seq} id={matter.id} /> : null)

const Panel = ({ id }: { readonly id: string }) => {
  const { t, say } = useLang()
  const found = useAsk(paths.seatCodes(id), { fresh: 30_000 })
  if (found.isPending) return <Loading />
  if (found.data === undefined) return <Failed error={found.error} again={() => void found.refetch()} />
  const { number, seats } = found.data
  return (
    <section className="panel" aria-labelledby="codes-title">
      <h2 id="codes-title">{t('当事人加入码', 'Codes to join')}</h2>
      <p className="quiet">{t('写在各方的告知书上。当事人在手机“化解纠纷”里输入编号和自己的加入码，就能查看、表态、补充材料；没有手机的照旧用纸。', 'For each side’s notice. With the number and its own code a side sees, answers and adds on its phone; without a phone all stays on paper.')}</p>
      <p>{t('编号', 'Number')} <code className="token">{number}</code></p>
      <ul className="clocks">
        {seats.map(one => (
          <li key={one.seat}>
            <p className="clock-line"><b>{one.seat}. {say(one.role)}</b><span className={one.joined ? 'due' : 'quiet'}>{one.joined ? t('已加入', 'joined') : t('未加入', 'not joined')}</span></p>
            <p className="clock-more"><code className="token">{one.code.slice(0, 5)} {one.code.slice(5)}</code></p>
          </li>
        ))}
      </ul>
    </section>
  )
}
