import { refuse, type Refusal } from '../../kernel/refusal.ts'
import { words, type Words } from '../../kernel/words.ts'
import { wrongType } from '../http/refusals.ts'
import { kindOf } from './kind.ts'
import { tracesIn } from './metadata.ts'
import type { Trace } from './trace.ts'

const named: { readonly [T in Trace]: Words } = {
  exif: words('EXIF 信息（可能含位置、时间、设备）', 'EXIF data (place, time, device)'),
  xmp: words('XMP 信息', 'XMP data'),
  iptc: words('IPTC 信息', 'IPTC data'),
  text: words('文字注释', 'text comments'),
  embedded: words('图片之后的附加内容', 'further content behind the picture'),
  author: words('作者、修改人或批注人的姓名', 'names of who wrote, changed or commented it'),
  locked: words('密码保护（无法检查）', 'a password, so that it can’t be looked into'),
  broken: words('文件不完整', 'an incomplete file'),
}

const ofPictures = {
  remedy: words('请在本站页面中拍照或选取（会自动去除），或截图后上传', 'Take or choose it in our pages, which remove this, or upload a screenshot'),
  why: words('须先去除图片附带信息', 'remove what the picture tells beside itself'),
}
const ofDocuments = {
  remedy: words('请另存时去除文档属性、批注和修订记录，不设密码（“检查文档”可一并去除），或导出为不含属性的 PDF 后上传', 'Remove properties, comments and tracked changes when saving, and the password (“Inspect Document” removes them all), or export a PDF without properties'),
  why: words('须先去除文档附带信息', 'remove what the document tells beside itself'),
}

const tells = (type: string, traces: ReadonlySet<Trace>): Refusal => {
  const [zh, en, { remedy, why }] = type.startsWith('image/') ? ['图片', 'picture', ofPictures] as const : ['文档', 'document', ofDocuments] as const
  const [held, holds] = [[...traces].map(trace => named[trace].zh).join('、'), [...traces].map(trace => named[trace].en).join(', ')]
  return refuse('metadata', words(`${zh}中仍有：${held}`, `The ${en} still holds: ${holds}`), { remedy, faults: [{ fact: 'file', why }] })
}

/** The type of a file by its bytes, or why it is not taken: of no kind we keep, or telling more than it shows. */
export const judged = async (bytes: Uint8Array): Promise<string | Refusal> => {
  const type = await kindOf(bytes)
  if (type === undefined) return wrongType('JPEG, PNG, WebP, PDF, DOCX, XLSX')
  const traces = tracesIn(type, bytes)
  return traces.size > 0 ? tells(type, traces) : type
}
