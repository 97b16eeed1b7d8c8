/** What residents are to be supported in deliberating on (Art. 25.2), in the article's order. */
export const concerns = {
  publicAffairs: { zh: '公共事务', en: 'Public affairs' },
  publicGood: { zh: '公益事业', en: 'Common good' },
  governance: { zh: '社会治理', en: 'Governance' },
  disputes: { zh: '矛盾纠纷调处', en: 'Settling disputes' },
  assistance: { zh: '配合协助事项', en: 'Matters that need residents’ help' },
} as const

/** How a person's word came in: nobody has to own a phone to be heard. */
export const ways = {
  self: { zh: '本人提出', en: 'In person' },
  onBehalf: { zh: '由他人代为提出、代录', en: 'On somebody’s behalf' },
  paper: { zh: '书面提出', en: 'On paper' },
} as const
