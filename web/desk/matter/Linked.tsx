import type { MatterView } from '../../../server/wire.ts'
import type { Words } from '../../../kernel/words.ts'
import { useLang } from '../../parts/lang.ts'
import { titleWords } from '../../parts/masked.ts'
import { stageOf } from '../../parts/procedures.ts'
import { links } from '../links.ts'

const kinds: Readonly<Record<string, Words>> = { joined: { zh: '并案', en: 'Joined' }, amends: { zh: '在其上调整', en: 'The version it changes' }, on: { zh: '所提意见的清单', en: 'The list commented on' } }

/** Other matters this one has to do with. */
export const Linked = ({ matter }: { readonly matter: MatterView }) => {
  const { t, say } = useLang()
  if (matter.links.length === 0) return null
  return (
    <section className="panel" aria-labelledby="links-title">
      <h2 id="links-title">{t('关联事项', 'Linked matters')}</h2>
      <ul className="similar">
        {matter.links.map(({ kind, row }) => (
          <li key={`${kind}${row.id}`}>
            <a href={links.matter(row.id)}>{row.number} {say(titleWords(row.title))}</a>
            <span className="similar-more">{say(kinds[kind] ?? { zh: kind, en: kind })} · {say(stageOf(row.procedure, row.stage))}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
