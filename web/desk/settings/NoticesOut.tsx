import { Channels } from '../../parts/notify/Channels.tsx'
import * as paths from '../../parts/paths.ts'
import { KitContext } from '../../parts/safety/kit.ts'
import { useAsk } from '../../parts/useAsk.ts'
import { deskKit } from '../kit.tsx'
import { Failed, Loading } from '../states.tsx'

/** Where one's notices go, with the desk's controls. */
export const NoticesOut = () => {
  const found = useAsk(paths.channels(), { fresh: 0 })
  if (found.isPending) return <Loading />
  if (found.isError) return <Failed error={found.error} again={() => void found.refetch()} />
  return <KitContext value={deskKit}><Channels found={found.data} again={found.refetch} /></KitContext>
}
