import type { MatterRow, MatterView } from '../../../server/wire.ts'
import type { Words } from '../../../kernel/words.ts'
import { useLang } from '../../parts/lang.ts'
import { useOffice } from '../../parts/names.ts'
import { titleWords } from '../../parts/masked.ts'
import { stageOf } from '../../parts/procedures.ts'
import { links } from '../links.ts'
import { taskLinks } from './Tasks.tsx'

const kinds: Readonly<Record<string, Words>> = {
  joined: { zh: '并案', en: 'Joined' }, summons: { zh: '所属吹哨', en: 'Its summons' }, about: { zh: '由此事项引起', en: 'Comes from' },
  of: { zh: '所属委托协助', en: 'Its commission' }, through: { zh: '经手的乡镇（街道）', en: 'Through its township' }, under: { zh: '所依应急决定', en: 'Under the emergency order' },
  amends: { zh: '在其上调整', en: 'The version it changes' }, on: { zh: '所提意见的清单、议题', en: 'What it comments on' },
  adopts: { zh: '要表决的草案', en: 'The draft to be adopted' }, again: { zh: '上次会议', en: 'The meeting before' }, carries: { zh: '落实的决议', en: 'The resolution' }, heard: { zh: '来自听取意见', en: 'Heard from' }, after: { zh: '上一场', en: 'The round before' },
  'grid-appointment': { zh: '网格员任用', en: 'The grid worker’s appointment' }, mediator: { zh: '调解员任用', en: 'The mediator’s service' }, studio: { zh: '命名的调解员', en: 'The mediator it is named after' }, chosen: { zh: '推选会议', en: 'The meeting that chose them' }, dispute: { zh: '由此咨询引起', en: 'The consultation it came from' },
  clue: { zh: '所依线索', en: 'The report it came from' }, case: { zh: '所依案件', en: 'The case it came from' },
}
/** The same, seen from the other end. */
const pointing: Readonly<Record<string, Words>> = {
  joined: { zh: '并入本件', en: 'Joined to this one' }, summons: { zh: '被召集单位', en: 'Called' }, about: { zh: '吹哨', en: 'A summons' },
  amends: { zh: '其后的一版', en: 'The version that changed it' }, on: { zh: '意见', en: 'A comment' },
  adopts: { zh: '表决', en: 'The vote on it' }, again: { zh: '再次召开', en: 'Convened again' }, carries: { zh: '落实任务', en: 'A task of it' }, heard: { zh: '听到的意见、转办', en: 'What was heard' }, after: { zh: '下一场', en: 'The next round' },
  'grid-appointment': { zh: '岗位任命', en: 'Its post' }, mediator: { zh: '岗位任命', en: 'Its post' }, studio: { zh: '以其命名的工作室', en: 'The studio named after them' }, chosen: { zh: '推选产生的委员会', en: 'The committee chosen there' }, dispute: { zh: '引起的纠纷', en: 'The dispute that came of it' },
  clue: { zh: '立案', en: 'The case' }, case: { zh: '公开的通报', en: 'The notice' },
}

/** Whose it is, where the title is the same for all of them. */
const Whose = ({ row }: { readonly row: MatterRow }) => {
  const { office, unit } = row.facts
  const found = useOffice(typeof office === 'string' ? office : '')
  return <>{found?.name ?? (typeof unit === 'string' ? unit : null)}</>
}

/** Other matters this one has to do with. */
export const Linked = ({ matter }: { readonly matter: MatterView }) => {
  const { t, say } = useLang()
  const rows = matter.links.filter(link => !(link.here && taskLinks.has(link.kind)))
  if (rows.length === 0) return null
  return (
    <section className="panel" aria-labelledby="links-title">
      <h2 id="links-title">{t('关联事项', 'Linked matters')}</h2>
      <ul className="similar">
        {rows.map(({ kind, row, here }) => (
          <li key={`${kind}${row.id}`}>
            <a href={links.matter(row.id)}>{row.number} {kind === 'summons' && here ? <Whose row={row} /> : say(titleWords(row.title))}</a>
            <span className="similar-more">{say((here ? pointing : kinds)[kind] ?? { zh: '关联', en: 'Linked' })} · {say(stageOf(row.procedure, row.stage))}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
