import { asked } from '../../../kernel/procedure.ts'
import type { MatterView } from '../../../server/wire.ts'
import { FactList } from '../../parts/FactList.tsx'
import { useLang } from '../../parts/lang.ts'
import { Fold } from '../../parts/phone/Fold.tsx'
import { procedureOf } from '../../parts/procedures.ts'

const told = ['text', 'category', 'place', 'spot', 'point', 'photos', 'anonymous', 'contactName', 'contactPhone', 'supplement', 'right', 'purpose', 'scope', 'village', 'whose', 'child', 'relation', 'separate', 'about', 'details', 'papers', 'until', 'question', 'objection']

const isAskedOfPerson = (procedure: string, fact: string): boolean => Object.values(procedureOf(procedure)?.steps ?? {}).some(step =>
  step.by.some(({ who, role }) => who === 'resident' || (who === 'party' && role === 'reporter')) && asked(step).some(ask => ask.fact === fact))

/** What one said oneself. */
export const Given = ({ matter }: { readonly matter: MatterView }) => {
  const { t } = useLang()
  const figures = matter.allFacts.filter(figure => told.includes(figure.fact) && figure.value !== null && isAskedOfPerson(matter.procedure, figure.fact))
  if (figures.length === 0) return null
  return (
    <Fold icon="say" title={t('我说的内容', 'What I said')}>
      <FactList matter={matter.id} procedure={matter.procedure} figures={figures} files={matter.files} />
    </Fold>
  )
}
