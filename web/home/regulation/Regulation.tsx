import { useState } from 'react'
import { Link } from 'wouter'
import { toChinese } from '../../../regulation/numerals.ts'
import type { ArticleView } from '../../../server/wire.ts'
import { useLang, type Say } from '../../parts/lang.ts'
import * as paths from '../../parts/paths.ts'
import { Field } from '../../parts/phone/inputs/Field.tsx'
import { Page } from '../../parts/phone/Page.tsx'
import { Failed, Waiting } from '../../parts/phone/Trouble.tsx'
import { useAsk } from '../../parts/useAsk.ts'
import { chapters } from './chapters.ts'

const matches = (article: ArticleView, sought: string, say: Say): boolean => {
  const words = [say(article.title), say(article.gist), ...(article.official ?? []), ...article.duties.flatMap(duty => [say(duty.action), ...duty.bearer.map(say)])]
  return String(article.number) === sought || words.some(text => text.toLowerCase().includes(sought.toLowerCase()))
}

/** All articles, by chapter, found by number or words. */
const Regulation = () => {
  const { t, say } = useLang()
  const [sought, setSought] = useState('')
  const articles = useAsk(paths.regulation(), { fresh: Number.POSITIVE_INFINITY })
  const found = (articles.data ?? []).filter(article => sought.trim() === '' || matches(article, sought.trim(), say))
  return (
    <Page
      title={t('海东市基层社会治理促进条例', 'Regulation of Haidong City on Promoting Grassroots Social Governance')}
      lead={t('每条讲什么、谁该做什么，用平常话写在这里，供查阅，以公布的正式文本为准。', 'What each article says and who must do what, in plain words. The published text is what counts.')}
    >
      <div className="stack wide">
        <Field id="regulation-search" label={t('查找', 'Find')} hint={t('条号或字词，如：21、网格、物业', 'An article’s number or a word')}>
          <input id="regulation-search" className="input" type="search" aria-describedby="regulation-search-hint" value={sought} onChange={event => setSought(event.target.value)} />
        </Field>
        <p className="unseen" role="status">{articles.data && sought !== '' ? t(`找到 ${found.length} 条`, `${found.length} found`) : ''}</p>
        {articles.isPending && <Waiting />}
        {articles.isError && <Failed error={articles.error} again={() => void articles.refetch()} />}
        {articles.isSuccess && found.length === 0 && <p className="soft">{t('没有找到，请换个词。', 'Nothing found; try another word.')}</p>}
        {Object.entries(chapters).map(([number, title]) => {
          const inside = found.filter(article => article.chapter === Number(number))
          return inside.length === 0 ? null : (
            <section key={number} className="stack tight" aria-labelledby={`chapter-${number}`}>
              <h2 id={`chapter-${number}`}>{t(`第${toChinese(Number(number))}章`, `Chapter ${number}`)} {say(title)}</h2>
              <ul className="list">
                {inside.map(article => (
                  <li key={article.number}>
                    <Link className="line" href={`/regulation/${article.number}`}>
                      <span><span className="article-number">{t(`第${toChinese(article.number)}条`, `Art. ${article.number}`)}</span> <span className="line-title">{say(article.title)}</span></span>
                    </Link>
                  </li>
                ))}
              </ul>
            </section>
          )
        })}
      </div>
    </Page>
  )
}
export default Regulation
