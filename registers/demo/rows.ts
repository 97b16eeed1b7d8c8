import type { Account, Post } from '../posts.ts'

/** Rows of the rolls, as they are inserted. */
export type HouseholdRow = {
  readonly county: string
  readonly id: string
  readonly code: string
  readonly village: string
  readonly team: string
  readonly address: string
  readonly size: number
}

export type PersonRow = {
  readonly county: string
  readonly id: string
  readonly village: string
  readonly household: string
  readonly name: string
  readonly pinyin: string
  readonly born_decade: number
  readonly head: boolean
}

export type { Account, Post }
