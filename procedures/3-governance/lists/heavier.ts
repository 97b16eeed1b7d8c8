import { namesIn } from './columns.ts'
import { diff, type Change } from './diff.ts'
import type { ListItem } from './items.ts'

const dropped = (before: ListItem, after: ListItem): boolean => {
  const left = new Set(namesIn(after.conditions))
  return namesIn(before.conditions).some(condition => !left.has(condition))
}

/** Reports of residents come to communities by the categories of their own items. */
const gained = (before: ListItem, after: ListItem): boolean => {
  const had = new Set(namesIn(before.categories))
  return namesIn(after.categories).some(category => !had.has(category))
}

const sameSeason = (before: ListItem, after: ListItem): boolean => before.seasonFrom === after.seasonFrom && before.seasonTo === after.seasonTo

const asksMore = (change: Change<ListItem>): boolean => {
  if (change.change === 'withdrawn') return false
  if (change.change === 'added') return true
  const { before, after } = change
  return before.kind !== after.kind || before.name !== after.name || before.office !== after.office || before.part !== after.part || before.standard !== after.standard
    || (after.minutes ?? 0) > (before.minutes ?? 0) || !sameSeason(before, after) || dropped(before, after) || gained(before, after)
}

/**
 * Items of a draft that ask more of communities than the draft before it: added, moved to another list or office, with another name, part or
 * season, more work, fewer conditions or more kinds of reports. They have not been consulted on.
 */
export const heavier = (before: readonly ListItem[], after: readonly ListItem[]): readonly string[] =>
  diff(before, after).filter(asksMore).map(change => change.code)
