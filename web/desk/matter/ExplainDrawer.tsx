import { Drawer } from 'antd'
import type { ExplainView } from '../../../server/wire.ts'
import { inWords } from '../../../kernel/period.ts'
import { Cite, Cites } from '../../parts/Cite.tsx'
import { Provisional } from '../../parts/Deadline.tsx'
import { useLang } from '../../parts/lang.ts'
import * as paths from '../../parts/paths.ts'
import { stamp } from '../../parts/time.ts'
import { useAsk } from '../../parts/useAsk.ts'
import { Failed, Loading } from '../states.tsx'
import { clockName, sourceWords } from '../../parts/clock-names.ts'

type Props = { readonly id: string; readonly open: boolean; readonly close: () => void }

/** Why here, why these dates, who may do what now: each by its article. */
const ExplainDrawer = ({ id, open, close }: Props) => {
  const { t } = useLang()
  const found = useAsk(open ? paths.explain(id) : undefined, { fresh: 0 })
  return (
    <Drawer open={open} onClose={close} size={520} title={t('为什么这样', 'Why it is so')}>
      {found.data ? <Told explained={found.data} /> : found.isError ? <Failed error={found.error} again={() => void found.refetch()} /> : <Loading />}
    </Drawer>
  )
}

const Told = ({ explained }: { readonly explained: ExplainView }) => {
  const { t, say } = useLang()
  const { here, clocks, noClock, steps, notCovered, route } = explained
  return (
    <div className="explain">
      <section>
        <h3>{t('为什么在这里', 'Why it is here')}</h3>
        <p>
          {t('现处环节：', 'Stage: ')}<b>{say(here.stage)}</b>
          {here.by && <>{t('，因', ', by ')}“{say(here.by)}”</>}
          {here.since !== undefined && <>{t('，自 ', ', since ')}{stamp(here.since)}</>}
        </p>
        {route !== undefined && <p>{t('分派依据：', 'Routed by: ')}{route}</p>}
        <p className="basis">{t('依据：', 'By: ')}<Cites of={here.basis} /></p>
      </section>
      <section>
        <h3>{t('时限从何而来', 'Where the time limits come from')}</h3>
        {clocks.length === 0 && <p>{noClock ? say(noClock) : t('没有在走的时限。', 'No clock runs.')}</p>}
        <ul className="clocks">
          {clocks.map(clock => (
            <li key={clock.name}>
              <p className="clock-line"><b>{say(clockName(clock.name))}</b><span>{say(inWords(clock.period))}</span></p>
              <p className="clock-more">{t('自', 'from')} {stamp(clock.started)} {t('至', 'to')} {stamp(clock.due)} {clock.provisional && <Provisional />}</p>
              <p className="clock-more">{say(sourceWords(clock.source))} {clock.source.article && <Cite of={clock.source.article} />}</p>
              {clock.stopped && <p className="clock-stopped">{t('已暂停：', 'Stopped: ')}{clock.stopped.grounds}</p>}
              <p className="clock-more">{t('到期后：', 'When it runs out: ')}{say(clock.thenStep)}</p>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h3>{t('现在谁可以做什么', 'Who may do what now')}</h3>
        <table className="plain-table">
          <thead><tr><th scope="col">{t('动作', 'Step')}</th><th scope="col">{t('由谁', 'By')}</th><th scope="col">{t('依据', 'Article')}</th><th scope="col">{t('您', 'You')}</th></tr></thead>
          <tbody>
            {steps.map(step => (
              <tr key={step.step}>
                <td>{say(step.title)}</td>
                <td>{step.by.map(say).join(t('、', ', '))}</td>
                <td><Cites of={step.basis} /></td>
                <td>{step.open ? t('可以', 'may') : <span title={step.why ? say(step.why.why) : undefined}>{t('不可以', 'may not')}</span>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {notCovered.length > 0 && (
        <section>
          <h3>{t('平台不办的', 'What the platform does not do')}</h3>
          <ul>{notCovered.map(gap => <li key={gap.why.en}><Cite of={gap.basis} /> {say(gap.why)}</li>)}</ul>
        </section>
      )}
    </div>
  )
}

export default ExplainDrawer
