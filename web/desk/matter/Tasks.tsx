import type { MatterView } from '../../../server/wire.ts'
import { stageOf } from '../../parts/procedures.ts'
import { useLang } from '../../parts/lang.ts'
import { Deadline } from '../../parts/Deadline.tsx'
import { useNow } from '../../parts/useNow.ts'
import { links } from '../links.ts'

/** Links by which tasks point to what they came of. */
export const taskLinks: ReadonlySet<string> = new Set(['of', 'through', 'under'])

/** The tasks that came of this matter: how many stand where, and each with its place. */
export const Tasks = ({ matter }: { readonly matter: MatterView }) => {
  const { t, say } = useLang()
  const now = useNow()
  const tasks = matter.links.flatMap(link => (link.here && taskLinks.has(link.kind) ? [link.row] : []))
  if (tasks.length === 0) return null
  const stages = [...Map.groupBy(tasks, row => `${row.procedure} ${row.stage}`).values()]
  return (
    <section className="panel" aria-labelledby="tasks-title">
      <h2 id="tasks-title">{t('各处任务', 'Its tasks')} <span className="quiet">{tasks.length}</span></h2>
      <ul className="task-stages">
        {stages.map(rows => rows[0] && <li key={`${rows[0].procedure} ${rows[0].stage}`}><strong>{rows.length}</strong> {say(stageOf(rows[0].procedure, rows[0].stage))}</li>)}
      </ul>
      <div className="table-scroll">
        <table className="plain-table">
          <thead><tr><th scope="col">{t('地点', 'Place')}</th><th scope="col">{t('环节', 'Stage')}</th><th scope="col">{t('时限', 'Due')}</th></tr></thead>
          <tbody>
            {tasks.map(row => (
              <tr key={row.id}>
                <th scope="row"><a href={links.matter(row.id)}>{row.region.name}</a></th>
                <td>{say(stageOf(row.procedure, row.stage))}</td>
                <td><Deadline due={row.due} now={now} brief /></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
