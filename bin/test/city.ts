import { join } from 'node:path'
import { makeCity } from '../../test/browser/helpers/site.ts'
import { boot } from './boot.ts'

/** The built pages, and the demo city that each file of the browser pass serves a copy of. */
export const pagesAndCity = async (folder: string): Promise<{ readonly TEST_CITY: string } | undefined> => {
  if (!boot('build')) return undefined
  const city = join(folder, 'city')
  await makeCity(city)
  return { TEST_CITY: city }
}
