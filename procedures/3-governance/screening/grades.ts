/** How soon a finding goes up: by what it could become, never by who is in it. */
export const screeningGrades = {
  ordinary: { zh: '一般', en: 'Ordinary' },
  pressing: { zh: '可能激化', en: 'May get worse' },
  grave: { zh: '可能引发案件或者群体性事件', en: 'May end in a case or a crowd' },
} as const
