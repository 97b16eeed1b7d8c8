import type { ReactNode } from 'react'
import type { Fact } from '../../kernel/fact.ts'
import type { FileRef, Figure } from '../../server/wire.ts'
import { FactValue } from './FactValue.tsx'
import { useLang } from './lang.ts'
import { matterSheet } from './paths.ts'
import { procedureOf } from './procedures.ts'

type Props = {
  readonly procedure: string
  readonly figures: readonly Figure[]
  readonly files: readonly FileRef[]
  readonly office?: string | undefined
  /** The matter whose facts these are as they stand now: its tables can be taken out as sheets. */
  readonly matter?: string
  /** What stands beside a value that is masked to this reader. */
  readonly besideMasked?: (fact: Fact) => ReactNode
}

/** The office of whom an account fact names, or whose lists an item is of: the holder's, or the one that another of the facts says. An item whose name was kept as it was cited needs no other. */
const officeFor = (name: string, fact: Fact, figures: readonly Figure[], holder: string | undefined): string | undefined => {
  if (figures.some(figure => figure.fact === `${name}Name`)) return undefined
  const of = fact.schema['x-office']
  if (of === undefined) return holder
  const named = figures.find(figure => figure.fact === of)?.value
  return typeof named === 'string' ? named : undefined
}

/** Facts with their labels, in the order of the declaration. */
export const FactList = ({ procedure, figures, files, office, matter, besideMasked }: Props) => {
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
            <dd>
              {fact ? <FactValue fact={fact} value={value} masked={masked} files={files} office={officeFor(name, fact, figures, office)} sheet={matter === undefined ? undefined : matterSheet(matter, name)} /> : JSON.stringify(value)}
              {fact && masked && besideMasked?.(fact)}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
