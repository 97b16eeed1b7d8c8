import { Button } from 'antd'
import { useState } from 'react'
import type { DeliveryView, WebhookView } from '../../../server/wire/delivery.ts'
import { send } from '../../parts/api.ts'
import { useLang } from '../../parts/lang.ts'
import * as paths from '../../parts/paths.ts'
import { stamp } from '../../parts/time.ts'
import { useAsk } from '../../parts/useAsk.ts'
import { Failed, Loading } from '../states.tsx'
import { states, whyNot } from './sending.ts'

type Props = { readonly webhook: WebhookView; readonly doing: (work: () => Promise<unknown>) => Promise<boolean> }

/** What was sent to an address and what could not be, each to be sent again. */
export const Deliveries = ({ webhook, doing }: Props) => {
  const { t } = useLang()
  const [open, setOpen] = useState(false)
  return (
    <details onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{t('推送记录', 'Deliveries')}</summary>
      {open && <Lines webhook={webhook} doing={doing} />}
    </details>
  )
}

const Lines = ({ webhook, doing }: Props) => {
  const { t } = useLang()
  const found = useAsk(paths.deliveries(webhook.id), { fresh: 0, every: 5000 })
  if (found.isPending) return <Loading />
  if (found.isError) return <Failed error={found.error} again={() => void found.refetch()} />
  return (
    <div className="table-scroll" role="region" aria-label={t('推送记录', 'Deliveries')} tabIndex={0}>
      <table className="plain-table">
        <thead><tr><th scope="col">{t('时间', 'When')}</th><th scope="col">{t('事项', 'Matter')}</th><th scope="col">{t('状态', 'State')}</th><th scope="col">{t('次数', 'Tries')}</th><th scope="col">{t('重发', 'Again')}</th></tr></thead>
        <tbody>{found.data.map(line => <Line key={line.id} line={line} again={() => void doing(() => send(paths.replayWebhook(webhook.id, [line.id]))).then(() => found.refetch())} ended={webhook.ended !== undefined} />)}</tbody>
      </table>
    </div>
  )
}

const Line = ({ line, again, ended }: { readonly line: DeliveryView; readonly again: () => void; readonly ended: boolean }) => {
  const { t, say } = useLang()
  const why = whyNot(line.why)
  return (
    <tr>
      <td>{stamp(line.made)}</td>
      <td>{line.what === 'trial' ? t('测试事件', 'Trial') : <>{line.number ?? '—'}{line.seq !== undefined && <> · {line.seq}</>}</>}</td>
      <td>{say(states[line.state])}{why && <>：{say(why)}</>}{line.status !== undefined && <> {line.status}</>}{line.next !== undefined && line.attempts > 0 && <> · {t('下次', 'next')} {stamp(line.next)}</>}</td>
      <td>{line.attempts}</td>
      <td>{(line.state === 'sent' || line.state === 'dead') && !ended && <Button size="small" onClick={again} aria-label={`${t('重发', 'Send again')} ${line.number ?? ''} ${line.seq ?? ''}`}>{t('重发', 'Send again')}</Button>}</td>
    </tr>
  )
}
