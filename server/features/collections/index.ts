import type { Collection } from '../collection.ts'
import { grids } from './grids.ts'
import { matters } from './matters.ts'
import { regions } from './regions.ts'
import { requests } from './requests.ts'

/** Every collection there is. */
export const collections: readonly Collection[] = [regions, grids, matters, requests]
