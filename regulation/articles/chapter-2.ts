import type { Chapter } from '../duty.ts'
import { digitalAndGrid } from './chapter-2/digital-and-grid.ts'
import { places } from './chapter-2/places.ts'
import { society } from './chapter-2/society.ts'

export const chapter2: Chapter = {
  number: 2,
  title: { zh: '基层建设', en: 'Building the foundations' },
  articles: [...places, ...society, ...digitalAndGrid],
}
