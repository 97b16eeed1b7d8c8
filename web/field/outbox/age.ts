/**
 * How long ago the server was heard, as far as a phone can tell. Its clock is not relied on: each look adds what has gone by since the look before, so that a
 * clock set back takes nothing away; and whenever the server says what time it is, its word stands in place of the sum.
 */
export type Age = {
  /** The server's clock as it was heard, milliseconds since 1970. */
  readonly heard: number
  /** Milliseconds gone by since. */
  readonly gone: number
  /** This phone's clock at the last look. */
  readonly seen: number
}

/** Milliseconds after which a copy that heard nothing from the server is wiped. */
export const lasts = 14 * 86_400_000

export const fresh = (server: number, now: number): Age => ({ heard: server, gone: 0, seen: now })

export const lookedAt = ({ heard, gone, seen }: Age, now: number): Age => ({ heard, gone: gone + Math.max(0, now - seen), seen: now })

/** Put right by the server's clock, of this moment. */
export const putRight = ({ heard }: Age, server: number, now: number): Age => ({ heard, gone: Math.max(0, server - heard), seen: now })

export const isOver = ({ gone }: Age): boolean => gone > lasts
