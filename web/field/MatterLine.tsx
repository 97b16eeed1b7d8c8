import { Link } from 'wouter'
import type { MatterRow, Me } from '../../server/wire.ts'
import { Deadline } from '../parts/Deadline.tsx'
import { useLang } from '../parts/lang.ts'
import { actingPost } from '../parts/me.ts'
import { stageOf } from '../parts/stages.ts'
import { useNow } from '../parts/useNow.ts'

/** One matter of my grid or village: what, where, how long is left, and whether it is ours to handle. */
export const MatterLine = ({ row, me, unread }: { readonly row: MatterRow; readonly me: Me; readonly unread: boolean }) => {
  const { t, say } = useLang()
  const now = useNow()
  const post = actingPost(me)
  const ours = row.holder !== undefined && row.holder.office.code === post?.office?.code
  const elsewhere = row.region.code !== post?.region.code
  return (
    <Link href={`/matters/${row.id}`} className={unread ? 'line unread' : 'line'}>
      <span className="line-title">{row.title}</span>
      <span className="apart"><Deadline due={row.due} now={now} /><span className="tag plain">{say(stageOf(row.procedure, row.stage))}</span></span>
      <span className="row small soft">
        {unread && <span className="tag">{t('有新消息', 'News')}</span>}
        {ours && <span className="tag">{t('由我们办理', 'Ours to handle')}</span>}
        {!ours && row.holder && <span>{row.holder.office.name}</span>}
        {elsewhere && <span>{row.region.name}</span>}
        <span className="number">{row.number}</span>
      </span>
    </Link>
  )
}
