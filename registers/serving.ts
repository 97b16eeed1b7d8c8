import type { Known, Loader, Recorder } from '../store/house.ts'
import type { LiveDirectory } from './live-directory.ts'
import { findPrecedent, recordPrecedent } from './precedents.ts'
import { recordReferenceChange } from './reference-change.ts'

const code = (value: unknown): string => (typeof value === 'string' ? value : '')

/** What the registers tell a step that needs to know: a category, and where routing sends it. */
export const registerLoaders = (live: LiveDirectory): { readonly [name: string]: Loader } => ({
  category: async (_, ask) => live.now.category(code(ask['code'])),
  route: async (tx, ask) => {
    const asked = { category: code(ask['category']), region: code(ask['region']), from: code(ask['from']) }
    const found = asked.from === '' ? undefined : live.now.route(asked)
    if (found === undefined) return undefined
    const precedent = await findPrecedent(tx, live.now, asked)
    return { office: found.office, rule: found.rule, ...(precedent !== undefined && { precedent }) }
  },
})

/** Rows that steps hand to the registers. */
export const registerRecorders: { readonly [name: string]: Recorder } = {
  precedent: recordPrecedent,
  reference: recordReferenceChange,
}

/** What stands in the registers now: a value that refers to something ended is refused. */
export const knownIn = (live: LiveDirectory): Known => ({
  region: asked => { const found = live.now.region(asked); return found !== undefined && found.ended !== true },
  office: asked => { const found = live.now.office(asked); return found !== undefined && found.ended !== true },
  reference: (register, asked) => register === 'category' && live.now.categories().some(category => category.code === asked),
})
