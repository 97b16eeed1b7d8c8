import type { Words } from '../words.ts'

// What the regulation says about time, which is mostly nothing. A deadline of the product stands in the rules, never here.

export const noneSet: Words = { zh: '条例未定期限', en: 'No period is set by the regulation' }

export const continuous: Words = { zh: '持续履行，条例未定期限', en: 'Continuous; no period is set by the regulation' }

export const whenItArises: Words = { zh: '情形出现时履行，条例未定期限', en: 'When it arises; no period is set by the regulation' }

export const promptly: Words = { zh: '及时履行，条例未定具体时限', en: 'Promptly; no figure is set by the regulation' }

export const regularly: Words = { zh: '定期履行，条例未定周期', en: 'Regularly; the interval is not set by the regulation' }

export const voluntary: Words = { zh: '自愿，无期限', en: 'Voluntary; no period' }
