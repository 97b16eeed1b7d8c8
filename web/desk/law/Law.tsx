import { useEffect } from 'react'
import { articleOf, isCitation, labelOf } from '../../../regulation/citation.ts'
import { toChinese } from '../../../regulation/numerals.ts'
import type { ArticleView } from '../../../server/wire.ts'
import { useLang } from '../../parts/lang.ts'
import * as paths from '../../parts/paths.ts'
import { useAsk } from '../../parts/useAsk.ts'
import { links } from '../links.ts'
import { Empty, Failed, Loading } from '../states.tsx'
import { Article } from './Article.tsx'
import { citationOf } from './citation-of.ts'

/** The regulation article by article: what each asks, of whom, by when, shown by which records; the official text beside it where it was imported. */
const Law = ({ citation }: { readonly citation: string | undefined }) => {
  const { t } = useLang()
  const found = useAsk(paths.regulation(), { fresh: 600_000 })
  if (found.isPending) return <Loading />
  if (found.isError) return <Failed error={found.error} again={() => void found.refetch()} />
  const cited = citation !== undefined && isCitation(citation) ? citation : undefined
  const article = found.data.find(one => one.number === (cited === undefined ? 1 : articleOf(cited)))
  return (
    <div className="law">
      <Contents articles={found.data} chosen={article?.number} />
      <div className="law-article">
        {citation !== undefined && cited === undefined && <p className="lost" role="status">{t(`条例没有“${citation}”这一条款。`, `The regulation has no provision “${citation}”.`)}</p>}
        {article
          ? <Article key={article.number} article={article} cited={cited} />
          : <Empty page title={cited === undefined ? t('条例尚未载入', 'The regulation is not loaded') : t('该条尚未整理', 'This article is not prepared yet')} />}
      </div>
    </div>
  )
}

const Contents = ({ articles, chosen }: { readonly articles: readonly ArticleView[]; readonly chosen: number | undefined }) => {
  const { t, say } = useLang()
  useEffect(() => {
    document.getElementById(`contents-${chosen ?? 0}`)?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  const chapters = [...new Set(articles.map(article => article.chapter))]
  return (
    <nav className="contents" aria-label={t('条例目录', 'Contents')}>
      <p className="contents-title">{t('职责', 'Duties')}</p>
      <p className="contents-targets"><a href={links.targets()}>{t('年度目标及进度', 'Targets of the year')}</a></p>
      {chapters.map(chapter => (
        <section key={chapter}>
          <h2>{t(`第${toChinese(chapter)}章`, `Chapter ${chapter}`)}</h2>
          <ul>
            {articles.filter(article => article.chapter === chapter).map(article => (
              <li key={article.number} id={`contents-${article.number}`}>
                <a href={links.law(citationOf(article.number))} aria-current={article.number === chosen ? 'page' : undefined}>
                  <span className="contents-number">{say(labelOf(citationOf(article.number)))}</span>{say(article.title)}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  )
}

export default Law
