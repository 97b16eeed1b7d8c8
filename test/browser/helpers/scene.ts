import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openWorld, type World } from './world.ts'

/** Goes on with what is being told; pictures of all windows are kept where it fails. */
type Told = (world: World, chapter: Chapter) => Promise<void>
type Chapter = (title: string, tell: () => Promise<void>) => Promise<void>

export type Scene = (title: string, tell: Told) => void

const withPictures = async (world: World, title: string, tell: () => Promise<void>): Promise<void> => {
  try {
    await tell()
  } catch (error) {
    await world.picture(title)
    throw error
  }
}

/** Tests over one world, made before the first and gone after the last. A test may be told in chapters: where one fails, those that build on it are left out. */
export const scenes = (): Scene => {
  let world: World
  before(async () => { world = await openWorld() })
  after(() => world.close())
  return (title, tell) => {
    void test(title, async context => {
      let failed = false
      const chapter: Chapter = (name, part) => context.test(name, { skip: failed && 'a chapter before failed' }, async () => {
        failed = true
        await withPictures(world, name, part)
        failed = false
      })
      try {
        await withPictures(world, title, () => tell(world, chapter))
      } catch (error) {
        for (const fault of await world.settle()) context.diagnostic(fault)
        throw error
      }
      assert.deepEqual(await world.settle(), [], 'a page complained')
    })
  }
}
