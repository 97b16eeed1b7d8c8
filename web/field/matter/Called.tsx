import { Link } from 'wouter'
import type { MatterRow, MatterView } from '../../../server/wire.ts'
import { Deadline } from '../../parts/Deadline.tsx'
import { useLang } from '../../parts/lang.ts'
import { useOffice } from '../../parts/names.ts'
import { stageOf } from '../../parts/procedures.ts'
import { useNow } from '../../parts/useNow.ts'

/** Whom a summons called, and how far each is. */
export const Called = ({ matter }: { readonly matter: MatterView }) => {
  const { t } = useLang()
  const now = useNow()
  const rows = matter.links.flatMap(link => (link.kind === 'summons' && link.here ? [link.row] : []))
  if (rows.length === 0) return null
  return (
    <section className="stack" aria-labelledby="called">
      <h2 id="called">{t('已召集', 'Called')}</h2>
      <ul className="list">{rows.map(row => <li key={row.id}><One row={row} now={now} /></li>)}</ul>
    </section>
  )
}

const One = ({ row, now }: { readonly row: MatterRow; readonly now: Date }) => {
  const { say } = useLang()
  const { office, unit } = row.facts
  const found = useOffice(typeof office === 'string' ? office : '')
  return (
    <Link className="line" href={`/matters/${row.id}`}>
      <span className="line-title">{found?.name ?? (typeof unit === 'string' ? unit : row.title)}</span>
      <span className="apart"><Deadline due={row.due} now={now} /><span className="tag plain">{say(stageOf(row.procedure, row.stage))}</span></span>
    </Link>
  )
}
