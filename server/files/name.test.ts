import assert from 'node:assert/strict'
import { test } from 'node:test'
import { disposition, fileName } from './name.ts'

test('a name keeps its words and loses paths, controls and its own idea of what it is', () => {
  assert.equal(fileName('路灯 照片.PNG', 'image/jpeg'), '路灯 照片.jpg')
  assert.equal(fileName('../../etc/passwd', 'application/pdf'), 'passwd.pdf')
  assert.equal(fileName('C:\\temp\\a.jpg.exe', 'image/jpeg'), 'a.jpg.jpg')
  assert.equal(fileName('\u202Egpj.exe', 'image/png'), 'gpj.png')
  assert.equal(fileName('.htaccess', 'image/png'), 'htaccess.png')
  assert.equal(fileName('', 'image/webp'), 'file.webp')
  assert.equal([...fileName('𬭎'.repeat(300), 'image/jpeg')].length, 120)
})

test('a header can’t be broken out of', () => {
  assert.equal(disposition('路"灯\\%.jpg', true), `inline; filename="_____.jpg"; filename*=UTF-8''%E8%B7%AF%22%E7%81%AF%5C%25.jpg`)
  assert.doesNotMatch(disposition('a\r\nSet-Cookie: x.jpg', false), /[\r\n]/)
})
