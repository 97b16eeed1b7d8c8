import { App, Button, Checkbox, Input, Select } from 'antd'
import { useState } from 'react'
import type { DeadLetter, DeadLetters as Found } from '../../../server/wire/delivery.ts'
import { problemOf, send } from '../../parts/api.ts'
import { useLang } from '../../parts/lang.ts'
import * as paths from '../../parts/paths.ts'
import { count, stamp } from '../../parts/time.ts'
import { useAsk } from '../../parts/useAsk.ts'
import { usePages } from '../../parts/usePages.ts'
import { ways, whatToDo, whyNot } from '../settings/sending.ts'
import { Empty, Failed, Loading } from '../states.tsx'

type Narrowed = { readonly kind?: DeadLetter['kind']; readonly why?: string }

/** 未送达: what could not be sent from the whole site, why and what to do; sent again, or laid aside for a reason. For the city’s system administrator. */
export const DeadLetters = () => {
  const { t, say } = useLang()
  const [narrowed, setNarrowed] = useState<Narrowed>({})
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const first = useAsk(paths.deadLetters(narrowed), { fresh: 0, keep: true })
  const found = usePages(cursor => paths.deadLetters({ ...narrowed, ...(cursor !== undefined && { cursor }) }))
  if (found.isPending) return <Loading />
  if (found.isError) return <Failed error={found.error} again={() => void found.refetch()} />
  const again = async (): Promise<void> => { setChosen(new Set()); await Promise.all([found.refetch(), first.refetch()]) }
  const narrow = (next: Narrowed): void => { setNarrowed(next); setChosen(new Set()) }
  const picked = found.rows.filter(row => chosen.has(row.id)).map(row => row.id)
  const all = found.rows.length > 0 && picked.length === found.rows.length
  return (
    <div className="dead-letters">
      <p className="register-note quiet">{t('各种方式反复尝试后仍未送达的，保留 30 天。站内通知不受影响；内容在重发时按当时的权限生成，这里不显示。', 'What could not be sent by any way after every try, kept for 30 days. Notices in the pages are not touched; what it says is made when it is sent again, under the rights of then, and is not shown here.')}</p>
      <Sums found={first.data} narrowed={narrowed} narrow={narrow} />
      {found.rows.length === 0 ? <Empty title={t('没有未送达的', 'Nothing failed to be sent')}><p>{t('推送、邮件、短信都已送出，此处无需处理。', 'Events, mail and messages have all gone out: nothing to do here.')}</p></Empty> : (
        <>
          <div className="dead-bar">
            <Checkbox checked={all} indeterminate={picked.length > 0 && !all} onChange={event => setChosen(new Set(event.target.checked ? found.rows.map(row => row.id) : []))}>{t(`全选已列出的 ${found.rows.length} 条`, `All ${found.rows.length} listed`)}</Checkbox>
            <Acts ids={picked} done={again} />
          </div>
          <ul className="dead-rows">
            {found.rows.map(row => (
              <li key={row.id}>
                <Checkbox checked={chosen.has(row.id)} onChange={event => setChosen(before => { const next = new Set(before); if (event.target.checked) next.add(row.id); else next.delete(row.id); return next })}>
                  <b>{say(ways[row.kind])}</b> {row.to}{row.name !== '' && <> · {row.name}</>}
                </Checkbox>
                <p><span className="figure-late">! {say(whyNot(row.why) ?? { zh: '原因不明', en: 'not known why' })}{row.status !== undefined && ` ${row.status}`}</span>{row.ended && <> · {t('对方已停用，重发也不会送出', 'ended meanwhile: sent again, it goes nowhere')}</>}</p>
                {!row.ended && whatToDo(row.why) !== undefined && <p className="quiet">{say(whatToDo(row.why) ?? { zh: '', en: '' })}</p>}
                <p className="quiet">{t(`产生 ${stamp(row.made)}，尝试 ${row.attempts} 次，${stamp(row.settled)} 停止`, `made ${stamp(row.made)}, tried ${row.attempts} times, given up ${stamp(row.settled)}`)}</p>
              </li>
            ))}
          </ul>
          {found.hasNextPage && <Button className="more" loading={found.isFetchingNextPage} onClick={found.more}>{t('更早的', 'Earlier ones')}</Button>}
        </>
      )}
    </div>
  )
}

const Sums = ({ found, narrowed, narrow }: { readonly found: Found | undefined; readonly narrowed: Narrowed; readonly narrow: (next: Narrowed) => void }) => {
  const { t, say } = useLang()
  const sums = found?.sums ?? []
  const total = sums.reduce((sum, one) => sum + one.n, 0)
  if (total === 0) return null
  const of = (kind: DeadLetter['kind']): number => sums.filter(one => one.kind === kind).reduce((sum, one) => sum + one.n, 0)
  const reasons = [...Map.groupBy(sums.filter(one => narrowed.kind === undefined || one.kind === narrowed.kind), one => one.why ?? '')].flatMap(([why, those]) => (why === '' ? [] : [{ why, n: those.reduce((sum, one) => sum + one.n, 0) }]))
  return (
    <div className="filters" role="group" aria-label={t('筛选', 'Filters')}>
      <Select
        allowClear aria-label={t('方式', 'Way')} placeholder={t(`全部方式 ${count(total)}`, `Every way ${count(total)}`)} value={narrowed.kind ?? null} popupMatchSelectWidth={false}
        options={(Object.keys(ways) as DeadLetter['kind'][]).map(kind => ({ value: kind, label: `${say(ways[kind])} ${count(of(kind))}` }))} onChange={(kind: DeadLetter['kind'] | undefined) => narrow(kind === undefined ? {} : { kind })}
      />
      <Select
        allowClear aria-label={t('原因', 'Why')} placeholder={t('全部原因', 'Any reason')} value={narrowed.why ?? null} popupMatchSelectWidth={false}
        options={reasons.map(one => ({ value: one.why, label: `${say(whyNot(one.why) ?? { zh: one.why, en: one.why })} ${count(one.n)}` }))} onChange={(why: string | undefined) => narrow({ ...(narrowed.kind && { kind: narrowed.kind }), ...(why !== undefined && { why }) })}
      />
    </div>
  )
}

const Acts = ({ ids, done }: { readonly ids: readonly string[]; readonly done: () => Promise<void> }) => {
  const { t, say } = useLang()
  const { message } = App.useApp()
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const [fault, setFault] = useState<string>()
  const doing = async (work: () => Promise<{ readonly settled: number }>, said: (n: number) => string): Promise<void> => {
    try {
      const { settled } = await work()
      void message.success(said(settled))
      setAsking(false)
      setReason('')
      setFault(undefined)
      await done()
    } catch (error) {
      setFault(say(problemOf(error).words))
    }
  }
  const discard = (): void => {
    if (reason.trim().length < 2) setFault(t('请写明搁置理由', 'Say why it is laid aside'))
    else void doing(() => send(paths.discardDead(ids.slice(0, 200), reason.trim())), n => t(`已搁置 ${n} 条`, `${n} laid aside`))
  }
  return (
    <div className="dead-acts">
      <Button type="primary" disabled={ids.length === 0} onClick={() => void doing(() => send(paths.retryDead(ids.slice(0, 200))), n => t(`${n} 条已重新排队`, `${n} queued again`))}>{t(`重发 ${ids.length} 条`, `Send ${ids.length} again`)}</Button>
      <Button disabled={ids.length === 0} aria-expanded={asking} onClick={() => setAsking(!asking)}>{t('搁置……', 'Lay aside …')}</Button>
      {asking && ids.length > 0 && (
        <div className="dead-reason">
          <label htmlFor="dead-reason">{t('搁置理由（保留备查）', 'Why (kept on record)')}</label>
          <Input id="dead-reason" value={reason} maxLength={200} onChange={event => { setReason(event.target.value); setFault(undefined) }} onPressEnter={discard} aria-invalid={fault !== undefined} aria-describedby={fault === undefined ? undefined : 'dead-fault'} />
          <Button danger onClick={discard}>{t(`搁置 ${ids.length} 条`, `Lay ${ids.length} aside`)}</Button>
        </div>
      )}
      {fault !== undefined && <p id="dead-fault" className="fault" role="alert"><span aria-hidden="true">✕ </span>{fault}</p>}
    </div>
  )
}
