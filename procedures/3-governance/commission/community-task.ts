import { region } from '../../../kernel/facts.ts'
import { need, procedure } from '../../../kernel/procedure.ts'
import { thePlatform } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import { awaiting } from './work/conditions.ts'
import { delivering } from './work/deliver.ts'
import { disputing } from './work/dispute.ts'
import { workFacts } from './work/facts.ts'
import { arrivesAt, givenAsks, givesThis, type Held } from './work/give.ts'
import { workNeeds } from './work/parts.ts'
import { offering } from './work/offer.ts'
import { offerStages, workMeasures, workRates, workStages } from './work/stages.ts'

const namesOf = (fields: unknown): readonly string[] =>
  (Array.isArray(fields) ? fields as readonly unknown[] : []).flatMap(field => (typeof field === 'object' && field !== null && 'name' in field && typeof field.name === 'string' ? [field.name] : []))

/**
 * 村（社区）任务: what a community was asked to do, out of a commission and through the gate alone. Assistance on the county's list is owed once
 * its conditions arrived (Art. 7.1, 23.2); what is entrusted is taken on freely (7.2); nothing runs past its last day.
 */
export const communityTask = procedure('community-task', {
  title: words('村（社区）任务', 'Community task'),
  since: '2023-02-01',
  basis: ['7.1', '7.2', '23.2', '23.3'],
  facts: { ...workFacts, village: region({ zh: '村（社区）', en: 'Village', class: 'public', search: 'exact', levels: ['village'] }) },
  heading: 'title',
  place: 'village',
  needs: { ...workNeeds, known: need<Held>('village-known', c => ({ village: c.matter.region, names: namesOf(c.facts['fields']), at: c.now.toISOString() })) },
  records: ['given-work', 'village-data'],
  stages: { ...offerStages, ...workStages },
  steps: {
    give: {
      zh: '下达', en: 'Give', opens: 'offered', to: ['awaiting', 'doing'], basis: ['7.1', '7.2', '23.2'], by: [thePlatform], asks: ['village', ...givenAsks], needs: ['known'],
      gives: givesThis,
      then: c => arrivesAt(c, c.needs.known ?? []),
    },
    ...offering, ...awaiting, ...delivering, ...disputing,
    release: { ...disputing.release, from: ['offered', ...disputing.release.from] },
    takenBack: { ...disputing.takenBack, from: ['offered', ...disputing.takenBack.from] },
    endOver: { ...disputing.endOver, from: ['offered', ...disputing.endOver.from] },
  },
  measures: workMeasures,
  rates: workRates,
  list: { columns: ['issuer', 'ground', 'until'] },
  notCovered: [{ basis: '50.2', why: words('擅自转交的责任追究由违规查处程序办理', 'Answering for what was passed down is for the procedure on breaches') }],
})
