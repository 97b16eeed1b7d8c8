import assert from 'node:assert/strict'
import { test } from 'node:test'
import { oneWord, personKey, placeKey, spells } from './pinyin.ts'

test('keys sort by reading, with local readings of places and family readings of people', () => {
  assert.equal(placeKey('乐都区'), 'le du qu')
  assert.equal(placeKey('巴藏沟乡'), 'ba zang gou xiang')
  assert.equal(placeKey('阿什努乡'), 'a shi nu xiang')
  assert.equal(personKey('𬭎都'), 'hong du')
  assert.equal(personKey('单才让'), 'shan cai rang')
  assert.equal(personKey('吕文'), 'lv wen')
  assert.equal(personKey('旦增·罗布次仁'), 'dan zeng luo bu ci ren')
})

test('a name is spelled by syllables, initials, both mixed, and any reading of a character', () => {
  for (const typed of ['ledu', 'LE DU', 'ld', 'leduq', 'ldqu', 'ledou', 'd', 'q']) assert.notEqual(spells(typed, '乐都区'), undefined, typed)
  assert.equal(spells('gm', '海东高庙镇'), 2)
  for (const typed of ['', 'x', 'lq', 'ledux', '乐', '1']) assert.equal(spells(typed, '乐都区'), undefined, typed)
})

test('a romanised name separates vowels', () => {
  assert.equal(oneWord('平安'), "Ping'an")
  assert.equal(oneWord('乐都'), 'Ledu')
  assert.equal(oneWord('碾伯'), 'Nianbo')
})
