/**
 * What invented requests say. Slots: {村} the place, {社} a team, {处} a landmark, {时} since when, {天} 2–9 days, {数} 10–60, {户} 3–30 households.
 * `where` keeps a story to communities or to villages; without it, both.
 */
export type Story = {
  readonly category: string
  readonly where?: 'urban' | 'rural'
  readonly texts: readonly (string | Placed)[]
  /** Progress noted while it was handled. */
  readonly notes: readonly string[]
  /** What was done in the end. */
  readonly done: readonly string[]
}

/** A text that fits only communities, or only villages. */
export type Placed = { readonly where: 'urban' | 'rural'; readonly text: string }

export const urban = (text: string): Placed => ({ where: 'urban', text })
export const rural = (text: string): Placed => ({ where: 'rural', text })
