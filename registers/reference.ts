import type { Tx } from '../store/database.ts'
import { importCategories, shippedLimit } from './categories.ts'
import { categories, categoryGroups } from './data/categories.ts'
import { routes } from './data/routes.ts'
import { makeDirectory, type Directory } from './directory.ts'
import { haidongListed, haidongRegions } from './haidong.ts'
import { importOffices, officesFor } from './offices.ts'
import { importRegions, type Imported } from './regions.ts'
import { importRoutes } from './routes.ts'

/** The day the regulation came into force; offices, categories and routes as shipped stand from then on. */
const inForceFrom = '2023-02-01'

/** Puts the reference data as shipped into an empty register; on a register in use it only adds what is missing. Write as the platform. */
export const installReference = async (tx: Tx): Promise<{ readonly regions: Imported; readonly offices: Imported }> => {
  const rows = haidongRegions()
  const regions = await importRegions(tx, rows, haidongListed)
  const offices = await importOffices(tx, officesFor(rows), inForceFrom)
  await importCategories(tx, categoryGroups, categories, inForceFrom)
  await importRoutes(tx, routes, inForceFrom)
  return { regions, offices }
}

/** The directory as shipped, without a database: for the demo generator, tests and benchmarks. */
export const shippedDirectory = (regions = haidongRegions()): Directory => makeDirectory({
  regions, offices: officesFor(regions), groups: categoryGroups, routes,
  categories: categories.map(({ limit, ...rest }) => ({ ...rest, ...(limit && { limit: shippedLimit(limit) }) })),
})
