import type { Actor } from '../../kernel/post.ts'
import { postKinds } from '../../kernel/post.ts'
import type { House } from '../../store/house.ts'
import type { Tx } from '../../store/database.ts'
import { endTerm, publicTerm, soughtTerms } from '../../store/act/terms.ts'
import { board } from '../../store/read/board.ts'
import { list, type ListAsk, type ListPage } from '../../store/read/list.ts'
import { readMatter } from '../../store/read/matter.ts'
import { unread } from '../../store/read/notices.ts'

/** One read as the server makes it: who asks, and what it runs in the transaction. */
export type Read = { readonly name: string; readonly file: string; readonly actor: Actor; run(tx: Tx): Promise<unknown> }

/** The people and things read about; found in the database, so that every list has rows. */
export type Sample = {
  readonly counties: readonly string[]
  readonly dispatcher: Actor
  readonly countyDispatcher: Actor
  readonly cityLead: Actor
  readonly handler: Actor
  readonly department: Actor
  readonly resident: Actor
  readonly rareWord: string
  readonly matter: string
  readonly since: string
}

/** Rows on a page, as the API gives them when not asked otherwise. */
const page = 20

const countiesOf = (actor: Actor, counties: readonly string[]): readonly string[] => (actor.region.length >= 6 ? [actor.region.slice(0, 6)] : counties)

/** The key after the ninth page, walked page by page as a reader would. */
const afterNine = async (tx: Tx, actor: Actor, ask: ListAsk): Promise<ListPage['last']> => {
  let after: ListPage['last']
  for (let i = 0; i < 9; i += 1) after = (await list(tx, actor, { ...ask, ...(after && { after }) })).last ?? after
  return after
}

export const readsOf = async (house: House, sample: Sample): Promise<readonly Read[]> => {
  const { dispatcher, countyDispatcher, cityLead, handler, department, resident, rareWord, counties } = sample
  const base = (actor: Actor): ListAsk => {
    const reach = actor.kind === 'clock' || actor.kind === 'system' ? 'own' : postKinds[actor.kind].reach
    return { scope: reach === 'region' ? 'region' : reach === 'office' ? 'office' : 'party', counties: countiesOf(actor, counties), limit: page }
  }
  const one = (name: string, file: string, actor: Actor, more: Partial<ListAsk> = {}): Read =>
    ({ name, file, actor, run: tx => list(tx, actor, { ...base(actor), ...more }) })
  const tenth = async (name: string, file: string, actor: Actor): Promise<Read> => {
    const after = await house.database.scoped(actor, tx => afterNine(tx, actor, base(actor)))
    return one(name, file, actor, after === undefined ? {} : { after })
  }
  const boardOf = (name: string, file: string, actor: Actor, region: string, width: number): Read =>
    ({ name, file, actor, run: tx => board(tx, { region, counties: countiesOf({ ...actor, region }, counties), procedure: 'request', width, since: sample.since }) })
  const words = (text: string): { readonly words: readonly string[] } => ({ words: soughtTerms(house.keys, text) })
  const category = (code: string): { readonly terms: readonly string[] } => ({ terms: [publicTerm('category', code)] })
  return [
    one('township dispatcher, page 1', 'township', dispatcher),
    await tenth('township dispatcher, page 10', 'township-10', dispatcher),
    one('township dispatcher, page 1 of 100 rows', 'township-100', dispatcher, { limit: 100 }),
    one('county dispatcher, page 1', 'county', countyDispatcher),
    await tenth('county dispatcher, page 10', 'county-10', countyDispatcher),
    one('city lead, page 1', 'city', cityLead),
    await tenth('city lead, page 10', 'city-10', cityLead),
    one('township handler’s office', 'office', handler),
    one('county department’s office', 'department', department),
    one('handler, own desk', 'mine', handler, { scope: 'mine' }),
    one('resident, own list', 'resident', resident),
    one('late in the township', 'late', dispatcher, { due: 'late' }),
    one('category in the township', 'category-township', dispatcher, category('street-light')),
    one('category in the county', 'category-county', countyDispatcher, category('street-light')),
    one('category in the city', 'category-city', cityLead, category('street-light')),
    one('category at the office', 'category-office', handler, category('street-light')),
    one('stage in the county', 'stage-county', countyDispatcher, { stages: ['handling'] }),
    one('ended in the township', 'ended-township', dispatcher, { stages: ['finished'], terms: [endTerm('finished')], all: true }),
    one('ended in the city', 'ended-city', cityLead, { stages: ['finished'], terms: [endTerm('finished')], all: true }),
    one('ended, of a category, in the county', 'ended-category', countyDispatcher, { stages: ['finished'], all: true, terms: [endTerm('finished'), ...category('street-light').terms] }),
    one('frequent word, township 垃圾', 'word-township', dispatcher, words('垃圾')),
    one('frequent word, county 安全隐患', 'word-county', countyDispatcher, words('安全隐患')),
    one('frequent words, city 路灯 雨后', 'words-city', cityLead, words('路灯 雨后')),
    one('frequent words that never meet, county 供水 噪声', 'apart-county', countyDispatcher, words('供水 噪声')),
    one('frequent word, handler’s office 路灯', 'word-office', handler, words('路灯')),
    one(`rare word, county ${rareWord}`, 'rare-county', countyDispatcher, words(rareWord)),
    one(`rare word, city ${rareWord}`, 'rare-city', cityLead, words(rareWord)),
    one('rare word, city, in none 鳄鱼潭', 'none-city', cityLead, words('鳄鱼潭')),
    boardOf('city board, 12 months', 'board-city', cityLead, cityLead.region, 6),
    boardOf('county board, 12 months', 'board-county', countyDispatcher, countyDispatcher.region, 9),
    boardOf('township board, 12 months', 'board-township', dispatcher, dispatcher.region, 12),
    { name: 'one matter, whole', file: 'matter', actor: dispatcher, run: tx => readMatter(tx, house, dispatcher, sample.matter) },
    { name: 'unread notices', file: 'unread', actor: resident, run: tx => unread(tx, resident) },
  ]
}
