import { legalDay } from '../../kernel/calendar.ts'
import { system } from '../../kernel/post.ts'
import type { Dispute } from '../../procedures/3-governance/dispute/facts.ts'
import { bar, distanceOf, distances, fits, inOrder, loadOf, loads, openToSides } from '../../procedures/3-governance/dispute/offered.ts'
import { languages, mediationFields } from '../../procedures/3-governance/mediation-bodies/fields.ts'
import { mediatorsOf } from '../../registers/mediation/mediators.ts'
import { adoptedRules } from '../../registers/rules.ts'
import { figure } from '../../regulation/rules.ts'
import type { Site } from '../site.ts'
import { optionWords } from '../views/mediation.ts'
import { officeRef, regionRef, type Names } from '../views/place.ts'
import type { MediatorChoices } from '../wire/disputes.ts'

type For = { readonly office: string; readonly mediator: unknown; readonly asSide: boolean; readonly language: Names['language'] }

/** Who may mediate a dispute for a body. Who serves is public; a side is told of what is in their hands no figure, and is offered nobody who had the dispute before, but who has it now. */
export const mediatorChoices = async ({ house, directory, now }: Pick<Site, 'house' | 'directory' | 'now'>, matter: Dispute, { office, mediator, asSide, language }: For): Promise<MediatorChoices> => {
  const sides = matter.parties.flatMap(one => (one.role === 'disputant' && one.account !== undefined ? [one.account] : []))
  const [serving, adopted] = await house.database.scoped(system, async tx => [await mediatorsOf(tx, { county: matter.county, office, sides, at: now() }), await adoptedRules(tx)] as const)
  const names: Names = { directory: directory.now, language }
  const today = legalDay(now())
  const { about } = matter.facts
  const offered = serving.filter(one => one.account === mediator || (asSide ? openToSides(matter, one) : bar(matter, one) === undefined))
  return inOrder(offered, matter).map(one => ({
    account: one.account, name: one.name, office: officeRef(names, one.office), place: regionRef(names, one.place), distance: distances[distanceOf(one.place, matter.region)],
    load: loads[loadOf(one.open, name => figure(name, today, adopted).value)], fields: one.fields.map(field => optionWords(mediationFields, field)), languages: one.languages.map(spoken => optionWords(languages, spoken)),
    fits: fits(one.fields, about), mediates: one.account === mediator, ...(!asSide && { open: one.open }),
  }))
}
