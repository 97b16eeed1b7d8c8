import { useEffect, useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { Me, Problem, WrittenAct } from '../../../server/wire.ts'
import { problemOf } from '../../parts/api.ts'
import { FactList } from '../../parts/FactList.tsx'
import { useLang } from '../../parts/lang.ts'
import { NotHere } from '../../parts/phone/NotHere.tsx'
import { Page } from '../../parts/phone/Page.tsx'
import { Trouble, Waiting } from '../../parts/phone/Trouble.tsx'
import { stepOf, titleOf } from '../../parts/procedures.ts'
import { stamp } from '../../parts/time.ts'
import type { Item } from '../outbox/item.ts'
import { sendNow, useStanding } from '../outbox/outbox.ts'
import { giveUp, setAside, takeAgain, takeUp, writtenIn } from '../outbox/resolve.ts'
import { discard } from '../outbox/store.ts'
import { choiceOf } from './choice.ts'
import { Pictures } from './Pictures.tsx'
import { StandsNow, useNowOf } from './StandsNow.tsx'

/** One unsent act: what I wrote, how the matter stands now, and what I do about it. */
const ItemPage = ({ id, me }: { readonly id: string; readonly me: Me }) => {
  const { t } = useLang()
  const item = useStanding().items.find(one => one.id === id)
  const back = { href: '/outbox', label: t('待发与离线', 'Unsent and offline') }
  return item ? <Shown item={item} me={me} back={back} /> : <NotHere />
}
export default ItemPage

type Props = { readonly item: Item; readonly me: Me; readonly back: { readonly href: string; readonly label: string } }

const Shown = ({ item, me, back }: Props) => {
  const { t, say } = useLang()
  const [, go] = useLocation()
  const [written, setWritten] = useState<WrittenAct>()
  const [problem, setProblem] = useState<Problem>()
  useEffect(() => {
    let gone = false
    void writtenIn(item.id).then(found => { if (!gone) setWritten(found) }, (error: unknown) => { if (!gone) setProblem(problemOf(error)) })
    return () => { gone = true }
  }, [item.id])
  const { matter, procedure } = useNowOf(item, written)
  const does = (work: Promise<unknown>, to = '/outbox'): void => void work.then(() => go(to, { replace: true }), (error: unknown) => setProblem(problemOf(error)))
  const choice = written && choiceOf(written, item.problem, matter)
  const figures = Object.entries(written?.input ?? {}).filter(([, value]) => !(Array.isArray(value) && value.some(one => typeof one === 'string' && item.photos.includes(one)))).map(([fact, value]) => ({ fact, value, masked: false }))
  return (
    <Page
      title={written && procedure !== undefined ? say(stepOf(procedure, written.step)) : t('一条待发', 'An unsent act')} back={back}
      lead={<span>{procedure !== undefined && `${say(titleOf(procedure))} · `}{t('填写于', 'written')} {stamp(item.made)} {t('（按本机时钟）', '(by this phone’s clock)')}</span>}
    >
      <div className="stack wide">
        {problem && <Trouble problem={problem} />}
        {item.problem && item.state !== 'sent' && (item.state !== 'waiting' || item.tries > 0) && <Trouble problem={item.problem} />}
        <section className="card stack" aria-labelledby="mine">
          <h2 id="mine">{t('我写的', 'What I wrote')}</h2>
          {written ? <FactList procedure={procedure ?? ''} figures={figures} files={[]} /> : problem ? <p className="soft">{t('内容已加密，登录并联网后可以看。', 'Encrypted: sign in with a connection to see it.')}</p> : <Waiting />}
          {item.photos.length > 0 && <Pictures ids={item.photos} />}
        </section>
        {item.state === 'refused' && written?.matter !== undefined && <StandsNow matter={matter} />}
        {item.state === 'refused' && (
          <section className="stack" aria-labelledby="choose">
            <h2 id="choose">{t('怎么办', 'What now')}</h2>
            {choice?.why && <p>{t('不能再办：', 'It can’t be taken again: ')}{say(choice.why)}</p>}
            {choice?.again === true && written && (
              <button type="button" className="button main large" onClick={() => does(takeAgain(item, written, me, matter?.seq).then(() => void sendNow(true)))}>
                {matter ? t('按现在的情况再办一次', 'Take it again, on how it stands now') : t('再发一次', 'Send it again')}
              </button>
            )}
            {choice?.mend && <Link className="button main large" href={`/outbox/${item.id}/form`}>{t('按内容重新填写', 'Open it in its form')}</Link>}
            <button type="button" className="button large" onClick={() => does(giveUp(item))}>{t('放弃，内容保留', 'Give it up, keep what I wrote')}</button>
          </section>
        )}
        {item.state === 'dropped' && <button type="button" className="button" onClick={() => does(discard(item))}>{t('从本机删除', 'Delete it from this phone')}</button>}
        {item.state === 'waiting' && (
          <>
            <p className="soft">{t('有信号时自动发送。', 'It goes by itself once there is a signal.')}{item.tries > 0 && t(` 已试 ${item.tries} 次。`, ` Tried ${item.tries} times.`)}</p>
            {item.tries > 0 && <button type="button" className="button" onClick={() => does(setAside(item).then(() => void sendNow(true)))}>{t('先放一边，先发别的', 'Set it aside, send the rest first')}</button>}
          </>
        )}
        {item.state === 'aside' && (
          <section className="stack" aria-labelledby="aside">
            <h2 id="aside">{t('先放一边', 'Set aside')}</h2>
            <p className="soft">{t('仍安全存在本机，不会自动发送；存成文件时也在其中。', 'It is still safe on this phone and does not go by itself; a file for the office holds it too.')}</p>
            <button type="button" className="button main" onClick={() => does(takeUp(item).then(() => void sendNow(true)))}>{t('继续发送', 'Send it after all')}</button>
            <button type="button" className="button" onClick={() => does(giveUp(item))}>{t('放弃，内容保留', 'Give it up, keep what I wrote')}</button>
          </section>
        )}
      </div>
    </Page>
  )
}
