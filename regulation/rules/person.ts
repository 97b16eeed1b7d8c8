import type { Row } from './rule.ts'
import { law } from './source.ts'

const privacyLaw = law('个人信息保护法', 'Personal Information Protection Law', '2021-11-01')

/** Under this age personal information is sensitive and a guardian consents. */
export const personRules = [
  { name: 'personal-information.minor-age', value: 14, unit: 'years', ...privacyLaw('二十八、三十一') },
] as const satisfies readonly Row[]
