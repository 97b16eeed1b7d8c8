import { pathOf, type Shelf } from './vault.ts'

/** Carries files from one shelf to another as they rest, sealed; one at a time, so that memory stays flat. Counts what went and what was not there. */
export const carrier = (from: Shelf, to: Shelf) => {
  let [carried, absent] = [0, 0]
  return {
    carry: async (id: string): Promise<void> => {
      const sealed = await from.read(pathOf(id))
      if (!sealed) { absent += 1; return }
      await to.put(pathOf(id), sealed)
      carried += 1
    },
    done: (): { readonly carried: number; readonly absent: number } => ({ carried, absent }),
  }
}
