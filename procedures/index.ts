import type { Procedure } from '../kernel/procedure.ts'
import { annualPlan } from './1-general/annual-plan.ts'
import { campaign } from './1-general/campaign/campaign.ts'
import { campaignPart } from './1-general/campaign/campaign-part.ts'
import { guidance } from './1-general/guidance.ts'
import { villageInspection } from './1-general/village-inspection.ts'
import { accessCheck } from './2-foundations/access/access-check.ts'
import { accessDeferral } from './2-foundations/access/access-deferral.ts'
import { accessGrant } from './2-foundations/access/access-grant.ts'
import { accessQuestion } from './2-foundations/access/access-question.ts'
import { accountOpening } from './2-foundations/access/account-opening.ts'
import { appointment } from './2-foundations/access/appointment.ts'
import { consent } from './2-foundations/access/consent.ts'
import { dataRequest } from './2-foundations/access/data-request.ts'
import { retentionHold } from './2-foundations/access/retention-hold.ts'
import { errand } from './2-foundations/grid-worker/errand.ts'
import { subsidy } from './2-foundations/grid-worker/subsidy.ts'
import { subsidyScheme } from './2-foundations/grid-worker/subsidy-scheme.ts'
import { workloadNote } from './2-foundations/grid-worker/workload-note.ts'
import { gridAppointment } from './2-foundations/grid-worker/grid-appointment.ts'
import { patrol } from './2-foundations/patrol/patrol.ts'
import { householdChange } from './2-foundations/household/household-change.ts'
import { referenceChange } from './2-foundations/reference-change.ts'
import { visit } from './2-foundations/visit/visit.ts'
import { visitPlan } from './2-foundations/visit/visit-plan.ts'
import { request } from './2-foundations/request.ts'
import { commission } from './3-governance/commission/commission.ts'
import { communityTask } from './3-governance/commission/community-task.ts'
import { townshipTask } from './3-governance/commission/township-task.ts'
import { burdenWarning } from './3-governance/burden/burden-warning.ts'
import { outsideOrder } from './3-governance/burden/outside-order.ts'
import { dispute } from './3-governance/dispute/dispute.ts'
import { disputeHandoff } from './3-governance/dispute/handoff.ts'
import { emergencyOrder } from './3-governance/emergency-order.ts'
import { careNeed } from './4-services/care-need.ts'
import { breach } from './6-liability/breach.ts'
import { breachClue } from './6-liability/breach-clue.ts'
import { breachNotice } from './6-liability/breach-notice.ts'
import { covenant } from './3-governance/covenant/covenant.ts'
import { covenantProposal } from './3-governance/covenant/covenant-proposal.ts'
import { creditReview } from './3-governance/credit-review/credit-review.ts'
import { deliberation } from './3-governance/deliberation/deliberation.ts'
import { deliberationComment } from './3-governance/deliberation/deliberation-comment.ts'
import { resolutionTask } from './3-governance/deliberation/resolution-task.ts'
import { hearingOpinion } from './3-governance/hearing/hearing-opinion.ts'
import { hearingRound } from './3-governance/hearing/hearing-round.ts'
import { gridChange } from './3-governance/grids/grid-change.ts'
import { dutyList } from './3-governance/lists/duty-list.ts'
import { listComment } from './3-governance/lists/list-comment.ts'
import { listProposal } from './3-governance/lists/list-proposal.ts'
import { workList } from './3-governance/lists/work-list.ts'
import { mediationCommittee } from './3-governance/mediation-bodies/mediation-committee.ts'
import { mediator } from './3-governance/mediation-bodies/mediator.ts'
import { studio } from './3-governance/mediation-bodies/studio.ts'
import { adviserContract } from './3-governance/advisers/adviser-contract.ts'
import { advice } from './3-governance/advisers/advice.ts'
import { lawTalk } from './3-governance/advisers/law-talk.ts'
import { majorOpinion } from './3-governance/major-opinion/major-opinion.ts'
import { hazard } from './3-governance/hazard/hazard.ts'
import { inspection } from './3-governance/inspection/inspection.ts'
import { mediationSubsidy } from './3-governance/mediation-subsidy/claim.ts'
import { mediationSubsidyScheme } from './3-governance/mediation-subsidy/scheme.ts'
import { screening } from './3-governance/screening/screening.ts'
import { screeningFinding } from './3-governance/screening/finding.ts'
import { riskAssessment } from './3-governance/risk/risk-assessment.ts'
import { majorDecision } from './3-governance/risk/major-decision.ts'
import { referral } from './3-governance/referral/referral.ts'
import { dutyRoster } from './3-governance/summons/duty-roster.ts'
import { outsideUnit } from './3-governance/summons/outside-unit.ts'
import { summons } from './3-governance/summons/summons.ts'
import { summonsCall } from './3-governance/summons/summons-call.ts'
import { householdClaim } from './3-governance/points/household-claim.ts'
import { pointsAward } from './3-governance/points/points-award.ts'
import { pointsCarry } from './3-governance/points/points-carry.ts'
import { pointsCatalogue } from './3-governance/points/points-catalogue.ts'
import { pointsCorrection } from './3-governance/points/points-correction.ts'
import { pointsDeduction } from './3-governance/points/points-deduction.ts'
import { pointsObjection } from './3-governance/points/points-objection.ts'
import { pointsOpening } from './3-governance/points/points-opening.ts'
import { pointsPosting } from './3-governance/points/points-posting.ts'
import { pointsProposal } from './3-governance/points/points-proposal.ts'
import { pointsScheme } from './3-governance/points/points-scheme.ts'
import { redemption } from './3-governance/points/redemption.ts'
import { rewardStock } from './3-governance/points/reward-stock.ts'

/** Every procedure in force or once in force, by name; versions of one name stand oldest first. */
export const procedures: readonly Procedure[] = [
  request, referenceChange, accountOpening, appointment, accessGrant, accessQuestion, accessDeferral, accessCheck,
  dataRequest, consent, retentionHold, emergencyOrder,
  breachClue, breach, breachNotice,
  workList, listComment, listProposal, dutyList,
  commission, townshipTask, communityTask,
  outsideOrder, burdenWarning,
  summons, summonsCall, outsideUnit, dutyRoster, referral, majorOpinion,
  gridChange, householdChange,
  covenant, covenantProposal, creditReview,
  deliberation, deliberationComment, resolutionTask, hearingRound, hearingOpinion,
  dispute, disputeHandoff, screening, screeningFinding, riskAssessment, majorDecision, mediationSubsidyScheme, mediationSubsidy,
  guidance, villageInspection, annualPlan, campaign, campaignPart,
  hazard, inspection, visitPlan, visit, patrol, careNeed,
  mediationCommittee, mediator, studio, adviserContract, advice, lawTalk,
  gridAppointment, subsidyScheme, subsidy, errand, workloadNote,
  pointsCatalogue, pointsScheme, pointsProposal, pointsAward, pointsPosting, pointsObjection, pointsCorrection, pointsDeduction, pointsOpening, pointsCarry, redemption, rewardStock, householdClaim,
]
