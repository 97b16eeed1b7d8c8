import { useAsk } from '../../parts/useAsk.ts'
import * as paths from '../../parts/paths.ts'

/** One matter, looked at again every minute while its page is open. */
export const useMatter = (id: string) => useAsk(paths.matter(id), { every: 60_000 })
