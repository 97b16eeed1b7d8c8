import { Button } from 'antd'
import { useState } from 'react'
import type { Me, Problem } from '../../../server/wire.ts'
import { problemOf, send } from '../../parts/api.ts'
import { useLang } from '../../parts/lang.ts'
import * as paths from '../../parts/paths.ts'
import { RefusalNote } from '../../parts/RefusalNote.tsx'
import { stamp } from '../../parts/time.ts'
import { useAsk } from '../../parts/useAsk.ts'
import { postName } from '../shell/PostSwitch.tsx'
import { Failed, Loading } from '../states.tsx'
import { Once } from './Once.tsx'

/** Deadlines of one's posts in a calendar program of one's own: addresses to make and to end. */
export const Calendars = ({ me }: { readonly me: Me }) => {
  const { lang, t, say } = useLang()
  const found = useAsk(paths.calendars(), { fresh: 0 })
  const [url, setUrl] = useState<string>()
  const [problem, setProblem] = useState<Problem>()
  const doing = async (work: () => Promise<void>): Promise<void> => {
    setProblem(undefined)
    try {
      await work()
      await found.refetch()
    } catch (error) {
      setProblem(problemOf(error))
    }
  }
  const acting = me.posts.find(post => post.id === me.acting)
  if (found.isPending) return <Loading />
  if (found.isError) return <Failed error={found.error} again={() => void found.refetch()} />
  const standing = found.data.some(one => one.post === me.acting)
  return (
    <>
      <p className="quiet">{t('用手机或电脑的日历订阅岗位的时限。日历里只有编号、种类和到期时间，没有姓名和内容；办结后自动取消。', 'Subscribe to a post’s deadlines in the calendar of your phone or computer. It holds number, kind and date, no names and no text; what is done is called off.')}</p>
      {found.data.length > 0 && (
        <ul className="sessions">
          {found.data.map(one => {
            const post = me.posts.find(each => each.id === one.post)
            return (
              <li key={one.id}>
                <span>{post ? postName(post, say) : t('已卸任的岗位', 'A post held before')}</span>
                <span className="quiet">{t('创建于', 'made')} {stamp(one.made)} · {one.used === undefined ? t('尚未读取', 'not read yet') : <>{t('最近读取', 'last read')} {stamp(one.used)}</>}</span>
                <Button size="small" onClick={() => void doing(async () => { await send(paths.endCalendar(one.id)); setUrl(undefined) })}>{t('停用', 'End')}</Button>
              </li>
            )
          })}
        </ul>
      )}
      {problem && <RefusalNote why={problem.words} remedy={problem.remedy} basis={problem.basis} loud />}
      {acting?.office
        ? <div className="submit"><Button onClick={() => void doing(async () => setUrl((await send(paths.makeCalendar(lang))).url))}>{standing ? t('换一个地址（原地址失效）', 'Make another address, ending this one') : t('为现在的岗位生成地址', 'Make an address for the present post')}</Button></div>
        : <p className="quiet">{t('以有单位的岗位办理时才有日历。', 'A calendar needs a post that stands in an office.')}</p>}
      {url !== undefined && <Once label={t('日历地址，持有者都能看：请现在复制到日历程序的“订阅”，离开后不再显示。', 'The calendar’s address, which opens it to whoever has it. Copy it now into “subscribe” of your calendar; it will not be shown again.')} value={url} />}
    </>
  )
}
