import type { App } from '../http/typed.ts'
import { calendarRoutes } from '../calendar/routes.ts'
import { channelRoutes } from '../delivery/channels/routes.ts'
import { deadLetterRoutes } from '../delivery/dead-routes.ts'
import { webhookRoutes } from '../delivery/webhooks/routes.ts'
import type { Site } from '../site.ts'
import { accountRoutes } from './accounts.ts'
import { boardRoutes } from './board.ts'
import { burdenRoutes } from './burden.ts'
import { burdenListRoutes } from './burden-lists.ts'
import { criticismRoutes } from './criticisms.ts'
import { deliberationRoutes } from './deliberations.ts'
import { disputeFigureRoutes } from './dispute-figures.ts'
import { disputeRoutes } from './disputes.ts'
import { documentRoutes } from './documents.ts'
import { emergencyRoutes } from './emergencies.ts'
import { checkpointRoutes } from './checkpoints.ts'
import { factorRoutes } from './factor.ts'
import { fileRoutes } from './files.ts'
import { followRoutes } from './follow.ts'
import { gridImportRoutes } from './grid-import.ts'
import { gridRoutes } from './grids.ts'
import { invitationRoutes } from './invitations.ts'
import { covenantRoutes } from './covenants.ts'
import { listRoutes } from './lists.ts'
import { mediationSubsidyRoutes } from './mediation-subsidies.ts'
import { matterRoutes } from './matters.ts'
import { meRoutes } from './me.ts'
import { mediationRoutes } from './mediation.ts'
import { myDataRoutes } from './my-data.ts'
import { noticeRoutes } from './notices.ts'
import { outboxRoutes } from './outbox.ts'
import { peopleRoutes } from './people.ts'
import { placeRoutes } from './places.ts'
import { pointsPaperRoutes } from './points-papers.ts'
import { pointsRoutes } from './points.ts'
import { programRoutes } from './programs.ts'
import { readingRoutes } from './readings.ts'
import { referenceRoutes } from './reference.ts'
import { regulationRoutes } from './regulation.ts'
import { retentionRoutes } from './retention.ts'
import { sheetRoutes } from './sheets.ts'
import { signInRoutes } from './sign-in.ts'
import { similarRoutes } from './similar.ts'
import { ssoRoutes } from './sso.ts'
import { summonsRoutes } from './summons.ts'
import { stepRoutes } from './steps.ts'
import { targetRoutes } from './targets.ts'
import { fieldWorkRoutes } from './field-work.ts'
import { visitRoutes } from './visits.ts'
import { voteRoutes } from './votes.ts'

/** Every route under /api, and the published checkpoints. */
export const routes: readonly ((app: App, site: Site) => void)[] = [
  signInRoutes, ssoRoutes, meRoutes, myDataRoutes, factorRoutes, programRoutes, matterRoutes, stepRoutes, placeRoutes, referenceRoutes, similarRoutes, boardRoutes, retentionRoutes, noticeRoutes, readingRoutes, peopleRoutes, fileRoutes, followRoutes, regulationRoutes,
  emergencyRoutes, listRoutes, accountRoutes, invitationRoutes, checkpointRoutes,
  burdenRoutes, burdenListRoutes,
  summonsRoutes,
  documentRoutes, disputeRoutes, disputeFigureRoutes, mediationSubsidyRoutes, criticismRoutes,
  sheetRoutes,
  targetRoutes, visitRoutes, fieldWorkRoutes,
  gridRoutes, gridImportRoutes,
  calendarRoutes, webhookRoutes, channelRoutes, deadLetterRoutes,
  outboxRoutes,
  pointsRoutes,
  pointsPaperRoutes,
  covenantRoutes,
  mediationRoutes,
  deliberationRoutes,
  voteRoutes,
]
