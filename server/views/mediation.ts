import type { Words } from '../../kernel/words.ts'
import { firmKinds } from '../../procedures/3-governance/advisers/contract-facts.ts'
import { lawTalk } from '../../procedures/3-governance/advisers/law-talk.ts'
import { chosenHow, founders } from '../../procedures/3-governance/mediation-bodies/committee-facts.ts'
import { languages, mediationFields } from '../../procedures/3-governance/mediation-bodies/fields.ts'
import { kinds } from '../../procedures/3-governance/mediation-bodies/mediator-facts.ts'
import { studio } from '../../procedures/3-governance/mediation-bodies/studio.ts'
import type { ContractRow, TalkRow } from '../../registers/mediation/advisers.ts'
import type { CommitteeRow } from '../../registers/mediation/committees.ts'
import type { MediatorAt } from '../../registers/mediation/mediators.ts'
import type { StudioRow } from '../../registers/mediation/studios.ts'
import type { AdviserView, CommitteeView, MediatorView, StudioView, TalkLine } from '../wire/mediation.ts'
import { officeRef, regionRef, type Names } from './place.ts'

/** The label of an option; one that is declared no more stands as itself. */
export const optionWords = (options: { readonly [name: string]: Words } | undefined, name: string | null): Words => {
  const found = options?.[name ?? '']
  return found ? { zh: found.zh, en: found.en } : { zh: name ?? '', en: name ?? '' }
}

export const kindWords = (kind: string | null): Words | undefined => (kind === null ? undefined : optionWords(kinds, kind))

export const committeeView = (names: Names, today: string, row: CommitteeRow): CommitteeView => ({
  id: row.matter, name: row.name, office: officeRef(names, row.office), place: regionRef(names, row.place), founder: optionWords(founders, row.founder), foundedBy: row.foundedBy, chosen: optionWords(chosenHow, row.chosen), members: row.members,
  ...(row.contact !== null && { contact: row.contact }), filed: row.filed, since: row.since, until: row.until, over: row.dissolved === null && row.until < today, ...(row.guided !== null && { guided: row.guided }), late: row.late && row.dissolved === null,
  ...(row.dissolved !== null && { dissolved: row.dissolved }), ...(row.successor !== null && { successor: officeRef(names, row.successor) }),
})

export const mediatorView = (names: Names, row: MediatorAt): MediatorView => {
  const kind = kindWords(row.kind)
  return {
    name: row.name, office: officeRef(names, row.office), place: regionRef(names, row.place), ...(kind && { kind }), fields: row.fields.map(field => optionWords(mediationFields, field)), languages: row.languages.map(one => optionWords(languages, one)),
    ...(row.since !== null && { since: row.since }), ...(row.until !== null && { until: row.until }), ...(row.matter !== null && { id: row.matter }),
  }
}

export const studioView = (names: Names, row: StudioRow): StudioView => ({
  id: row.matter, name: row.name, kind: optionWords(studio.facts.kind.options, row.kind), place: regionRef(names, row.place), office: officeRef(names, row.office), ...(row.mediator !== null && { mediator: row.mediator }),
  ...(row.contact !== null && { contact: row.contact }), ...(row.hours !== null && { hours: row.hours }), since: row.since, ...(row.reviewed !== null && { reviewed: row.reviewed }), ...(row.ended !== null && { ended: row.ended }),
})

export const adviserView = ({ contract, firm, firmKind, contact, since, until, evaluated, advisers }: ContractRow): AdviserView => ({
  contract, firm, firmKind: optionWords(firmKinds, firmKind), ...(contact !== null && { contact }), since, until, ...(evaluated !== null && { evaluated }), advisers: advisers.map(one => ({ name: one.name, since: one.since })),
})

export const talkLine = (names: Names, row: TalkRow): TalkLine => ({
  id: row.id, place: regionRef(names, row.place), topic: row.topic, form: optionWords(lawTalk.facts.form.options, row.form), givers: row.givers.map(one => officeRef(names, one)), day: row.day,
  ...(row.time !== null && { time: row.time }), ...(row.spot !== null && { spot: row.spot }), held: row.stage === 'held', ...(row.came !== null && { came: row.came }),
})
