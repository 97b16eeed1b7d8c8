import type { FileRef, Figure } from '../../server/wire.ts'
import { FactValue } from './FactValue.tsx'
import { useLang } from './lang.ts'
import { procedureOf } from './procedures.ts'

type Props = {
  readonly procedure: string
  readonly figures: readonly Figure[]
  readonly files: readonly FileRef[]
  readonly office?: string | undefined
}

/** Facts with their labels, in the order of the declaration. */
export const FactList = ({ procedure, figures, files, office }: Props) => {
  const { say } = useLang()
  const declared = procedureOf(procedure)?.facts ?? {}
  const order = Object.keys(declared)
  const sorted = figures.toSorted((a, b) => order.indexOf(a.fact) - order.indexOf(b.fact))
  return (
    <dl className="facts">
      {sorted.map(({ fact: name, value, masked }) => {
        const fact = declared[name]
        return (
          <div key={name} className="facts-row">
            <dt>{fact ? say(fact.label) : name}</dt>
            <dd>{fact ? <FactValue fact={fact} value={value} masked={masked} files={files} office={office} /> : JSON.stringify(value)}</dd>
          </div>
        )
      })}
    </dl>
  )
}
