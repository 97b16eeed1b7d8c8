import assert from 'node:assert/strict'
import { test } from 'node:test'
import { core, docx, pdf, xlsx, zip } from '../../test/helpers/documents.ts'
import { kindOf } from './kind.ts'
import { tracesIn } from './metadata.ts'

const traces = async (bytes: Buffer): Promise<readonly string[]> => [...tracesIn(await kindOf(bytes) ?? assert.fail('is of a kind we take'), bytes)].toSorted()

test('a Word document: what it says is left alone, whom it names beside that is not', async () => {
  assert.deepEqual(await traces(docx()), [])
  assert.deepEqual(await traces(docx(core(''), ['docProps/app.xml', '<Properties><Application>WPS</Application><Company></Company></Properties>'])), [], 'emptied on saving')
  assert.deepEqual(await traces(docx(['word/document.xml', '<w:ins w:author="Author"/><w:t>作者：王小明</w:t>'])), [], 'its text is its own, and a removed name stands as Author')
  for (const part of [
    core('王小明'), core('', '王小明'), ['docProps/app.xml', '<Properties><Company>某镇政府</Company></Properties>'], ['docProps/app.xml', '<Manager>王小明</Manager>'], ['docProps/custom.xml', '<property name="owner"/>'],
    ['word/comments.xml', '<w:comment w:id="0" w:author="王小明"/>'], ['word/document.xml', '<w:del w:id="1" w:author="wxm"/>'], ['word/people.xml', '<w15:person w15:author="王小明"/>'],
    ['package/services/metadata/core-properties/a.psmdcp', '<coreProperties><creator>王小明</creator></coreProperties>'], ['DOCPROPS/CORE.XML', '<dc:creator>王小明</dc:creator>'],
  ] as const) assert.deepEqual(await traces(docx(part)), ['author'], part.join(' '))
})

test('a workbook likewise', async () => {
  assert.deepEqual(await traces(xlsx(core(''), ['xl/comments1.xml', '<authors><author></author><author>Author</author></authors>'])), [])
  for (const part of [core('王小明'), ['xl/comments1.xml', '<authors><author>王小明</author></authors>'], ['xl/persons/person.xml', '<person displayName="王小明"/>']] as const) {
    assert.deepEqual(await traces(xlsx(part)), ['author'], part[0])
  }
})

test('a container that can’t be looked into is not believed', async () => {
  const office = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  const own = (bytes: Buffer): readonly string[] => [...tracesIn(office, bytes)]
  assert.deepEqual(own(zip([core('')], { flags: 1 })), ['broken'], 'locked')
  assert.deepEqual(own(zip([core('')], { method: 12 })), ['broken'], 'folded in a way we don’t know')
  assert.deepEqual(own(zip([core('王小明')], { method: 0, comment: 'made by somebody' })), ['author'])
  assert.deepEqual(own(docx(core('王小明')).subarray(0, -30)), ['broken'])
  assert.deepEqual(own(docx(['docProps/custom.xml', ' '.repeat(30_000_000)])), ['broken'], 'unfolds without end')
  assert.deepEqual(own(Buffer.alloc(40)), ['broken'])
})

test('a PDF: author in its properties or its XMP data, plain or packed', async () => {
  assert.deepEqual(await traces(pdf(['<</Producer(WPS)/Title(通知)>>'], [['/Type/Page', 'BT (/Author) Tj ET']])), [], 'what a page says is its own')
  for (const empty of ['()', '<>', '<FEFF>', '(\xfe\xff)']) assert.deepEqual(await traces(pdf([`<</Author${empty}>>`])), [], empty)
  for (const written of ['(wxm)', ' (\xfe\xff\x73\x8b)', '<FEFF738B>', ' 7 0 R']) {
    assert.deepEqual(await traces(pdf([`<</Author${written}>>`])), ['author'], written)
    assert.deepEqual(await traces(pdf([], [['/Type/ObjStm/N 1/First 4', `1 0 <</Author${written}>>`]])), ['author'], `packed ${written}`)
  }
  const seq = (name: string): string => `<dc:creator><rdf:Seq><rdf:li>${name}</rdf:li></rdf:Seq></dc:creator>`
  assert.deepEqual(await traces(pdf([], [['/Type/Metadata/Subtype/XML', seq('wxm')]])), ['author'])
  assert.deepEqual(await traces(pdf([`<</Type/Metadata>>\nstream\n${seq('wxm')}\nendstream`])), ['author'])
  assert.deepEqual(await traces(pdf([], [['/Type/Metadata/Subtype/XML', seq('')], ['/Type/Metadata', '<x pdf:Author=""/>']])), [])
  assert.deepEqual(await traces(pdf(['<</Filter/Standard/V 4>>', '<</Encrypt 1 0 R>>'])), ['locked'])
  assert.deepEqual(await traces(pdf([], [['/Type/ObjStm', ' '.repeat(30_000_000)]])), ['broken'])
})

test('bytes of any kind end without an error', () => {
  let seed = 11
  const random = () => (seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31
  const whole = [docx(core('王小明')), xlsx(core('')), pdf(['<</Author(wxm)>>'], [['/Type/ObjStm', '1 0 <</Author(a)>>']])]
  for (let i = 0; i < 3000; i += 1) {
    const bytes = Buffer.from(whole[i % 3] ?? [])
    bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256)
    const cut = bytes.subarray(0, Math.floor(random() * (bytes.length + 1)))
    for (const type of ['application/pdf', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet']) tracesIn(type, cut)
  }
  // Each of these would have the whole rest looked through at every turn, for hours, did nothing bound it.
  for (const text of ['<dc:creator ', '1 0 obj<</ObjStm/FlateDecode>>stream\n', '/Author ', '<dc:creator>   ']) {
    tracesIn('application/pdf', Buffer.from(text.repeat(Math.floor(4_000_000 / text.length))))
  }
})
