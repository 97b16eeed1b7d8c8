import { chapter1 } from './articles/chapter-1.ts'
import { chapter2 } from './articles/chapter-2.ts'
import { chapter3 } from './articles/chapter-3.ts'
import { chapter4 } from './articles/chapter-4.ts'
import { chapter5 } from './articles/chapter-5.ts'
import { chapter6 } from './articles/chapter-6.ts'
import { chapter7 } from './articles/chapter-7.ts'
import type { Bearer } from './bearers.ts'
import { articleOf, type ArticleNumber, type Citation } from './citation.ts'
import type { Article, Chapter, Duty } from './duty.ts'
import type { Words } from './words.ts'

/** The regulation's title. */
export const title: Words = { zh: '海东市基层社会治理促进条例', en: 'Regulation of Haidong City on Promoting Grassroots Social Governance' }

/** The first day of the regulation in force, `YYYY-MM-DD`. */
export const inForceSince = '2023-02-01'

/** The regulation in our own words, chapter by chapter. */
export const chapters: readonly Chapter[] = [chapter1, chapter2, chapter3, chapter4, chapter5, chapter6, chapter7]

/** All fifty-two articles in order. */
export const articles: readonly Article[] = chapters.flatMap(chapter => chapter.articles)

/** Every duty of the regulation, in its order. */
export const duties: readonly Duty[] = articles.flatMap((article): readonly Duty[] => article.duties)

const byNumber: ReadonlyMap<ArticleNumber, Article> = new Map(articles.map(article => [article.number, article]))

/** The article a citation belongs to. */
export const articleAt = (c: Citation): Article => {
  const article = byNumber.get(articleOf(c))
  if (article === undefined) throw new Error(`no article for ${c}`)
  return article
}

/** The duties under a provision; those of the whole article for a citation without a part. */
export const dutiesUnder = (c: Citation): readonly Duty[] =>
  articleAt(c).duties.filter(duty => duty.basis === c || duty.basis.startsWith(`${c}.`))

/** The duties that one bearer holds. */
export const dutiesOf = (bearer: Bearer): readonly Duty[] => duties.filter(duty => duty.bearer.includes(bearer))
