import { kindOfOffice, officeCode, regionOfOffice, type PostKind } from '../../../kernel/post.ts'
import { refuse, type Refusal } from '../../../kernel/refusal.ts'
import { ancestor, countyOf, levelOf } from '../../../kernel/region.ts'
import { holder } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'

const security = (place: string): string => officeCode(place, 'access')

/** The next to decide when the security administrator of an office does not, or may not: the city's, then the city's lead group. */
export const securityAbove = (office: string): string => {
  const city = ancestor(regionOfOffice(office), 'city') ?? regionOfOffice(office)
  return kindOfOffice(office) === 'access' && regionOfOffice(office) !== city ? security(city) : officeCode(city, 'lead')
}

/** The security administrator's office that decides in a county; on what an office of the city did, the city's, and never on its own doing. */
export const securityFor = (place: string, about?: string): string => {
  const ofCity = about !== undefined && levelOf(regionOfOffice(about)) === 'city'
  const own = security(ofCity ? regionOfOffice(about) : countyOf(place))
  return own === about ? securityAbove(own) : own
}

/** Who in such an office, or in an office that answers, is told of it: not whoever else works there. */
export const ruling: readonly PostKind[] = ['securityAdmin', 'lead']

/** Who decides in such an office. */
export const decider = { ...holder('securityAdmin', 'lead'), ...words('安全管理员', 'the security administrator') }

/** Whoever looked neither answers for it nor judges it. */
export const notOwnReading = (who: string | undefined, account: string): Refusal | undefined =>
  who === account
    ? refuse('own-reading', words('查看人不能答复或裁定自己的查看（平台规则）', 'Whoever looked can’t answer for it or judge it (a product rule)'), { remedy: words('请由本单位其他负责人或上级办理', 'Another lead of the office, or the level above, does') })
    : undefined
