import type { Chapter } from '../duty.ts'

export const chapter7: Chapter = {
  number: 7,
  title: { zh: '附则', en: 'Final provision' },
  articles: [
    {
      number: 52,
      title: { zh: '施行日期', en: 'Entry into force' },
      gist: { zh: '2023年2月1日开始生效。', en: 'In force since 1 February 2023.' },
      duties: [],
      none: { zh: '只规定施行日期，不设定义务。', en: 'It sets the day of entry into force only and lays a duty on nobody.' },
    },
  ],
}
