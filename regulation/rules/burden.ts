import type { Row } from './rule.ts'
import { byDefault } from './source.ts'

/** What communities are loaded with (Art. 23, 50.2): ceilings of a month and orders that came past the platform. All are defaults of the product; a county's own replace them. */
export const burdenRules = [
  { name: 'burden.month-hours', value: 40, unit: 'hours', ...byDefault('一个村（社区）一个月承担交办任务的工时上限，只用于预警', 'hours of given work a community takes on in a month; only a warning follows', '23.1') },
  { name: 'burden.month-forms', value: 10, unit: 'count', ...byDefault('一个村（社区）一个月填报表格数上限，只用于预警', 'forms a community fills in within a month; only a warning follows', '23.1') },
  { name: 'burden.near', value: 80, unit: 'count', ...byDefault('达到上限的百分之几视为接近上限', 'the per cent of a ceiling from which a community comes near it', '23.1') },
  { name: 'burden.answer', value: 10, unit: 'workingDays', ...byDefault('县（区）答复月度负担预警的时限', 'the county answers a warning of a month’s burden', '23.1') },
  { name: 'outside.answer', value: 5, unit: 'workingDays', ...byDefault('派单单位答复平台外派单的时限，逾期视为未答复', 'an office answers an order given past the platform, else it stands unanswered', '50.2') },
  { name: 'outside.kept', value: 90, unit: 'days', ...byDefault('平台外派单登记后可补报、举报的期限，逾期归档', 'how long an order given past the platform may be followed up before it is put away', '50.2') },
  { name: 'outside.back', value: 31, unit: 'days', ...byDefault('补登平台外派单最多往前的天数', 'how far back an order given past the platform may be logged', '50.2') },
] as const satisfies readonly Row[]
