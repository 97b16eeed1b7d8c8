import { Link } from 'wouter'
import { labelOf } from '../../../regulation/citation.ts'
import { toChinese } from '../../../regulation/numerals.ts'
import { words, type Words } from '../../../kernel/words.ts'
import type { ArticleView } from '../../../server/wire.ts'
import { useLang } from '../../parts/lang.ts'
import * as paths from '../../parts/paths.ts'
import { Banner } from '../../parts/phone/Banner.tsx'
import { NotHere } from '../../parts/phone/NotHere.tsx'
import { Page } from '../../parts/phone/Page.tsx'
import { Failed, Waiting } from '../../parts/phone/Trouble.tsx'
import { useAsk } from '../../parts/useAsk.ts'

const Article = ({ number }: { readonly number: number }) => {
  const { t } = useLang()
  const articles = useAsk(paths.regulation(), { fresh: Number.POSITIVE_INFINITY })
  const article = articles.data?.find(one => one.number === number)
  if (article) return <Shown article={article} last={articles.data?.length ?? 0} />
  if (articles.isSuccess) return <NotHere />
  return <Page title={t('条例', 'The regulation')}>{articles.isError ? <Failed error={articles.error} again={() => void articles.refetch()} /> : <Waiting />}</Page>
}
export default Article

const Shown = ({ article, last }: { readonly article: ArticleView; readonly last: number }) => {
  const { t, say } = useLang()
  const { number, title, gist, official, duties, none } = article
  return (
    <Page
      title={`${t(`第${toChinese(number)}条`, `Art. ${number}`)} ${say(title)}`} read={[say(title), say(gist), ...(official ?? [])].join('\n')}
      back={{ href: '/regulation', label: t('全部条文', 'All articles') }}
    >
      <div className="stack wide">
        <p>{say(gist)}</p>
        {official
          ? <section className="stack tight" aria-labelledby="official"><h2 id="official">{t('正式文本', 'Official text')}</h2><div className="official" lang="zh-CN">{official.map((paragraph, at) => <p key={at}>{paragraph}</p>)}</div></section>
          : <Banner><p>{t('正式文本尚未导入，这里是我们的说明，以公布的文本为准。', 'The official text has not been imported. These are our words; the published text is what counts.')}</p></Banner>}
        <section className="stack" aria-labelledby="duties">
          <h2 id="duties">{t('谁该做什么', 'Who must do what')}</h2>
          {none && <p>{say(none)}</p>}
          {duties.map(duty => <Duty key={duty.id} duty={duty} />)}
        </section>
        <div className="apart no-print">
          {number > 1 ? <Link className="button" href={`/regulation/${number - 1}`}>{t('上一条', 'Previous')}</Link> : <span />}
          {number < last && <Link className="button" href={`/regulation/${number + 1}`}>{t('下一条', 'Next')}</Link>}
        </div>
      </div>
    </Page>
  )
}

const forces: Readonly<Record<string, Words>> = { must: words('应当', 'Must'), may: words('可以', 'May'), encouraged: words('鼓励', 'Encouraged') }

const Duty = ({ duty }: { readonly duty: ArticleView['duties'][number] }) => {
  const { t, say } = useLang()
  const force = forces[duty.force]
  return (
    <div className="card stack tight">
      <p className="row"><b>{duty.bearer.map(say).join(t('、', ', '))}</b>{force && <span className="tag plain">{say(force)}</span>}</p>
      <p>{say(duty.action)}</p>
      <dl className="facts">
        <div className="facts-row"><dt>{t('期限', 'By when')}</dt><dd>{say(duty.period)}</dd></div>
        <div className="facts-row"><dt>{t('看什么记录', 'Shown by')}</dt><dd>{say(duty.evidence)}</dd></div>
      </dl>
      <p className="small soft">{say(labelOf(duty.basis))}</p>
    </div>
  )
}
