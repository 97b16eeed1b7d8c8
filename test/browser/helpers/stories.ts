import type { Page } from 'playwright-core'
import { act, officeOf, report } from './act.ts'
import type { World } from './world.ts'

/** Who acts in a matter that begins in the middle, and its id. */
export type Begun = { readonly id: string; readonly resident: Page; readonly dispatcher: Page; readonly handler: Page }

const signedIn = async (world: World): Promise<Omit<Begun, 'id'>> => {
  const [resident, dispatcher, handler] = await Promise.all([world.as('resident'), world.as('dispatcher'), world.as('handler')])
  return { resident, dispatcher, handler }
}

/** A matter of the demo's village that waits for the town's dispatcher. */
export const reported = async (world: World, text: string): Promise<Begun> => {
  const who = await signedIn(world)
  return { ...who, id: (await report(who.resident, text)).id }
}

/** … that the town's government has been given. */
export const dispatched = async (world: World, text: string): Promise<Begun> => {
  const begun = await reported(world, text)
  await act(begun.dispatcher, begun.id, 'dispatch', { category: 'village-road', office: await officeOf(begun.handler) })
  return begun
}

/** … that its handler has accepted. */
export const accepted = async (world: World, text: string): Promise<Begun> => {
  const begun = await dispatched(world, text)
  await act(begun.handler, begun.id, 'accept')
  return begun
}
