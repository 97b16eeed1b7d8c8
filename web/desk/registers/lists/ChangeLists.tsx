import { Button } from 'antd'
import type { Me } from '../../../../server/wire.ts'
import { useLang } from '../../../parts/lang.ts'
import { actingPost } from '../../../parts/me.ts'
import { actorOf } from '../../list/asked.ts'
import { links } from '../../links.ts'
import { BringingLink } from '../../new/BringingLink.tsx'
import { openings } from '../../new/openings.ts'

/** How lists change: whoever drafts, and whoever proposes. */
export const ChangeLists = ({ me, county }: { readonly me: Me; readonly county: string }) => {
  const { t, say } = useLang()
  const kind = actingPost(me)?.office?.kind
  const ways = openings(actorOf(me))
  const draft = ways.find(one => one.procedure.name === 'work-list' && ['gov', 'lead', 'centre', 'civil-affairs'].includes(kind ?? ''))
  const propose = ways.find(one => one.procedure.name === 'list-proposal')
  return (
    <p className="propose">
      <a href={links.matters({ procedure: 'work-list' })}>{t('制定中的清单', 'Lists being made')}</a>
      <a href={links.matters({ procedure: 'list-proposal' })}>{t('调整建议', 'Proposals')}</a>
      {propose && <BringingLink to={links.open('list-proposal', propose.name)} brought={{ offered: { county } }}>{t('提出调整建议', 'Propose a change')}</BringingLink>}
      {draft && <Button size="small" href={links.open('work-list', draft.name)}>{say(draft.step)}</Button>}
    </p>
  )
}
