import { classes, kindOfOffice, officeCode, postKinds, reads, regionOfOffice, type Actor, type Class, type PostKind } from './post.ts'
import { faultAt, refuse, type Refusal } from './refusal.ts'
import { ancestor, isWithin, levelOf } from './region.ts'
import { words } from './words.ts'

/** The three that run the platform and stand apart (三员分立): one runs accounts, one gives rights, one reads the logs. No account holds two at once. */
export const administrators = ['systemAdmin', 'securityAdmin', 'auditor'] as const satisfies readonly PostKind[]

export type Administrator = (typeof administrators)[number]

export const isAdministrator = (kind: string): kind is Administrator => administrators.some(one => one === kind)

/** Where a county's (else the city's) system and security administrators stand, and nobody else: it holds the matters of accounts and posts. */
export const accessOffice = (region: string): string => officeCode(ancestor(region, 'county') ?? region, 'access')

/** A post as it is asked for. */
export type WantedPost = { readonly account: string; readonly kind: PostKind; readonly region: string; readonly office?: string; readonly clearance: Class }

/** Who proposes, confirms or ends: from which post, as far as that matters here. */
export type Giver = Pick<Actor, 'account' | 'kind' | 'region' | 'clearance'>

/** What is wrong with a post in itself, whoever proposes it. */
export const unfitPost = ({ kind, region, office, clearance }: WantedPost): Refusal | undefined => {
  if (kind === 'resident') return faultAt('kind', '居民不是岗位', 'A resident is no post')
  const level = levelOf(region)
  if (isAdministrator(kind) && level !== 'city' && level !== 'county') return faultAt('region', '系统、安全、审计管理员只在市和县（区）设立', 'Administrators stand in the city and in counties only')
  if (office !== undefined && !isWithin(region, regionOfOffice(office))) return faultAt('office', '岗位所在地须在该单位的辖区内', 'The place of the post must lie in the area of the office')
  const access = kind === 'systemAdmin' || kind === 'securityAdmin'
  if (access !== (office !== undefined && kindOfOffice(office) === 'access')) {
    return faultAt('office', '系统管理员、安全管理员须设在账号与权限管理岗，其他岗位不得设在此处', 'System and security administrators stand in the office of access administration, and nobody else does')
  }
  const { clearance: own } = postKinds[kind]
  if (isAdministrator(kind)) return clearance === own ? undefined : faultAt('clearance', `此类管理员的权限级别固定为“${classes[own].zh}”`, `The clearance of this administrator is always “${classes[own].en}”`)
  return own === 'public' && clearance !== 'public' ? faultAt('clearance', '这类岗位只看公开内容', 'A post of this kind reads what is public only') : undefined
}

const forThemselves = (): Refusal =>
  refuse('own-post', words('不得为自己提出、审核或结束岗位（平台规则）', 'Nobody proposes, confirms or ends a post of their own (a product rule)'), { remedy: words('请由他人办理', 'Ask somebody else') })

const beyondReach = (): Refusal =>
  refuse('beyond-reach', words('岗位所在地或单位超出您的管辖范围', 'The place or the office of the post lies beyond your own reach'), { remedy: words('请由管辖该地的上级提出或审核', 'Ask somebody whose area holds it') })

const notTheirs = (zh: string, en: string): Refusal => refuse('not-appointing', words(zh, en), { remedy: words('请由有权岗位办理，或切换岗位', 'Ask whoever holds that post, or act from another of your own') })

const covers = (giver: Giver, { region, office }: WantedPost): boolean =>
  isWithin(region, giver.region) && (office === undefined || isWithin(regionOfOffice(office), giver.region))

const isCity = ({ region }: Giver): boolean => levelOf(region) === 'city'

const cityLead = (giver: Giver): boolean => giver.kind === 'lead' && isCity(giver)

/** Whether somebody may propose a post, or end an administrator's: an administrator of another kind at the city, the city lead, or for the rest a lead. */
const mayGive = (giver: Giver, kind: PostKind): boolean =>
  isAdministrator(kind) ? cityLead(giver) || (isCity(giver) && (giver.kind === 'systemAdmin' || giver.kind === 'securityAdmin') && giver.kind !== kind) : giver.kind === 'lead'

/** What stands in the way of this person proposing this post: nobody gives what they do not reach themselves. */
export const whyNotPropose = (giver: Giver, wanted: WantedPost): Refusal | undefined => {
  if (giver.account === wanted.account) return forThemselves()
  if (!mayGive(giver, wanted.kind)) {
    return isAdministrator(wanted.kind)
      ? notTheirs('管理员岗位由市级的另一类管理员或市负责人提出', 'An administrator is proposed by one of another kind at the city, or by the city lead')
      : notTheirs('此岗位由负责人提出', 'This post is proposed by a lead')
  }
  if (!covers(giver, wanted)) return beyondReach()
  // An administrator's clearance is that of the kind, whoever proposes.
  return isAdministrator(wanted.kind) || reads(giver.clearance, wanted.clearance) ? undefined
    : refuse('beyond-clearance', words('权限级别高于您自己的级别', 'The clearance is above your own'), { remedy: words('请选择不高于自己的级别', 'Choose one not above your own') })
}

/** What stands in the way of this person confirming a post that `proposer` proposed. */
export const whyNotConfirm = (giver: Giver, wanted: WantedPost, proposer: string): Refusal | undefined => {
  if (giver.account === wanted.account) return forThemselves()
  if (giver.account === proposer) return refuse('two-people', words('提出人不能审核自己的提议（平台规则）', 'Who proposed a post can’t confirm it (a product rule)'), { remedy: words('请由另一位安全管理员审核', 'Ask another security administrator') })
  const may = isAdministrator(wanted.kind) ? isCity(giver) && (giver.kind === 'securityAdmin' || giver.kind === 'lead') : giver.kind === 'securityAdmin'
  if (!may) {
    return isAdministrator(wanted.kind)
      ? notTheirs('管理员岗位由市级安全管理员或市负责人审核', 'An administrator is confirmed by the city’s security administrator or the city lead')
      : notTheirs('此岗位由安全管理员审核', 'This post is confirmed by a security administrator')
  }
  return covers(giver, wanted) ? undefined : beyondReach()
}

/** What stands in the way of this person ending a post: whoever could have proposed or confirmed it may. */
export const whyNotEnd = (giver: Giver, wanted: WantedPost): Refusal | undefined => {
  if (giver.account === wanted.account) return forThemselves()
  if (!mayGive(giver, wanted.kind) && !(isAdministrator(wanted.kind) ? isCity(giver) && giver.kind === 'securityAdmin' : giver.kind === 'securityAdmin')) {
    return notTheirs('此岗位由有权提出或审核它的人结束', 'A post is ended by who could have proposed or confirmed it')
  }
  return covers(giver, wanted) ? undefined : beyondReach()
}
