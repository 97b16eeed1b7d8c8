import { Cites } from '../../parts/Cite.tsx'
import { useLang } from '../../parts/lang.ts'
import { RefusalNote } from '../../parts/RefusalNote.tsx'
import type { ShutStep } from './steps-at.ts'

/** Steps that stand at this stage and are not this reader's to take, each with why and what would make it possible. */
export const ShutSteps = ({ shut }: { readonly shut: readonly ShutStep[] }) => {
  const { t, say } = useLang()
  return (
    <details className="shut">
      <summary>{t(`由他人办理或暂不能办的动作（${shut.length}）`, `Steps for others, or not possible now (${shut.length})`)}</summary>
      <ul>
        {shut.map(({ name, step, refusal }) => (
          <li key={name}>
            <p className="shut-name">{say(step)} <span className="quiet"><Cites of={step.basis} /></span></p>
            <RefusalNote why={refusal.why} remedy={refusal.remedy} />
          </li>
        ))}
      </ul>
    </details>
  )
}
