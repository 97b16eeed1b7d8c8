import { notify, type Effect } from '../../kernel/effect.ts'
import { officeCode, regionOfOffice, type OfficeCode } from '../../kernel/post.ts'
import { isCommunity } from '../../kernel/gate.ts'
import { refuse, type Refusal } from '../../kernel/refusal.ts'
import { ancestor, countyOf, levelOf } from '../../kernel/region.ts'
import { isGovernment } from '../../kernel/who.ts'
import { words } from '../../kernel/words.ts'

const lead = (region: string): OfficeCode => officeCode(region, 'lead')
const cityOf = (region: string): string => ancestor(region, 'city') ?? region

/** Who decides on an office, nobody on their own: the county's lead group on townships and the county's departments, the city's on a county's own heads and the city's departments; nobody here above that. */
export const decidesOn = (accused: OfficeCode): OfficeCode | undefined => {
  const region = regionOfOffice(accused)
  const level = levelOf(region)
  const head = isGovernment(accused)
  if (level === 'city') return head ? undefined : lead(region)
  return level === 'county' && head ? lead(cityOf(region)) : lead(countyOf(region))
}

/** The level above one that decides, where there is one here. */
export const aboveIt = (decider: OfficeCode): OfficeCode | undefined =>
  (levelOf(regionOfOffice(decider)) === 'city' ? undefined : lead(cityOf(regionOfOffice(decider))))

/**
 * Where a report lies while it is looked into: with the city, whose own posts alone reach it beside the office that holds it. Whoever works in the
 * county or the township, the unit reported among them, reaches nothing of it, whatever their clearance.
 */
export const outOfReach = (accused: OfficeCode): string => cityOf(regionOfOffice(accused))

/** Why a report of this unit can't be taken here. */
export const notForUs = (accused: OfficeCode): Refusal | undefined => {
  if (isCommunity(accused)) {
    return refuse('a-community', words('村（居）委会、社区不是本条规定的责任单位', 'A community is not among the units these articles hold to account'), {
      basis: ['50.2'], remedy: words('对村（社区）工作的意见，请向乡镇（街道）反映', 'What concerns a community’s own work is for its township'),
    })
  }
  return decidesOn(accused) === undefined
    ? refuse('beyond-the-city', words('本平台没有可以对该单位作出决定的上级', 'No level above that unit decides here'), { remedy: words('请向省级有关机关或者纪检监察机关反映', 'Turn to the province or to discipline inspection') })
    : undefined
}

/** A report about the city’s own departments can’t be kept from the city’s posts, and so is not promised to be. */
export const noCover = (accused: OfficeCode): Refusal | undefined =>
  (levelOf(regionOfOffice(accused)) === 'city'
    ? refuse('no-cover', words('反映市级单位的，平台不能保证对其保密', 'About an office of the city confidentiality can’t be promised here'), { remedy: words('请向纪检监察机关反映，或者不选保密', 'Turn to discipline inspection, or report it openly') })
    : undefined)

/** To those of an office that decides who do so. */
export const toCompetent = (office: OfficeCode, zh: string, en: string): Effect => notify({ office, kinds: ['lead', 'handler'] }, words(zh, en))
