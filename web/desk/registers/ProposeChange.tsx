import { Button } from 'antd'
import type { Me } from '../../../server/wire.ts'
import { useLang } from '../../parts/lang.ts'
import { procedureOf } from '../../parts/procedures.ts'
import { actorOf } from '../list/asked.ts'
import { links } from '../links.ts'
import { openings } from '../new/openings.ts'

const name = 'reference-change'

/** How this register changes: by a dated procedure of two people; the door to it for whoever may propose. */
export const ProposeChange = ({ me }: { readonly me: Me }) => {
  const { t, say } = useLang()
  if (!procedureOf(name)) return null
  const way = openings(actorOf(me)).find(one => one.procedure.name === name)
  return (
    <p className="propose">
      <span className="quiet">{t('只能由一人提出、另一人审核，自注明的日期起变更。', 'Changes only by one person’s proposal and another’s adoption, from a stated day.')}</span>
      {' '}<a href={links.matters({ procedure: name })}>{t('查看变更记录', 'See the changes')}</a>
      {way && <Button size="small" href={links.open(name, way.name)}>{say(way.step)}</Button>}
    </p>
  )
}
