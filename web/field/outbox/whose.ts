export type Whose = {
  /** The account it is; none as long as nobody can say and nobody was here before. */
  now(): string | undefined
  /** Says who is signed in; nobody: it stays theirs who was last. */
  say(who: string | undefined): Promise<void>
}

/** Whose outbox it is. Who was last is looked up while somebody may be signing in: what was asked first and is found last no longer counts. */
export const makeWhose = (last: () => Promise<string | undefined>): Whose => {
  let account: string | undefined
  let newest = 0
  return {
    now: () => account,
    say: async who => {
      newest += 1
      const mine = newest
      account = who
      if (who !== undefined) return
      const before = await last()
      if (mine === newest) account = before
    },
  }
}
