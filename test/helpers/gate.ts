/** A point that is passed once `parties` have come to it, and freely from then on. */
export const barrier = (parties: number): (() => Promise<void>) => {
  const open = Promise.withResolvers<undefined>()
  let come = 0
  return async () => {
    come += 1
    if (come >= parties) open.resolve(undefined)
    await open.promise
  }
}
