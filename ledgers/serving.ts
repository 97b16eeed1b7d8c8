import type { House, Loader, Recorder } from '../store/house.ts'
import { lineRecorders } from './points/lines.ts'
import { pointsLoaders } from './points/loaders.ts'
import { recordCatalogue, recordScheme } from './points/schemes.ts'

/** What the ledgers tell steps that need to know. */
export const ledgerLoaders: { readonly [name: string]: Loader } = { ...pointsLoaders }

/** What steps hand to the ledgers. They mark what they write with the site’s keys, so they ask for the house. */
export const ledgerRecorders = (of: () => House): { readonly [name: string]: Recorder } => ({
  'points-catalogue': recordCatalogue, 'points-scheme': recordScheme, ...lineRecorders(of),
})
