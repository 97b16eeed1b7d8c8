import type { MatterView } from '../../../server/wire.ts'
import { FactList } from '../../parts/FactList.tsx'
import { useLang } from '../../parts/lang.ts'
import { Fold } from '../../parts/phone/Fold.tsx'

const told = ['text', 'category', 'place', 'spot', 'point', 'photos', 'anonymous', 'contactName', 'contactPhone', 'supplement', 'right', 'purpose', 'scope', 'village', 'whose', 'child', 'relation', 'separate', 'about', 'details', 'papers', 'until']

/** What one said oneself. */
export const Given = ({ matter }: { readonly matter: MatterView }) => {
  const { t } = useLang()
  const figures = matter.allFacts.filter(figure => told.includes(figure.fact) && figure.value !== null)
  if (figures.length === 0) return null
  return (
    <Fold icon="say" title={t('我说的内容', 'What I said')}>
      <FactList procedure={matter.procedure} figures={figures} files={matter.files} />
    </Fold>
  )
}
