import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import type { WrittenAct } from '../../../server/wire.ts'
import { useLang } from '../../parts/lang.ts'
import { titleOf } from '../../parts/stages.ts'
import { shortStamp } from '../../parts/time.ts'
import type { Item } from '../outbox/item.ts'
import { viewOf } from '../outbox/store.ts'

/** What an unsent act says, as far as this phone may show it. */
export const useView = (id: string): WrittenAct | undefined => {
  const [view, setView] = useState<WrittenAct>()
  useEffect(() => {
    let gone = false
    void viewOf(id).then(found => { if (!gone) setView(found) }).catch(() => undefined)
    return () => { gone = true }
  }, [id])
  return view
}

/** The words of an act in one line. */
export const gistOf = ({ input }: WrittenAct): string | undefined =>
  ['text', 'what', 'result', 'note', 'progress'].map(name => input[name]).find((value): value is string => typeof value === 'string') ?? Object.values(input).find((value): value is string => typeof value === 'string' && value.length > 3 && !/^[\d-]+$/.test(value))

export const ItemLine = ({ item }: { readonly item: Item }) => {
  const { t, say, lang } = useLang()
  const view = useView(item.id)
  const gist = view && gistOf(view)
  const marks = { waiting: t('等待发送', 'Waiting'), aside: t('先放一边', 'Set aside'), refused: t('没有办成', 'Not taken'), dropped: t('已放弃，内容保留', 'Given up, kept'), sent: t('已发送', 'Sent') }
  const href = item.state === 'sent' && item.reply ? `/matters/${item.reply.id}` : `/outbox/${item.id}`
  return (
    <Link href={href} className="line">
      <span className="line-title">{gist ?? (item.reply ? t(`编号 ${item.reply.number}`, `No. ${item.reply.number}`) : t('内容已加密', 'Encrypted'))}</span>
      <span className="apart">
        <span className="small soft">{view?.procedure !== undefined && `${say(titleOf(view.procedure))} · `}{shortStamp(item.made, lang)}{item.photos.length > 0 && t(` · ${item.photos.length} 张照片`, ` · ${item.photos.length} photos`)}</span>
        <span className={item.state === 'refused' ? 'tag late' : item.state === 'sent' ? 'tag done' : 'tag plain'}>{marks[item.state]}</span>
      </span>
      {item.problem && item.state !== 'sent' && <span className="small">{say(item.problem.words)}</span>}
    </Link>
  )
}
