import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pinyin } from 'pinyin-pro'
import { finds } from './initials.ts'

const place = (name: string) => ({ words: [], names: [name] })

test('names are found by the first letters of their pinyin, in a row, by any reading that names bear', () => {
  for (const [typed, name] of [['dc', '东村'], ['ldq', '乐都区'], ['gmz', '高庙镇'], ['byl', '包元莲'], ['crzm', '才让·卓玛'], ['bzg', '巴藏沟'], ['zs', '曾珊'], ['ss', '单珊'], ['ys', '一社 10号'], ['zsq', '郑守庆'], ['xhw', '徐红伟'], ['ej', '鄂姐'], ['at', '安婷']] as const) {
    assert.ok(finds(typed, place(name)), `${typed} ${name}`)
  }
  assert.ok(!finds('dw', place('东村')))
  assert.ok(!finds('d', place('东村')), 'one letter would find half the county')
})

test('words are found as they stand; several must all be there; whatever case', () => {
  const one = { words: ['村东头到小学的水泥路塌了一个坑', '630202-26-0000450'], names: ['东村'] }
  for (const typed of ['水泥路', '东村 水泥', '0000450', 'DC 坑', '', '  ']) assert.ok(finds(typed, one), typed)
  for (const typed of ['水泥管', '西村 水泥']) assert.ok(!finds(typed, one), typed)
})

test('long accounts are not searched by letters', () => assert.ok(!finds('cdt', { words: ['村东头到小学的水泥路'], names: [] })))

test('the order of the browser agrees with a dictionary of readings, over the common characters', () => {
  const read = (point: string): readonly string[] => pinyin(point, { toneType: 'none', type: 'array', multiple: true }).map(one => one.charAt(0))
  const gb = new TextDecoder('gb2312')
  const common = Array.from({ length: 39 * 94 }, (_, n) => gb.decode(new Uint8Array([0xb0 + Math.floor(n / 94), 0xa1 + (n % 94)]))).filter(one => /^\p{Script=Han}$/u.test(one))
  const wrong = common.filter(point => !read(point).some(letter => finds(letter + letter, place(point + point))))
  assert.ok(common.length > 3500)
  assert.deepEqual(wrong, [])
})

test('every letter but i, u and v begins some syllable', () => {
  for (const [letter, name] of Object.entries({ a: '安安', b: '八宝', c: '蔡村', d: '邓店', e: '鄂尔', f: '冯府', g: '高沟', h: '黄湖', j: '蒋家', k: '康口', l: '刘龙', m: '马庙', n: '牛年', o: '欧鸥', p: '潘坪', q: '祁泉', r: '任仁', s: '孙山', t: '唐塘', w: '吴湾', x: '谢祥', y: '杨窑', z: '张中' })) assert.ok(finds(letter + letter, place(name)), name)
})
