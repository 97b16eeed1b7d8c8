import { useEffect } from 'react'
import { labelOf, type Citation } from '../../../regulation/citation.ts'
import type { Words } from '../../../kernel/words.ts'
import type { ArticleView } from '../../../server/wire.ts'
import { useLang } from '../../parts/lang.ts'
import { procedureOf } from '../../parts/procedures.ts'
import { links } from '../links.ts'
import { citationOf } from './citation-of.ts'

const forces: Readonly<Record<string, Words>> = {
  must: { zh: '必须', en: 'must' },
  may: { zh: '可以', en: 'may' },
  encouraged: { zh: '鼓励', en: 'encouraged' },
}

type Duty = ArticleView['duties'][number]

export const Article = ({ article, cited }: { readonly article: ArticleView; readonly cited: Citation | undefined }) => {
  const { t, say } = useLang()
  useEffect(() => {
    document.querySelector('.duty.is-cited')?.scrollIntoView({ block: 'center' })
  }, [cited])
  return (
    <article>
      <header className="page-head">
        <h1><span className="quiet">{say(labelOf(citationOf(article.number)))}</span> {say(article.title)}</h1>
      </header>
      <p className="gist">{say(article.gist)} <span className="quiet">{t('（本平台概括，以正式文本为准）', '(in our own words; the official text prevails)')}</span></p>
      <div className={article.official ? 'law-sides' : undefined}>
        <section aria-label={t('职责', 'Duties')}>
          {article.none && <p>{say(article.none)}</p>}
          {article.duties.map(duty => <OneDuty key={duty.id} duty={duty} cited={cited} />)}
        </section>
        {article.official
          ? (
            <section className="official" aria-labelledby="official-title" lang="zh-CN">
              <h2 id="official-title">{t('正式文本', 'Official text')}</h2>
              {article.official.map((paragraph, i) => <p key={i} className={cited === `${article.number}.${i + 1}` ? 'is-cited' : undefined}>{paragraph}</p>)}
            </section>
          )
          : <p className="quiet">{t('尚未导入正式文本。', 'The official text has not been imported.')}</p>}
      </div>
    </article>
  )
}

const OneDuty = ({ duty, cited }: { readonly duty: Duty; readonly cited: Citation | undefined }) => {
  const { t, say } = useLang()
  const here = cited !== undefined && (duty.basis === cited)
  const proofs = duty.procedures.map(name => ({ name, procedure: procedureOf(name) }))
  return (
    <section className={here ? 'duty is-cited' : 'duty'} aria-label={duty.id}>
      <p className="duty-head">
        <a href={links.law(duty.basis)}>{say(labelOf(duty.basis))}</a>
        <span className={`force force-${duty.force}`}>{say(forces[duty.force] ?? { zh: duty.force, en: duty.force })}</span>
        <span>{duty.bearer.map(say).join(t('、', ', '))}</span>
      </p>
      <p className="duty-action">{say(duty.action)}</p>
      <dl>
        <div><dt>{t('期限', 'By when')}</dt><dd>{say(duty.period)}</dd></div>
        <div><dt>{t('凭据', 'Evidence')}</dt><dd>{say(duty.evidence)}</dd></div>
        {proofs.some(proof => proof.procedure) && (
          <div><dt>{t('办理', 'Carried out by')}</dt><dd>{proofs.map(({ name, procedure }) => procedure && <a key={name} href={links.matters({ procedure: name })}>{say(procedure.title)}</a>)}</dd></div>
        )}
      </dl>
    </section>
  )
}
