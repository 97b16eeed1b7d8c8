import type { UseQueryResult } from '@tanstack/react-query'
import type { RouteView } from '../../../server/wire.ts'
import * as paths from '../../parts/paths.ts'
import { useAsk } from '../../parts/useAsk.ts'

/** Where the routing table sends a category from a place; asks nothing while there is no category. */
export const useRoute = (category: string | undefined, region: string): UseQueryResult<RouteView> =>
  useAsk(category === undefined ? undefined : paths.route(category, region), { fresh: 60_000 })
