import type { Chapter } from '../duty.ts'
import { article6 } from './chapter-1/article-6.ts'
import { leadership } from './chapter-1/leadership.ts'
import { participation } from './chapter-1/participation.ts'

export const chapter1: Chapter = {
  number: 1,
  title: { zh: '总则', en: 'General provisions' },
  articles: [...leadership, article6, ...participation],
}
