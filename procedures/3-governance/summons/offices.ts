import { notify, type Effect } from '../../../kernel/effect.ts'
import { kindOfOffice, officeCode, regionOfOffice, type Actor } from '../../../kernel/post.ts'
import { faultAt, refuse, type Refusal } from '../../../kernel/refusal.ts'
import { countyOf, isWithin, levelOf } from '../../../kernel/region.ts'
import { ofGovernment, post } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'

/** Whoever works for a township: a handler on the spot as well as its lead. */
export const township = [post('lead', 'township'), post('dispatcher', 'township'), post('handler', 'township')] as const
export const countyLead = ofGovernment('lead', 'county')

/** Offices that stand in a township but are not it (a police station, a justice office) may be summoned and summon nobody. */
export const ofTheTownship = ({ actor }: { readonly actor: Actor }): Refusal | undefined =>
  levelOf(actor.region) !== 'township' || ['gov', 'centre'].includes(kindOfOffice(actor.office ?? '')) ? undefined
    : refuse('not-the-township', words('由乡镇人民政府、街道办事处或其综治中心办理', 'This is for the township’s government or its governance centre'), { basis: ['24.2'], remedy: words('请报乡镇（街道）办理', 'Ask the township to do it') })

/** Who commands or oversees carries out nothing on the spot. */
export const notSummoned: readonly string[] = ['lead', 'gov', 'centre', 'committee', 'congress', 'audit', 'access', 'hotline', 'court', 'procuratorate']

/** Whether an office may be called to a place: a department that answers for it, with somebody there. */
export const mayBeCalled = (fact: string, place: string, office: string, staffed: readonly string[] | undefined): Refusal | undefined => {
  if (notSummoned.includes(kindOfOffice(office))) return faultAt(fact, '只能召集部门和派驻机构', 'Only departments and posted units are summoned')
  if (!isWithin(place, regionOfOffice(office))) return faultAt(fact, '该单位不管辖此地；县（区）指挥范围以外的，请填在外部单位', 'That office does not answer for this place; a unit outside the county’s command goes under units outside')
  return staffed?.includes(office) ? undefined : faultAt(fact, '该单位没有可以受理的人员', 'Nobody there could accept it')
}

/** The county that answers for its departments: the lead group and the centre. */
export const toTheCounty = (place: string, zh: string, en: string): readonly Effect[] => [
  notify({ posts: 'lead', region: countyOf(place) }, words(zh, en)),
  notify({ office: officeCode(countyOf(place), 'centre') }, words(zh, en)),
]
