import { notify, type Effect } from '../../kernel/effect.ts'
import { officeCode } from '../../kernel/post.ts'
import { ancestor } from '../../kernel/region.ts'
import { ofGovernment } from '../../kernel/who.ts'
import type { Words } from '../../kernel/words.ts'
import { oversightFacts, oversightSteps } from './oversight.ts'

/** The township that answers for the grids of a place (Art. 21.2). */
export const townshipOf = (region: string): string => officeCode(ancestor(region, 'township') ?? region, 'gov')

/** Who speaks for it; a police station or a justice office of the place does not. */
export const ofTownship = [ofGovernment('handler', 'township'), ofGovernment('lead', 'township')]

export const villageOf = (region: string): string => ancestor(region, 'village') ?? region

/** Those who walk the grid, and those whose post is for its whole village. */
export const toGridWorkers = (region: string, words: Words, tell = notify): readonly Effect[] => [...new Set([region, villageOf(region)])].map(place => tell({ posts: 'gridWorker', region: place }, words))

export const toTownship = (region: string, words: Words): Effect => notify({ office: townshipOf(region) }, words)

/** Late, a matter climbs level by level as every matter does, also where nothing else of oversight is needed. */
export const escalationFacts = { escalated: oversightFacts.escalated }
export const escalationStep = oversightSteps([]).escalate
