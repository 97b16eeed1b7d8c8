import { problemOf } from '../api.ts'
import * as paths from '../paths.ts'
import { RefusalNote } from '../RefusalNote.tsx'
import { useAsk } from '../useAsk.ts'

/** Why a single sign-on came to nothing: the browser came back with a code in the address, and the server has the words. */
export const Refused = ({ code }: { readonly code: string | null }) => {
  const told = useAsk(code === null ? undefined : paths.refusal(code), { fresh: Number.POSITIVE_INFINITY })
  if (code === null || !told.isError) return null
  const problem = problemOf(told.error)
  return <RefusalNote why={problem.words} remedy={problem.remedy} basis={problem.basis} loud />
}
