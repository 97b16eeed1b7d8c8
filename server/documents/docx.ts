import { ceremonialDay, dayInWords, type Block, type Doc, type Signature } from '../../kernel/document.ts'
import { escaped, footWords, type Foot } from './foot.ts'
import { zip } from './zip.ts'

/**
 * A document as an Office Open XML file, set as official documents are (GB/T 9704—2012): A4, title centred in size two, text in 仿宋 of size
 * three, 28 points a line. It bears no author, no day of making and no program's name: the same document gives the same bytes.
 */
export const docx = (doc: Doc, foot: Foot): Buffer => zip([
  ['[Content_Types].xml', `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${word}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${word}.styles+xml"/><Override PartName="/word/footer1.xml" ContentType="${word}.footer+xml"/></Types>`],
  ['_rels/.rels', `${head}<Relationships xmlns="${packaged}"><Relationship Id="rId1" Type="${related}/officeDocument" Target="word/document.xml"/></Relationships>`],
  ['word/_rels/document.xml.rels', `${head}<Relationships xmlns="${packaged}"><Relationship Id="rId1" Type="${related}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${related}/footer" Target="footer1.xml"/></Relationships>`],
  ['word/document.xml', `${head}<w:document xmlns:w="${main}" xmlns:r="${related}"><w:body>${body(doc)}<w:sectPr><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr></w:body></w:document>`],
  ['word/styles.xml', doc.large ? styles(2) : styles(1)],
  ['word/footer1.xml', `${head}<w:ftr xmlns:w="${main}">${paragraph('Foot', footWords(foot))}<w:p><w:pPr><w:pStyle w:val="Foot"/></w:pPr>${run('— ')}<w:fldSimple w:instr=" PAGE ">${run('1')}</w:fldSimple>${run(' —')}</w:p></w:ftr>`],
])

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const related = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006/relationships'
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

type Style = 'Issuer' | 'Headline' | 'To' | 'Body' | 'Section' | 'Cell' | 'CellHead' | 'Signed' | 'Foot'

const run = (text: string): string => `<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`

/** Lines of a text stay lines. */
const paragraph = (style: Style, text: string, more = ''): string =>
  text.split('\n').map(line => `<w:p><w:pPr><w:pStyle w:val="${style}"/>${more}</w:pPr>${run(line)}</w:p>`).join('')

const body = (doc: Doc): string => [
  paragraph('Issuer', doc.issuer),
  paragraph('Headline', doc.title),
  ...(doc.to === undefined ? [] : [paragraph('To', `${doc.to}：`)]),
  ...doc.body.map(block),
  // What is signed stays together on its page.
  ...doc.signed.map((signature, i) => paragraph('Signed', signedBy(signature), `<w:keepNext/>${i === 0 ? '<w:spacing w:before="560"/>' : ''}`)),
  paragraph('Signed', doc.ceremonial ? ceremonialDay(doc.day) : dayInWords(doc.day)),
].join('')

export const signedBy = ({ by, how }: Signature): string => (how === 'seal' ? `${by}（印章）` : `${by}（签名）：＿＿＿＿＿＿`)

const block = (one: Block): string => {
  if ('p' in one) return paragraph('Body', one.p)
  if ('heading' in one) return paragraph('Section', one.heading)
  if ('list' in one) return one.list.map((line, i) => paragraph('Body', `${i + 1}．${line}`)).join('')
  return table(one.table)
}

const edges = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(edge => `<w:${edge} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`).join('')

const table = ({ head: columns, rows }: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }): string => {
  const width = Math.floor(8844 / Math.max(1, columns.length))
  const row = (cells: readonly string[], style: Style, more = ''): string =>
    `<w:tr><w:trPr><w:cantSplit/>${more}</w:trPr>${columns.map((_, i) => `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${paragraph(style, cells[i] ?? '')}</w:tc>`).join('')}</w:tr>`
  return `<w:tbl><w:tblPr><w:tblW w:w="${width * columns.length}" w:type="dxa"/><w:tblBorders>${edges}</w:tblBorders></w:tblPr><w:tblGrid>${columns.map(() => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${row(columns, 'CellHead', '<w:tblHeader/>')}${rows.map(cells => row(cells, 'Cell')).join('')}</w:tbl>`
}

/** Named apart from those programs bring along, whose looks would mix in. Fonts that official documents are set in; where a machine lacks one it takes its own of the kind. Sizes are half points. */
const style = (id: Style, font: string, size: number, layout: string, bold = false): string =>
  `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${id}"><w:name w:val="Official ${id}"/><w:pPr>${layout}</w:pPr><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="${font}"/>${bold ? '<w:b/>' : ''}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr></w:style>`

/** All type so many times as large as an official document's; the foot stays. */
const styles = (times: 1 | 2): string => {
  const lines = `<w:spacing w:line="${560 * times}" w:lineRule="exact"/>`
  const indented = `${lines}<w:ind w:firstLineChars="200" w:firstLine="${640 * times}"/><w:jc w:val="both"/>`
  return `${head}<w:styles xmlns:w="${main}"><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>${[
    style('Issuer', '宋体', 32, '<w:spacing w:after="240"/><w:jc w:val="center"/>', true),
    style('Headline', '宋体', 44 * times, `<w:spacing w:before="120" w:after="480" w:line="${640 * times}" w:lineRule="exact"/><w:jc w:val="center"/>`, true),
    style('To', '仿宋', 32 * times, lines),
    style('Body', '仿宋', 32 * times, times === 1 ? indented : `${lines}<w:keepLines/><w:ind w:left="1280" w:hanging="1280"/>`),
    style('Section', '黑体', 32 * times, `<w:keepNext/>${indented}`),
    style('Cell', '仿宋', 24 * times, `<w:spacing w:line="${360 * times}" w:lineRule="exact"/>`),
    style('CellHead', '黑体', 24 * times, `<w:spacing w:line="${360 * times}" w:lineRule="exact"/><w:jc w:val="center"/>`),
    style('Signed', '仿宋', 32, `<w:spacing w:line="560" w:lineRule="exact"/><w:ind w:rightChars="400" w:right="1280"/><w:jc w:val="right"/>`),
    style('Foot', '宋体', 18, '<w:jc w:val="center"/>'),
  ].join('')}</w:styles>`
}
