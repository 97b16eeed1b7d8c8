import type { Fact } from '../../../kernel/fact.ts'
import type { MatterView, Me } from '../../../server/wire.ts'
import { useLang } from '../../parts/lang.ts'
import { BringingLink } from '../new/BringingLink.tsx'
import { askToRead, mayAskToRead } from '../new/ask-to-read.ts'

/** Beside what this post does not read: the way to ask for it, with the matter filled in. */
export const AskToRead = ({ matter, fact, me }: { readonly matter: MatterView; readonly fact: Fact; readonly me: Me }) => {
  const { t } = useLang()
  if (!mayAskToRead(me)) return null
  return <BringingLink {...askToRead.matter(matter, fact)} className="ask-to-read">{t('申请查看', 'Ask to read')}</BringingLink>
}
