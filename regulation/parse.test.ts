import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { articles, duties } from './articles.ts'
import { articleNumbers, divisionOf, provisionsOf } from './citation.ts'
import { compare } from './compare.ts'
import { toChinese } from './numerals.ts'
import { parseRegulation, type ParsedRegulation } from './parse.ts'
import { passageOf } from './passage.ts'

const official = `\uFEFF海东市示例管理办法
（2020年1月1日示例会议通过
2020年2月1日示例会议批准）
目　录
第一章　总　则
第二章 附则

第一章　总　则

第一条　为了示例，制定本办法。
第二条 本市的示例活动，适用本办法。
　　本办法所称示例，是指下列活动：
（一）编写示例；
(二)核对
示例；
（三）其他示例。
前款所列活动由示例部门负责。
第二条之一　示例部门可以委托他人核对。
第３条  第二条规定的活动，
应当留有记录：
1. 记录一份；
2．副本一份。

第二章　附　则
第四条本办法自2020年3月1日起施行。
`

const shapeOf = (parsed: ParsedRegulation) => parsed.articles.map(a => [a.number, a.insert ?? 0, a.chapter, a.paragraphs.map(p => p.items.length)])

test('an official text is read: title, note, contents, chapters, articles, paragraphs, items', () => {
  const parsed = parseRegulation(official)
  assert.deepEqual(parsed.faults, [])
  assert.equal(parsed.title, '海东市示例管理办法')
  assert.deepEqual(parsed.chapters.map(c => [c.number, c.title]), [[1, '总则'], [2, '附则']])
  assert.deepEqual(shapeOf(parsed), [[1, 0, 1, [0]], [2, 0, 1, [0, 3, 0]], [2, 1, 1, [0]], [3, 0, 1, [0]], [4, 0, 2, [0]]])
  assert.deepEqual(parsed.articles[1]?.paragraphs[1], { text: '本办法所称示例，是指下列活动：', items: ['编写示例；', '核对示例；', '其他示例。'] })
  assert.equal(parsed.articles[3]?.paragraphs[0]?.text, '第二条规定的活动，应当留有记录：1. 记录一份；2．副本一份。')
  assert.equal(parsed.articles[0]?.line, 10)
})

test('line ends of any kind and a text without title read the same', () => {
  const shape = shapeOf(parseRegulation(official))
  for (const end of ['\r\n', '\r']) assert.deepEqual(shapeOf(parseRegulation(official.replaceAll('\n', end))), shape)
  const untitled = parseRegulation('第一条　示例。')
  assert.deepEqual([untitled.title, untitled.articles.length, untitled.faults], ['', 1, []])
})

test('a sentence that begins with another article is no heading', () => {
  const parsed = parseRegulation('第一条　示例。\n第二条第一款所称示例，见第一条。\n第五章规定的示例，从其规定。')
  assert.deepEqual(shapeOf(parsed), [[1, 0, 0, [0, 0, 0]]])
})

test('what cannot be placed is reported with line and column', () => {
  const faultsOf = (text: string) => parseRegulation(text).faults.map(f => [f.line, f.column, f.message.en])
  assert.deepEqual(faultsOf('示例办法\n发布机关：示例局\n第一条　示例。\n　　- 3 -\n第三条　示例。'), [
    [2, 1, 'text before the first article that is neither title nor heading'], [4, 3, 'not understood'], [5, 1, 'article 3 out of order'],
  ])
  assert.deepEqual(faultsOf('第二章　示例\n第一节　示例\n第一条\n第二条　下列：\n （二）示例。'), [
    [1, 1, 'chapter 2 where 1 was expected'], [2, 1, 'sections are not kept; the line was passed over'], [3, 1, 'article 1 is empty'], [5, 2, 'item 2 where 1 was expected'],
  ])
  assert.deepEqual(faultsOf('第一条\n（一）示例。'), [[1, 1, 'article 1 is empty'], [2, 1, 'an item that belongs to no paragraph']])
  assert.deepEqual(faultsOf(''), [[1, 1, 'no article was found']])
})

const sentence = fc.stringMatching(/^[示例事项应当及时公开由部门负责]{3,12}$/u).map(text => `${text}。`)
const paragraph = fc.tuple(sentence, fc.array(sentence, { maxLength: 3 })).map(([text, items]) => ({ text, items }))
const structure = fc.array(fc.array(fc.array(paragraph, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 })
const layout = fc.record({
  gap: fc.constantFrom(' ', '　', '  ', '\t', '　　'), indent: fc.constantFrom('', '　　', '  '), end: fc.constantFrom('\n', '\r\n', '\n\n'),
  brackets: fc.constantFrom(['（', '）'], ['(', ')']), western: fc.boolean(), mark: fc.constantFrom('', '\uFEFF'),
})

test('whatever is printed, in whatever layout, is read back whole', () => {
  fc.assert(fc.property(structure, layout, (chapters, { gap, indent, end, brackets: [open, close], western, mark }) => {
    let number = 0
    const written = (n: number) => western ? String(n) : toChinese(n)
    const lines = chapters.flatMap((chapter, i) => [
      `第${toChinese(i + 1)}章${gap}示例`,
      ...chapter.flatMap(article => article.flatMap((p, at) => [
        `${indent}${at === 0 ? `第${written(++number)}条${gap}` : ''}${p.text}`, ...p.items.map((item, k) => `${indent}${open}${toChinese(k + 1)}${close}${item}`),
      ])),
    ])
    const parsed = parseRegulation(mark + ['示例办法', ...lines].join(end))
    assert.deepEqual(parsed.faults, [])
    assert.deepEqual(parsed.articles.map(a => a.paragraphs), chapters.flat())
    assert.deepEqual(parsed.articles.map(a => a.chapter), chapters.flatMap((chapter, i) => chapter.map(() => i + 1)))
  }))
})

test('any text is read without throwing, and faults lie inside it', () => {
  const line = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('第一条　示例。', '第二章 示例', '（一）示例；', '目录', '第十条之一', '第零条 ', '（', '第一百一章'))
  fc.assert(fc.property(fc.array(line).map(lines => lines.join('\n')), text => {
    const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
    for (const fault of parseRegulation(text).faults) {
      assert.ok(fault.line >= 1 && fault.line <= lines.length)
      assert.ok(fault.column >= 1 && fault.column <= (lines[fault.line - 1]?.length ?? 0) + 1)
    }
  }))
})

/** A text divided as our citations say, in invented words. */
const ourShape = (without: readonly string[] = []) => articleNumbers.flatMap(n => {
  const parts = provisionsOf(n).filter(c => !without.includes(c))
  return divisionOf(n) === 'items'
    ? [`第${toChinese(n)}条　下列示例：`, ...parts.map((_, i) => `（${toChinese(i + 1)}）示例${n}之${i + 1}；`)]
    : parts.map((c, i) => `${i === 0 ? `第${toChinese(n)}条　` : ''}示例${c}。`)
}).join('\n')

test('a text divided as our citations say differs in nothing, and each citation finds its words', () => {
  const parsed = parseRegulation(ourShape())
  assert.deepEqual(compare(parsed, articles), [])
  assert.equal(passageOf(parsed, '28.5'), '示例28.5。')
  assert.equal(passageOf(parsed, '6.4'), '示例6之4；')
  assert.equal(passageOf(parsed, '12'), '示例12。')
  assert.equal(passageOf(parsed, '2'), '示例2.1。\n示例2.2。')
  assert.equal(passageOf(parseRegulation('第一条　示例。'), '28.5'), undefined)
})

test('what differs is named: a missing article, another number of parts, an article beyond ours', () => {
  const told = (text: string) => compare(parseRegulation(text), articles).map(d => [d.article, d.kind])
  assert.deepEqual(told(ourShape(['12', '28.5', '6.7'])), [[6, 'divided-otherwise'], [12, 'missing'], [28, 'divided-otherwise']])
  assert.deepEqual(told(`${ourShape()}\n第五十二条之一　示例。\n第五十三条　示例。`), [[52, 'unknown'], [53, 'unknown']])
})

const path = process.env['REGULATION_TEXT']

test('the official text, where there is one, is divided as our citations say', { skip: path === undefined && 'REGULATION_TEXT names no file: the official text is not kept here' }, () => {
  const parsed = parseRegulation(readFileSync(path!, 'utf8'))
  assert.deepEqual(parsed.faults, [])
  assert.deepEqual(parsed.chapters.map(c => c.number), [1, 2, 3, 4, 5, 6, 7])
  assert.deepEqual(compare(parsed, articles), [])
})

test('our words are our own: no run of fourteen characters stands in the official text', { skip: path === undefined && 'REGULATION_TEXT names no file: the official text is not kept here' }, () => {
  const bare = (text: string) => text.replace(/[\s\p{P}]/gu, '')
  const text = bare(readFileSync(path!, 'utf8'))
  const ours = [...articles.map(a => a.gist.zh), ...duties.flatMap(d => [d.action.zh, d.evidence.zh, d.period.zh])].map(bare)
  const copied = ours.filter(words => Array.from(words).some((_, i) => words.length >= i + 14 && text.includes(words.slice(i, i + 14))))
  assert.deepEqual(copied, [])
})
