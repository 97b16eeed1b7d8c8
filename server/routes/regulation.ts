import { articles, chapters } from '../../regulation/articles.ts'
import { bearers } from '../../regulation/bearers.ts'
import { system } from '../../kernel/post.ts'
import type { App } from '../http/typed.ts'
import { officialTexts } from '../reads/official-text.ts'
import { articlesSchema } from '../schemas/reference.ts'
import type { Site } from '../site.ts'
import type { ArticleView } from '../wire.ts'

const chapterOf = new Map(chapters.flatMap(chapter => chapter.articles.map(article => [article.number, chapter.number] as const)))

const views: readonly ArticleView[] = articles.map(article => ({
  number: article.number, chapter: chapterOf.get(article.number) ?? 0, title: article.title, gist: article.gist,
  duties: article.duties.map(duty => ({
    id: duty.id, basis: duty.basis, bearer: duty.bearer.map(bearer => bearers[bearer]), action: duty.action, period: duty.period, evidence: duty.evidence,
    force: duty.force, procedures: duty.procedures,
  })),
  ...(article.none && { none: article.none }),
}))

/** The regulation in our own words, with the official text beside it where the site imported one. */
export const regulationRoutes = (app: App, site: Site): void => {
  app.get('/api/regulation', { schema: { open: true, tag: 'regulation', says: { zh: '条例各条的要义、职责和（已导入的）官方文本', en: 'The articles in our words, their duties, and the official text where imported' }, response: { 200: articlesSchema } } }, async (): Promise<readonly ArticleView[]> => {
    const official = await site.house.database.scoped(system, officialTexts)
    return official.size === 0 ? views : views.map(view => {
      const text = official.get(view.number)
      return text ? { ...view, official: text } : view
    })
  })
}
