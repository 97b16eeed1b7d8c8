import type { App } from '../http/typed.ts'
import type { Site } from '../site.ts'
import { boardRoutes } from './board.ts'
import { fileRoutes } from './files.ts'
import { followRoutes } from './follow.ts'
import { matterRoutes } from './matters.ts'
import { meRoutes } from './me.ts'
import { myDataRoutes } from './my-data.ts'
import { noticeRoutes } from './notices.ts'
import { placeRoutes } from './places.ts'
import { programRoutes } from './programs.ts'
import { referenceRoutes } from './reference.ts'
import { regulationRoutes } from './regulation.ts'
import { retentionRoutes } from './retention.ts'
import { signInRoutes } from './sign-in.ts'
import { similarRoutes } from './similar.ts'
import { stepRoutes } from './steps.ts'

/** Every route under /api. */
export const routes: readonly ((app: App, site: Site) => void)[] = [
  signInRoutes, meRoutes, myDataRoutes, programRoutes, matterRoutes, stepRoutes, placeRoutes, referenceRoutes, similarRoutes, boardRoutes, retentionRoutes, noticeRoutes, fileRoutes, followRoutes, regulationRoutes,
]
