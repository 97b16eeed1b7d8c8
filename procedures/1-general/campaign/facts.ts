import { choice, day, office, text } from '../../../kernel/facts.ts'
import { words } from '../../../kernel/words.ts'

/** What a campaign says of itself, and each township’s part of it with it. All of it is public. */

export const themes = {
  environment: { zh: '环境整治', en: 'Environment' },
  streets: { zh: '街巷治理', en: 'Streets and lanes' },
  emergency: { zh: '突发事件应对', en: 'Emergencies' },
} as const

export const nobody = words('向社会公开，不要写姓名、电话等个人信息', 'Published: name no person, no phone')

export const arrangedFacts = {
  theme: choice(themes, { zh: '类别', en: 'Theme', class: 'public', search: 'exact', basis: ['6.5'] }),
  title: text({ zh: '名称', en: 'Title', class: 'public', min: 4, max: 100, search: 'words' }),
  aims: text({ zh: '目标和要求', en: 'Aims', class: 'public', min: 10, max: 2000, lines: 5, hint: nobody }),
  from: day({ zh: '开始日期', en: 'First day', class: 'public' }),
  until: day({ zh: '结束日期（含当日）', en: 'Last day', class: 'public' }),
}

export const issuer = office({ zh: '安排机关', en: 'Arranged by', class: 'public', search: 'exact' })
