import { legalDay } from '../../../kernel/calendar.ts'
import { notify } from '../../../kernel/effect.ts'
import { day, region, text, told, whole } from '../../../kernel/facts.ts'
import { keepWords } from '../../../kernel/kept-words.ts'
import { officeCode } from '../../../kernel/post.ts'
import { procedure, within } from '../../../kernel/procedure.ts'
import { ancestor, countyOf } from '../../../kernel/region.ts'
import { holder, theClock, thePlatform } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'

const facts = {
  village: region({ zh: '村（社区）', en: 'Community', class: 'public', search: 'exact', levels: ['village'] }),
  month: day({ zh: '月份（首日）', en: 'First day of the month', class: 'public' }),
  minutes: whole({ zh: '本月交办工时', en: 'Given work in the month', class: 'public', unit: words('分钟', 'minutes') }),
  ceilingMinutes: whole({ zh: '工时上限', en: 'Ceiling', class: 'public', unit: words('分钟', 'minutes') }),
  forms: whole({ zh: '本月填报表格', en: 'Forms in the month', class: 'public' }),
  ceilingForms: whole({ zh: '表格上限', en: 'Ceiling of forms', class: 'public' }),
  about: told({ zh: '预警内容', en: 'What is warned of', class: 'public' }),
  answer: text({ zh: '如何减下来', en: 'How it is brought down', class: 'public', min: 4, max: 1000, lines: 4, hint: words('向社会公开：减掉、合并、推后了哪些任务；不写个人信息', 'Published: which tasks were dropped, merged or put off; name no person') }),
}

const hours = (minutes = 0): string => String(Math.round(minutes / 6) / 10)

/**
 * 月度负担预警: where what offices gave a community comes to more in a month than the ceiling (a product default, or the county's own), the
 * platform tells the county, once a month, and the county answers how it is brought down. It is about offices, and says nothing of how a community works.
 */
export const burdenWarning = procedure('burden-warning', {
  title: words('月度负担预警', 'Warning of a month’s burden'),
  since: '2023-02-01',
  basis: ['23.1'],
  facts,
  heading: 'about',
  place: 'village',
  stages: {
    raised: { zh: '待县（区）答复', en: 'To be answered', published: true, due: within('burden.answer', 'lapse') },
    answered: { zh: '已答复', en: 'Answered', final: true, published: true },
    unanswered: { zh: '逾期未答复', en: 'Unanswered', final: true, published: true },
  },
  steps: {
    raise: {
      zh: '预警', en: 'Warn', opens: 'raised', basis: [], by: [thePlatform], asks: ['village', 'month', 'minutes', 'ceilingMinutes', 'forms', 'ceilingForms'],
      then: c => {
        const { month = legalDay(c.now), minutes, ceilingMinutes, forms = 0, ceilingForms = 0 } = c.input
        const [year = '', of = ''] = month.split('-')
        const county = countyOf(c.matter.region)
        const telling = words('辖区一个村（社区）本月交办任务超过上限，请核减', 'A community was given more than the ceiling this month: please bring it down')
        return {
          holder: { office: officeCode(county, 'lead') }, counts: { raised: 1 },
          set: {
            about: keepWords(words(
              `${year}年${Number(of)}月交办工时 ${hours(minutes)} 小时（上限 ${hours(ceilingMinutes)}）、表格 ${forms} 张（上限 ${ceilingForms}）（平台规则）`,
              `${year}-${of}: ${hours(minutes)} hours of given work (ceiling ${hours(ceilingMinutes)}), ${forms} forms (ceiling ${ceilingForms}) (a product rule)`)),
          },
          effects: [
            notify({ office: officeCode(county, 'lead') }, telling), notify({ office: officeCode(county, 'centre') }, telling),
            notify({ office: officeCode(ancestor(c.matter.region, 'township') ?? county, 'gov'), kinds: ['lead'] }, telling),
          ],
        }
      },
    },
    answer: {
      zh: '答复', en: 'Answer', from: ['raised'], to: 'answered', basis: [], primary: true, by: [holder('lead', 'handler', 'dispatcher')], asks: ['answer'],
      causes: words('向社会公开（平台规则）', 'It is published (a product rule)'),
      then: c => ({ counts: { answered: 1 }, effects: [notify({ posts: 'committee', region: c.matter.region }, words('县（区）已答复本月负担预警', 'The county answered the warning of this month’s burden'))] }),
    },
    lapse: {
      zh: '逾期未答复', en: 'Not answered in time', from: ['raised'], to: 'unanswered', basis: [], by: [theClock],
      then: c => ({ counts: { unanswered: 1 }, effects: [notify({ posts: 'committee', region: c.matter.region }, words('县（区）逾期未答复负担预警', 'The county did not answer the warning in time'))] }),
    },
  },
  measures: { raised: words('预警', 'Warnings'), answered: words('已答复', 'Answered'), unanswered: words('逾期未答复', 'Unanswered') },
  rates: { answeredRate: { ...words('答复率', 'Answered'), of: 'answered', among: 'raised' } },
  list: { columns: ['village', 'month', 'minutes'] },
})
