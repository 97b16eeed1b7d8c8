import { words, type Words } from '../../kernel/words.ts'
import { clauseColumns, clauseKinds, consequences } from '../../procedures/3-governance/covenant/clauses.ts'
import { namesIn } from '../../procedures/3-governance/lists/columns.ts'
import type { ClauseView, CovenantVersion } from '../../server/wire/covenants.ts'

/** How covenants say what they say, at every door. */

const stands: { readonly [K in CovenantVersion['stands']]: Words } = { now: words('施行中', 'In force'), later: words('待施行', 'Not yet in force'), before: words('已失效', 'No longer in force') }

export const standing = ({ stands: at }: CovenantVersion): Words => stands[at]

export const versionName = ({ number, since }: Pick<CovenantVersion, 'number' | 'since'>): Words => words(`第 ${number} 版（${since} 起）`, `Version ${number} (from ${since})`)

/** What follows by a clause, in words; nothing where it attaches nothing. */
export const followsBy = ({ kind, consequence, points, concerns }: ClauseView): Words | undefined => {
  if (kind === 'duty' || kind === 'ban' || consequence === undefined) return undefined
  const { zh, en } = consequences[consequence]
  const many = points === undefined ? '' : ` ${points}`
  const of = namesIn(concerns).join('、')
  return words(`${clauseKinds[kind].zh}（对应第 ${of} 条）：${zh}${many === '' ? '' : `${many} 分`}`, `${clauseKinds[kind].en} (clause ${of}): ${en}${many}`)
}

export const changeWords: { readonly [K in 'added' | 'withdrawn' | 'changed']: Words } = { added: words('增加', 'Added'), withdrawn: words('删去', 'Withdrawn'), changed: words('修改', 'Changed') }

/** One side of a clause that differs: its text where that differs, and each other column. */
export const sides = (clause: ClauseView | undefined, fields: readonly string[]): readonly { readonly label: Words; readonly value: Words }[] => {
  if (!clause) return []
  const shown = fields.length > 0 ? fields : ['text']
  return shown.flatMap(name => {
    const column = Object.entries(clauseColumns).find(([key]) => key === name)?.[1]
    const value = Object.entries(clause).find(([key]) => key === name)?.[1]
    if (column === undefined || value === undefined) return []
    const option = column.options?.[String(value)]
    return [{ label: column.label, value: option ?? words(String(value), String(value)) }]
  })
}
