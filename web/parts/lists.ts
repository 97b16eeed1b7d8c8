import { officeKinds, isOfficeKind } from '../../kernel/office-kinds.ts'
import { words, type Words } from '../../kernel/words.ts'

/** How lists say what they say, at every door. */

export const officeKindName = (kind: string): Words => (isOfficeKind(kind) ? words(officeKinds[kind].zh, officeKinds[kind].en) : words(kind, kind))

/** A season `MM-DD` to `MM-DD`, said plainly. */
export const seasonName = ({ seasonFrom: from, seasonTo: to }: { readonly seasonFrom?: string; readonly seasonTo?: string }): Words | undefined => {
  if (from === undefined || to === undefined) return undefined
  const said = (day: string): string => `${Number(day.slice(0, 2))}月${Number(day.slice(3))}日`
  return words(`${said(from)}至${from > to ? '次年' : ''}${said(to)}`, `${from} to ${to}`)
}

/** Minutes of work, said in hours where there are so many. */
export const workTime = (minutes: number): Words => (minutes < 60 ? words(`${minutes} 分钟`, `${minutes} min`)
  : words(`${Number((minutes / 60).toFixed(1))} 小时`, `${Number((minutes / 60).toFixed(1))} h`))

/** Whether an item holds what is looked for: its code, name, office, part, conditions or basis. */
export const holds = (item: { readonly code: string; readonly name: string; readonly basis: string; readonly office?: string; readonly part?: string; readonly conditions?: string }, typed: string): boolean => {
  const sought = typed.trim().toLowerCase()
  const office = item.office === undefined ? '' : `${officeKindName(item.office).zh} ${officeKindName(item.office).en}`
  return sought === '' || [item.code, item.name, item.basis, item.part ?? '', item.conditions ?? '', office].some(text => text.toLowerCase().includes(sought))
}
