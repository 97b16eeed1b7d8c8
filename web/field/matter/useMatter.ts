import { useMatter as useAny } from '../../parts/useMatter.ts'

/** One matter, looked at again every minute while its page is open. */
export const useMatter = (id: string) => useAny(id, 60_000)
