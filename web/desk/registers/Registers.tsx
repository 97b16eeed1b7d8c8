import type { ComponentType } from 'react'
import { postKinds, reads } from '../../../kernel/post.ts'
import { working } from '../../../kernel/who.ts'
import { words, type Words } from '../../../kernel/words.ts'
import type { Me } from '../../../server/wire.ts'
import { useLang } from '../../parts/lang.ts'
import { actingPost } from '../../parts/me.ts'
import { links } from '../links.ts'
import { NotHere } from '../states.tsx'
import { Views } from '../Views.tsx'
import { isAppointing } from './appointing.ts'
import { Accounts } from './Accounts.tsx'
import { Categories } from './Categories.tsx'
import { levelOf } from '../../../kernel/region.ts'
import { DeadLetters } from './DeadLetters.tsx'
import { Covenants } from './covenants/Covenants.tsx'
import { Integrity } from './covenants/Integrity.tsx'
import { Duties } from './lists/Duties.tsx'
import { Lists } from './lists/Lists.tsx'
import { Criticisms } from './Criticisms.tsx'
import { Grids } from './grids/Grids.tsx'
import { GridWorkers } from './GridWorkers.tsx'
import { Subsidies } from './Subsidies.tsx'
import { People } from './People.tsx'
import { Points } from './points/Points.tsx'
import { Places } from './Places.tsx'
import { Advisers } from './mediation/Advisers.tsx'
import { Mediation } from './mediation/Mediation.tsx'
import { Readings } from './Readings.tsx'
import { Routing } from './Routing.tsx'
import { Summons } from './Summons.tsx'

type Register = { readonly key: string; readonly name: Words; readonly Show: ComponentType<{ readonly me: Me }>; /** Whose register it is; everybody's where left out. */ readonly only?: (me: Me) => boolean }

const length = (me: Me): number => actingPost(me)?.region.code.length ?? 99

/** Whoever works for a village or above sees where hands are wanting. */
const looksOver = (me: Me): boolean => { const post = actingPost(me); return post !== undefined && working.includes(post.kind) && length(me) <= 9 }

/** As the server has it: the government of the township or county, and its leads and dispatchers. */
const dealsWithSubsidies = (me: Me): boolean => {
  const post = actingPost(me)
  return looksOver(me) && post !== undefined && reads(post.clearance, 'sensitive') && (post.kind === 'lead' || post.kind === 'dispatcher' || post.office?.kind === 'gov')
}

const registers: readonly Register[] = [
  { key: 'regions', name: words('区划与机构', 'Regions and offices'), Show: Places },
  { key: 'grids', name: words('网格', 'Grids'), Show: Grids, only: me => { const post = actingPost(me); return post !== undefined && postKinds[post.kind].reach === 'region' } },
  { key: 'grid-workers', name: words('网格员', 'Grid workers'), Show: GridWorkers, only: looksOver },
  { key: 'subsidies', name: words('补贴', 'Subsidies'), Show: Subsidies, only: dealsWithSubsidies },
  { key: 'categories', name: words('类别与时限', 'Categories and limits'), Show: Categories },
  { key: 'routing', name: words('分派路由', 'Routing'), Show: Routing },
  { key: 'lists', name: words('清单', 'Work lists'), Show: Lists },
  { key: 'duties', name: words('职责事项清单', 'Duty lists'), Show: Duties },
  { key: 'covenants', name: words('公约', 'Covenants'), Show: Covenants },
  { key: 'integrity', name: words('诚信档案', 'Integrity file'), Show: Integrity, only: me => actingPost(me)?.kind === 'committee' },
  { key: 'mediation', name: words('调解组织', 'Mediation'), Show: Mediation },
  { key: 'advisers', name: words('法律顾问', 'Legal advisers'), Show: Advisers, only: me => { const post = actingPost(me); return post !== undefined && working.includes(post.kind) } },
  { key: 'people', name: words('户和人口', 'Households and people'), Show: People, only: me => { const post = actingPost(me); return post !== undefined && working.includes(post.kind) } },
  { key: 'points', name: words('积分', 'Points'), Show: Points, only: me => { const post = actingPost(me); return post !== undefined && postKinds[post.kind].reach === 'region' && postKinds[post.kind].acts } },
  { key: 'summons', name: words('吹哨报到', 'Summons'), Show: Summons, only: me => { const post = actingPost(me); return post !== undefined && working.includes(post.kind) && post.clearance !== 'public' } },
  { key: 'criticisms', name: words('通报批评', 'Criticism'), Show: Criticisms },
  { key: 'accounts', name: words('账号与岗位', 'Accounts and posts'), Show: Accounts, only: isAppointing },
  { key: 'deliveries', name: words('未送达', 'Not delivered'), Show: DeadLetters, only: me => { const post = actingPost(me); return post?.kind === 'systemAdmin' && levelOf(post.region.code) === 'city' } },
  { key: 'readings', name: words('查看记录', 'Readings'), Show: Readings, only: me => actingPost(me)?.kind === 'auditor' },
]

const Registers = ({ register, me }: { readonly register: string; readonly me: Me }) => {
  const { t, say } = useLang()
  const mine = registers.filter(one => one.only?.(me) !== false)
  const shown = mine.find(one => one.key === register)
  if (!shown) return <NotHere />
  return (
    <div className="registers">
      <div className="page-head"><h1>{t('台账', 'Registers')}</h1></div>
      <Views label={t('各台账', 'The registers')} views={mine.map(({ key, name }) => ({ to: links.registers(key), name: say(name), shown: key === shown.key }))} />
      <shown.Show me={me} />
    </div>
  )
}

export default Registers
