import { words } from '../kernel/words.ts'
import type { Known, Loader, Recorder } from '../store/house.ts'
import { keepWords } from '../kernel/kept-words.ts'
import { isUuid } from '../kernel/facts.ts'
import { mediatedCase, recordMediationSubsidy, recordMediationSubsidyScheme } from './mediation-subsidies.ts'
import { assessment } from './assessments.ts'
import { accountNamed, postHeld } from './accounts.ts'
import { recordAccount } from './accounts-record.ts'
import { answering } from './answering.ts'
import { attendanceLoader, countLoader } from './ballots/count.ts'
import { ownLine } from './ballots/look.ts'
import { entitledLoader } from './rolls/entitled.ts'
import { rollLoader } from './rolls/loaders.ts'
import { concerned } from './concerned.ts'
import { deliberationAt, draftAt, topicOn, unanswered } from './deliberations.ts'
import { recordDeferral } from './deferrals.ts'
import { recordCriticism } from './criticisms.ts'
import { emergency, recordEmergency } from './emergencies.ts'
import { householdLoaders } from './households/loaders.ts'
import { isHouseholdCode } from './households/read.ts'
import { recordHouseholdPerson } from './households/claim.ts'
import { recordHouseholdChange } from './households/record.ts'
import { groundLoader } from './grids/ground.ts'
import { gridPosts } from './grids/posts.ts'
import { locatedLoader } from './grids/located.ts'
import { gateLoader, listedItems, recordGivenWork, recordRefusedAttempt } from './gate.ts'
import { recordGrant } from './grants.ts'
import { communities, latestDutyList, latestWorkList, listAt, listComments, recordDutyList, recordWorkList } from './lists.ts'
import type { LiveDirectory } from './live-directory.ts'
import { looked } from './looked.ts'
import { covenantInForce, covenantLatest, covenantNext, covenantProposals, recordCovenant, recordCovenantAnnulled, recordCovenantEnded } from './covenants/covenants.ts'
import { recordIntegrity, recordIntegrityEnd, recordIntegrityLink } from './covenants/integrity.ts'
import { recordConsent, recordConsentEnd } from './consents.ts'
import { recordHold, recordHoldEnd } from './holds.ts'
import { mediationLoaders, mediationRecorders } from './mediation/serving.ts'
import { planStanding, recordAnnualPlan, recordPlanProgress } from './plan-targets.ts'
import { findPrecedent, recordPrecedent } from './precedents.ts'
import { staffedOffices } from './posts.ts'
import { brought, recordOutsideOrder } from './outside-orders.ts'
import { recordPost } from './posts-record.ts'
import { recordReferenceChange } from './reference-change.ts'
import { subject } from './subject.ts'
import { onDuty, recordDutyRoster, recordOutsideUnit, recordOutsideUnitEnd, recordSummonsCall, summonsCalls, workingIn } from './summons.ts'
import { recordSubsidyPayment, recordSubsidyScheme, subsidyBasis } from './subsidies.ts'
import { touched } from './touched.ts'
import { besideLoader, recordVillageData, villageKnown } from './village-data.ts'
import { inspectionsOf, recordTownshipVisit } from './township-visits.ts'
import { namesakes, villager } from './villager.ts'

const code = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Which of these offices have somebody who may accept. */
export const staffed: Loader = (tx, ask) => {
  const offices = Array.isArray(ask['offices']) ? ask['offices'].filter((one): one is string => typeof one === 'string') : []
  return staffedOffices(tx, offices, new Date(code(ask['at'])))
}

/** What the registers tell a step that needs to know: a category, and where routing sends it. */
export const registerLoaders = (live: LiveDirectory): { readonly [name: string]: Loader } => ({
  category: async (_, ask) => live.now.category(code(ask['code'])),
  staffed,
  account: accountNamed,
  villager, namesakes,
  post: postHeld,
  subject,
  touched: touched(live),
  emergency,
  gate: gateLoader(live),
  'village-known': villageKnown,
  beside: besideLoader,
  'summons-calls': summonsCalls,
  'on-duty': onDuty,
  'working-in': workingIn,
  answering,
  looked,
  concerned,
  'work-list': latestWorkList,
  'duty-list': latestDutyList,
  'list-at': listAt,
  'list-comments': listComments,
  communities: communities(live),
  'category-codes': async () => live.now.categories().map(category => category.code),
  brought,
  inspections: inspectionsOf,
  'grid-ground': groundLoader(live),
  'grid-posts': gridPosts,
  located: locatedLoader(live),
  'annual-plan': planStanding,
  'listed-items': listedItems,
  'subsidy-basis': subsidyBasis,
  ...householdLoaders,
  ...mediationLoaders,
  covenantInForce,
  'covenant-latest': covenantLatest,
  'covenant-next': covenantNext,
  'covenant-proposals': covenantProposals,
  'deliberation-at': deliberationAt(live),
  'draft-at': draftAt(live),
  'topic-on': topicOn,
  unanswered,
  assessment,
  'mediated-case': mediatedCase,
  'own-line': ownLine, roll: rollLoader, entitled: entitledLoader, attendance: attendanceLoader, count: countLoader,
  route: async (tx, ask) => {
    const asked = { category: code(ask['category']), region: code(ask['region']), from: code(ask['from']) }
    const found = asked.from === '' ? undefined : live.now.route(asked)
    if (found === undefined) return undefined
    const precedent = await findPrecedent(tx, live.now, asked)
    // Rule and precedent go as one text, for a matter keeps them as one and in both languages.
    const why = precedent === undefined ? found.words : words(`${found.words.zh}；${precedent.zh}`, `${found.words.en}. ${precedent.en}`)
    return { office: found.office, rule: keepWords(why) }
  },
})

/** Rows that steps hand to the registers. */
export const registerRecorders: { readonly [name: string]: Recorder } = {
  precedent: recordPrecedent,
  reference: recordReferenceChange,
  account: recordAccount,
  post: recordPost,
  criticism: recordCriticism,
  emergency: recordEmergency,
  'township-visit': recordTownshipVisit,
  'annual-plan': recordAnnualPlan,
  'plan-progress': recordPlanProgress,
  grant: recordGrant,
  'given-work': recordGivenWork,
  'refused-attempt': recordRefusedAttempt,
  'work-list': recordWorkList,
  'duty-list': recordDutyList,
  'village-data': recordVillageData,
  'outside-order': recordOutsideOrder,
  'summons-call': recordSummonsCall,
  'duty-roster': recordDutyRoster,
  'outside-unit': recordOutsideUnit,
  'outside-unit-end': recordOutsideUnitEnd,
  deferral: recordDeferral,
  'retention-hold': recordHold,
  'retention-hold-end': recordHoldEnd,
  consent: recordConsent,
  'consent-end': recordConsentEnd,
  'household-change': recordHouseholdChange,
  'household-person': recordHouseholdPerson,
  'subsidy-scheme': recordSubsidyScheme,
  'subsidy-payment': recordSubsidyPayment,
  'mediation-subsidy-scheme': recordMediationSubsidyScheme,
  'mediation-subsidy': recordMediationSubsidy,
  ...mediationRecorders,
  covenant: recordCovenant,
  'covenant-annulled': recordCovenantAnnulled,
  'covenant-ended': recordCovenantEnded,
  integrity: recordIntegrity,
  'integrity-end': recordIntegrityEnd,
  'integrity-link': recordIntegrityLink,
}

/** Not kept in memory: a step that names one needs to know it, and its loader says whether it stands. */
const askedOnly: ReadonlySet<string> = new Set(['account', 'post'])
/** Judged by the gate, which refuses what does not stand. */
const judged: ReadonlySet<string> = new Set(['work-item', 'duty-item'])

/** What stands in the registers now: a value that refers to something ended is refused. */
export const knownIn = (live: LiveDirectory): Known => ({
  region: asked => { const found = live.now.region(asked); return found !== undefined && found.ended !== true },
  office: asked => { const found = live.now.office(asked); return found !== undefined && found.ended !== true },
  reference: (register, asked) => (register === 'household' ? isHouseholdCode(asked) : askedOnly.has(register) ? isUuid(asked) : judged.has(register) ? true : register === 'category' && live.now.categories().some(category => category.code === asked)),
})
