import { createHash } from 'node:crypto'
import { ceremonialDay, dayInWords, type Block, type Doc } from '../../kernel/document.ts'
import { signedBy } from './docx.ts'
import { escaped, footWords, type Foot } from './foot.ts'

/** As official documents are set; on a screen a sheet of paper, on paper nothing but the text. */
const css = `
@page { size: A4; margin: 37mm 26mm 35mm 28mm }
:root { color-scheme: light }
body { margin: 0; background: #e9ebee; color: #000; font: 16pt/28pt FangSong, STFangsong, FangSong_GB2312, 'Noto Serif CJK SC', SimSun, serif }
main { box-sizing: border-box; width: 210mm; max-width: 100%; min-height: 297mm; margin: 1rem auto; padding: 37mm 26mm 30mm 28mm; background: #fff; box-shadow: 0 1px 4px rgb(0 0 0 / 30%); overflow-wrap: break-word }
h1 { margin: 6pt 0 24pt; font: bold 22pt/32pt SimSun, STSong, 'Noto Serif CJK SC', serif; text-align: center }
.issuer { margin: 0 0 12pt; font: bold 16pt/24pt SimSun, STSong, 'Noto Serif CJK SC', serif; text-align: center }
h2 { margin: 0; font: 16pt/28pt SimHei, STHeiti, 'Noto Sans CJK SC', sans-serif; text-indent: 2em; break-after: avoid }
p { margin: 0; white-space: pre-line }
.text, li { text-indent: 2em; text-align: justify }
ol { margin: 0; padding: 0; list-style-position: inside }
table { width: 100%; margin: 6pt 0; border-collapse: collapse; font-size: 12pt; line-height: 18pt }
th, td { padding: 2pt 4pt; border: 1px solid #000; text-align: left; vertical-align: top }
th { font-family: SimHei, 'Noto Sans CJK SC', sans-serif; font-weight: normal; text-align: center }
tr { break-inside: avoid }
thead { display: table-header-group }
.signed { margin-top: 28pt; padding-right: 4em; text-align: right; break-inside: avoid }
footer { margin-top: 24pt; border-top: 1px solid #000; padding-top: 4pt; font: 9pt/14pt SimSun, 'Noto Serif CJK SC', serif; text-align: center }
.large h1 { font-size: 44pt; line-height: 60pt }
.large .text { margin-bottom: 14pt; padding-left: 2em; font: bold 32pt/46pt SimHei, STHeiti, 'Noto Sans CJK SC', sans-serif; text-indent: -2em; text-align: left; break-inside: avoid }
@media (max-width: 820px) { .large h1 { font-size: 26pt; line-height: 36pt } .large .text { font-size: 20pt; line-height: 30pt } main { margin: 0; padding: 2rem 1.2rem; min-height: 0 } .signed { padding-right: 0 } }
@media print { body { background: none } main { width: auto; min-height: 0; margin: 0; padding: 0; box-shadow: none } }
`

/** Nothing but its own style: no script, no picture, no network. */
export const documentPolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(css).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

/** A document as a page to read and to print. The same document gives the same bytes. */
export const html = (doc: Doc, foot: Foot): string => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(doc.title)} ${escaped(foot.number)}</title><style>${css}</style></head>
<body><main${doc.large ? ' class="large"' : ''}>
<p class="issuer">${escaped(doc.issuer)}</p>
<h1>${escaped(doc.title)}</h1>
${doc.to === undefined ? '' : `<p>${escaped(doc.to)}：</p>\n`}${doc.body.map(block).join('\n')}
<div class="signed">${[...doc.signed.map(signedBy), doc.ceremonial ? ceremonialDay(doc.day) : dayInWords(doc.day)].map(line => `<p>${escaped(line)}</p>`).join('')}</div>
<footer>${escaped(footWords(foot))}</footer>
</main></body></html>
`

const block = (one: Block): string => {
  if ('p' in one) return one.p.split('\n').map(line => `<p class="text">${escaped(line)}</p>`).join('')
  if ('heading' in one) return `<h2>${escaped(one.heading)}</h2>`
  if ('list' in one) return `<ol>${one.list.map(line => `<li>${escaped(line)}</li>`).join('')}</ol>`
  const { head, rows } = one.table
  const cells = (tag: 'th scope="col"' | 'td', texts: readonly string[]): string => head.map((_, i) => `<${tag}>${escaped(texts[i] ?? '')}</${tag.slice(0, 2)}>`).join('')
  return `<table><thead><tr>${cells('th scope="col"', head)}</tr></thead><tbody>${rows.map(row => `<tr>${cells('td', row)}</tr>`).join('')}</tbody></table>`
}
