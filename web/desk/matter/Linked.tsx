import type { MatterRow, MatterView } from '../../../server/wire.ts'
import type { Words } from '../../../kernel/words.ts'
import { useLang } from '../../parts/lang.ts'
import { useOffice } from '../../parts/names.ts'
import { titleWords } from '../../parts/masked.ts'
import { stageOf } from '../../parts/procedures.ts'
import { links } from '../links.ts'

const kinds: Readonly<Record<string, Words>> = {
  joined: { zh: '并案', en: 'Joined' }, summons: { zh: '所属吹哨', en: 'Its summons' }, about: { zh: '由此事项引起', en: 'Comes from' },
  clue: { zh: '所依线索', en: 'The report it came from' }, case: { zh: '所依案件', en: 'The case it came from' },
}
/** The same, seen from the other end. */
const pointing: Readonly<Record<string, Words>> = {
  joined: { zh: '并入本件', en: 'Joined to this one' }, summons: { zh: '被召集单位', en: 'Called' }, about: { zh: '吹哨', en: 'A summons' },
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
  if (matter.links.length === 0) return null
  return (
    <section className="panel" aria-labelledby="links-title">
      <h2 id="links-title">{t('关联事项', 'Linked matters')}</h2>
      <ul className="similar">
        {matter.links.map(({ kind, row, here }) => (
          <li key={`${kind}${row.id}`}>
            <a href={links.matter(row.id)}>{row.number} {kind === 'summons' && here ? <Whose row={row} /> : say(titleWords(row.title))}</a>
            <span className="similar-more">{say((here ? pointing : kinds)[kind] ?? { zh: '关联', en: 'Linked' })} · {say(stageOf(row.procedure, row.stage))}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
