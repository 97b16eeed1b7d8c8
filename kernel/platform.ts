import { erasureGrounds, isErasable } from './erasure.ts'
import type { Facts } from './fact.ts'
import { choice, region, told, yesNo } from './facts.ts'
import { keepWords } from './kept-words.ts'
import { refuse, type Refusal } from './refusal.ts'
import { words, type Json } from './words.ts'

/** What any matter may come to know of itself through the platform's own steps. All public: they name facts and never quote one. */
export const platformFacts = {
  erasedWhat: told({ zh: '已依法删除的内容', en: 'Erased by law', class: 'public' }),
  erasureGround: choice(erasureGrounds, { zh: '删除依据', en: 'Ground of the erasure', class: 'public' }),
  unlinked: yesNo({ zh: '已解除与匿名反映人账号的关联', en: 'Unlinked from the account of who reported anonymously', class: 'public' }),
  newPlace: region({ zh: '网格调整后所在', en: 'Place after a change of grids', class: 'public' }),
  correctedWhat: told({ zh: '依申请更正的内容', en: 'Corrected at the person’s request', class: 'public' }),
}

/** What a platform's step does to the matter it is taken on: it clears or names facts and moves nothing. */
type Noted = { readonly set: { readonly [fact: string]: Json }; readonly erased?: readonly string[]; readonly unlinked?: true }

/**
 * Erases facts by law. `erasedWhat` names them, set apart by spaces; what is kept of it are their labels. `eraseIn` destroys the values in the
 * same transaction.
 */
export const erasing = (facts: Facts, { erasedWhat, unlinked }: { readonly erasedWhat?: string; readonly unlinked?: boolean }): Noted | Refusal => {
  const names = (erasedWhat ?? '').split(' ').filter(name => name !== '')
  if (names.length === 0 && unlinked !== true) return nothingNamed
  const kept = names.find(name => { const fact = facts[name]; return !fact || !isErasable(fact) })
  if (kept !== undefined) return notErasable(facts, kept)
  return {
    set: { ...Object.fromEntries(names.map(name => [name, null])), ...(names.length > 0 && { erasedWhat: labelsOf(facts, names) }) },
    erased: names, ...(unlinked === true && { unlinked: true }),
  }
}

/** Notes which facts the platform corrected at a person's request; what stood there before stays sealed in its entry. */
export const correcting = (facts: Facts, input: object): Noted | Refusal => {
  const names = Object.keys(input)
  return names.length === 0 ? nothingNamed : { set: { correctedWhat: labelsOf(facts, names) } }
}

/** Moves a matter with its grid (Art. 21.2): where it names the old grid as its place, it names the new one. Who holds it, and its limits, stay. */
export const rezoning = (place: string, before: { readonly region: string; readonly named: unknown }, newPlace: string | undefined): { readonly region: string; readonly set?: { readonly [fact: string]: Json } } | Refusal =>
  (newPlace === undefined ? nothingNamed : { region: newPlace, ...(before.named === before.region && { set: { [place]: newPlace } }) })

/** What a person may have corrected: what they or others wrote, never what was decided, counted or made by a step. */
export const correctable = (facts: Facts): readonly string[] =>
  Object.entries(facts).filter(([, fact]) => isErasable(fact) && ['text', 'personName', 'phone', 'idNumber', 'people', 'point'].includes(fact.kind) && fact.schema['x-told'] !== true).map(([name]) => name)

const labelsOf = (facts: Facts, names: readonly string[]): string =>
  keepWords(words(names.map(name => facts[name]?.label.zh ?? name).join('、'), names.map(name => facts[name]?.label.en ?? name).join(', ')))

const nothingNamed = refuse('nothing-named', words('没有指明要处理的内容', 'Nothing was named'), { remedy: words('请指明事项中的哪一项', 'Say which fact of the matter is meant') })

const notErasable = (facts: Facts, name: string): Refusal => {
  const fact = facts[name]
  if (!fact) return refuse('no-such-fact', words('事项中没有这一项', 'The matter knows no such fact'))
  const why = fact.kept ?? words('公开内容是办理记录的一部分', 'what is public is part of the record itself')
  return refuse('not-erasable', words(`“${fact.label.zh}”不能删除：${why.zh}`, `“${fact.label.en}” can’t be erased: ${why.en}`))
}
