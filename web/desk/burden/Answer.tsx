import { hours, kindsInOrder, kindWords } from '../../parts/burden.ts'
import { useLang } from '../../parts/lang.ts'
import { pathOf } from '../../parts/Place.tsx'
import { count, share } from '../../parts/time.ts'
import type { Burden } from '../../../server/wire/burden.ts'
import { links } from '../links.ts'
import { Meter } from './Meter.tsx'

/** The first question answered in figures: how much, with what right, who is over. Each opens its list. */
export const Answer = ({ burden: { region, months, total, ceiling } }: { readonly burden: Burden }) => {
  const { t, say } = useLang()
  const { figures } = total
  const span = { region: region.code, months: months.length }
  const lacking = figures.promised - figures.delivered
  return (
    <section className="burden-answer" aria-label={t('概况', 'In short')}>
      <h2>{pathOf(region).join(' › ')}</h2>
      <dl>
        {total.standing !== undefined
          ? <div className="burden-own"><dt>{t('本月工时 / 上限', 'Hours this month / ceiling')}</dt><dd><Meter row={total} ceiling={ceiling} /><span className="sub">{t(`表格 ${total.month.forms} / ${ceiling.forms}`, `forms ${total.month.forms} / ${ceiling.forms}`)}</span></dd></div>
          : (
            <div>
              <dt>{t('本月超上限', 'Over this month')}</dt>
              <dd><b className={total.over > 0 ? 'figure-late' : undefined}>{count(total.over)}</b> <span className="quiet">/ {count(total.communities)} {t('个', '')}</span><span className="sub">{t(`接近上限 ${total.near}`, `${total.near} near it`)}</span></dd>
            </div>
          )}
        <div>
          <dt>{t('任务', 'Tasks')}</dt>
          <dd><a href={links.burden('tasks', span)}><b>{count(figures.tasks)}</b></a> <span className="quiet">{t('件', '')}</span><span className="sub">{t('进行中 ', 'under way ')}<a href={links.burden('tasks', { ...span, only: 'running' })}>{count(figures.running)}</a></span></dd>
        </div>
        <div>
          <dt>{t('工时', 'Hours')}</dt>
          <dd><b>{hours(figures.minutes)}</b> <span className="quiet">{t('小时', 'hours')}</span><span className="sub">{t(`未估时 ${count(figures.unestimated)} 件`, `${count(figures.unestimated)} without an estimate`)}</span></dd>
        </div>
        <div>
          <dt>{t('表格', 'Forms')}</dt>
          <dd><a href={links.burden('tasks', { ...span, only: 'forms' })}><b>{count(figures.forms)}</b></a> <span className="quiet">/ {count(figures.tasks)} {t('件', '')}</span><span className="sub">{t(`字段 ${count(figures.fields)} 个`, `${count(figures.fields)} fields`)}</span></dd>
        </div>
        <div>
          <dt>{t('工作条件未到位', 'Conditions lacking')}</dt>
          <dd><a href={links.burden('tasks', { ...span, only: 'lacking' })}><b className={lacking > 0 ? 'figure-late' : undefined}>{count(lacking)}</b></a> <span className="quiet">/ {count(figures.promised)} {t('项', '')}</span><span className="sub">{t('到位 ', 'delivered ')}{share({ of: figures.delivered, among: figures.promised })}</span></dd>
        </div>
        <div>
          <dt>{t('被拒交办', 'Refused')}</dt>
          <dd><a href={links.burden('refused', span)}><b>{count(figures.refused)}</b></a> <span className="quiet">{t('次', 'attempts')}</span></dd>
        </div>
      </dl>
      <Grounds of={figures} span={span} say={say} />
    </section>
  )
}

type GroundsProps = { readonly of: Burden['total']['figures']; readonly span: { readonly region: string; readonly months: number }; readonly say: ReturnType<typeof useLang>['say'] }

/** With what right: the tasks by their ground, drawn and told. */
const Grounds = ({ of, span, say }: GroundsProps) => {
  const { t } = useLang()
  if (of.tasks === 0) return <p className="quiet">{t('这段时间没有交办任务。', 'Nothing was given in this period.')}</p>
  return (
    <figure className="grounds">
      <figcaption>{t('凭什么派', 'With what right')}</figcaption>
      <div className="grounds-bar" aria-hidden="true">{kindsInOrder.map(kind => of[kind] > 0 && <span key={kind} className={`ground-${kind}`} style={{ flexGrow: of[kind] }} />)}</div>
      <ul>
        {kindsInOrder.map(kind => (
          <li key={kind}>
            <span className={`ground-mark ground-${kind}`} aria-hidden="true" />{say(kindWords[kind])}{' '}
            {of[kind] === 0 ? <span className="zero">0</span> : <a href={links.burden('tasks', { ...span, kind })}>{share({ of: of[kind], among: of.tasks })}</a>}
          </li>
        ))}
      </ul>
    </figure>
  )
}
