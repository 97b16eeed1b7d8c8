import assert from 'node:assert/strict'
import { test } from 'node:test'
import { articleAt, articles, chapters, duties, dutiesOf, dutiesUnder, title } from './articles.ts'
import { bearers, departments, isDepartment, peoplesOrganisations, type Bearer } from './bearers.ts'
import { articleNumbers, articleOf, isCitation, provisionsOf } from './citation.ts'
import { proofs, type ProofName } from './proofs.ts'
import type { Words } from './words.ts'

const isSaid = ({ zh, en }: Words) => /\p{Script=Han}/u.test(zh) && /[a-z]{2}/i.test(en) && !/\p{Script=Han}/u.test(en)

test('seven chapters hold the fifty-two articles in order', () => {
  assert.deepEqual(chapters.map(c => c.number), [1, 2, 3, 4, 5, 6, 7])
  assert.deepEqual(chapters.map(c => c.articles.length), [12, 10, 14, 6, 6, 3, 1])
  assert.deepEqual(articles.map(a => a.number), articleNumbers)
  assert.equal(articleAt('28.5').number, 28)
})

test('every article holds a duty or says why it holds none', () => {
  for (const article of articles) {
    assert.equal(article.duties.length > 0, article.none === undefined, `Article ${article.number}`)
    for (const duty of article.duties) assert.equal(articleOf(duty.basis), article.number, duty.id)
  }
  assert.deepEqual(articles.filter(a => a.none !== undefined).map(a => a.number), [1, 2, 3, 52])
})

test('no paragraph or item is left without a duty', () => {
  for (const article of articles.filter(a => a.none === undefined)) {
    const bases = new Set(article.duties.map(d => d.basis))
    assert.deepEqual([...bases].toSorted(), provisionsOf(article.number).toSorted(), `Article ${article.number}`)
  }
})

test('ids name their provision, count from 1 and are never used twice', () => {
  assert.ok(duties.length > 130)
  assert.equal(new Set(duties.map(d => d.id)).size, duties.length)
  for (const article of articles) for (const basis of provisionsOf(article.number)) {
    const ids = article.duties.filter(d => d.basis === basis).map(d => d.id)
    assert.deepEqual(ids, ids.map((_, i) => `${basis}-${i + 1}`))
    assert.ok(isCitation(basis))
  }
})

test('everything is said in both languages', () => {
  const said: readonly [string, Words][] = [
    ['title', title],
    ...chapters.map((c): [string, Words] => [`chapter ${c.number}`, c.title]),
    ...articles.flatMap((a): [string, Words][] => [[`title ${a.number}`, a.title], [`gist ${a.number}`, a.gist], ...(a.none ? [[`none ${a.number}`, a.none] as [string, Words]] : [])]),
    ...duties.flatMap((d): [string, Words][] => [
      [`action ${d.id}`, d.action], [`period ${d.id}`, d.period], [`evidence ${d.id}`, d.evidence], ...(d.notCovered ? [[`not covered ${d.id}`, d.notCovered] as [string, Words]] : []),
    ]),
    ...Object.entries(bearers),
  ]
  for (const [where, words] of said) assert.ok(isSaid(words), where)
})

test('every duty is somebody’s, and is proven by something or says why not', () => {
  for (const duty of duties) {
    assert.ok(duty.bearer.length > 0, duty.id)
    assert.equal(new Set(duty.bearer).size, duty.bearer.length, duty.id)
    assert.equal(duty.procedures.length > 0, duty.notCovered === undefined, duty.id)
  }
})

test('every bearer bears something and every proof proves something', () => {
  for (const bearer of Object.keys(bearers) as Bearer[]) assert.ok(dutiesOf(bearer).length > 0, bearer)
  const used = new Set(duties.flatMap(d => d.procedures))
  assert.deepEqual((Object.keys(proofs) as ProofName[]).filter(p => !used.has(p)), [])
})

test('where a department, court or standing committee is named, its level is', () => {
  const levelled: ReadonlySet<Bearer> = new Set<Bearer>(['court', 'procuratorate', 'congress-committee'])
  for (const duty of duties) {
    assert.equal(duty.at !== undefined, duty.bearer.some(b => isDepartment(b) || levelled.has(b)), duty.id)
  }
})

test('the seventeen departments and the seven people’s organisations each hold their general duty', () => {
  assert.equal(Object.keys(departments).length, 17)
  assert.equal(Object.keys(peoplesOrganisations).length, 7)
  assert.deepEqual(dutiesUnder('5.2').flatMap(d => d.bearer), Object.keys(departments))
  assert.deepEqual(dutiesUnder('8').flatMap(d => d.bearer), Object.keys(peoplesOrganisations))
})

test('the duties under a provision are its own, those under an article all of its parts’', () => {
  assert.deepEqual(dutiesUnder('12').map(d => d.id), ['12-1'])
  assert.deepEqual(dutiesUnder('23.3').map(d => d.id), ['23.3-1'])
  assert.deepEqual(dutiesUnder('23').map(d => d.basis), ['23.1', '23.1', '23.1', '23.2', '23.2', '23.3'])
})
