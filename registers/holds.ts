import type { Recorder } from '../store/house.ts'

/** A hold entered, in force to the end of its day; its matter’s id is its own. */
export const recordHold: Recorder = async (tx, row, at) => {
  await tx.query(
    'insert into retention_hold (county, id, matter, ground, since, until) values ($1, $2::uuid, $3::uuid, $4, $5::timestamptz, $6::date)',
    [row['county'], row['id'], row['matter'], row['ground'], at.toISOString(), row['until']])
}

/** A hold lifted or over. */
export const recordHoldEnd: Recorder = async (tx, row, at) => {
  await tx.query('update retention_hold set lifted = $3::timestamptz where county = $1 and id = $2::uuid and lifted is null', [row['county'], row['id'], at.toISOString()])
}
