/** The form in which communities are given work, whichever way it comes. */
export const manners = {
  task: { zh: '任务', en: 'A task' },
  form: { zh: '填报表格', en: 'A form to fill in' },
  meeting: { zh: '开会、培训', en: 'A meeting or training' },
  proof: { zh: '证明、盖章', en: 'Proof or seal' },
  plaque: { zh: '挂牌、上墙', en: 'A plaque or wall chart' },
  app: { zh: '安装、使用应用', en: 'An app to install or use' },
  survey: { zh: '调查、排查', en: 'A survey or screening' },
  other: { zh: '其他', en: 'Other' },
} as const

export type Manner = keyof typeof manners
