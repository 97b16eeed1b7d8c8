import { refuse, type Refusal } from '../../kernel/refusal.ts'
import { words } from '../../kernel/words.ts'

export const notOpened = (): Refusal =>
  refuse('not-opened', words('内容打不开：不是这个账号封存的，或已损坏', 'It does not open: it was sealed under another account, or is damaged'), { remedy: words('请用当时的账号登录后再发送', 'Sign in with the account it was written under, and send it again') })

export const otherSignIn = (): Refusal =>
  refuse('other-sign-in', words('这是另一个账号填写的', 'Another account wrote this'), { remedy: words('内容仍在手机上，等该账号登录后再发送', 'It stays on the phone, and goes once that account signs in') })

export const keyGone = (): Refusal =>
  refuse('key-gone', words('封存所用的密钥已不在本站的密钥环中', 'The key it was sealed under is no longer in this site’s ring'), { remedy: words('内容仍在手机上。请联系管理员恢复该密钥后再发送', 'It is still on the phone. Ask the administrator to bring the key back, then send it again') })

export const wrongOffset = (at: number): Refusal =>
  refuse('wrong-offset', words(`服务器已收到 ${at} 字节，请从那里续传`, `The server has ${at} bytes; go on from there`), { detail: { at } })

export const postEnded = (): Refusal =>
  refuse('no-right', words('填写时的岗位您现已不任', 'You no longer hold the post it was written from'), { remedy: words('内容已保留，请交现任人员办理', 'What was written is kept; hand it to whoever holds the post now') })

export const needsSeq = (): Refusal =>
  refuse('bad-request', words('缺少前一步之后的顺序号', 'The number that the step before led to is missing'), { remedy: words('请先发送前一步', 'Send the step before it first') })

export const tooMuchUnderWay = (): Refusal =>
  refuse('too-many', words('未传完的照片过多', 'Too many photos are on their way'), { remedy: words('稍后自动续传', 'They go on by themselves in a while'), detail: { seconds: 60 } })

export const notAFile = (): Refusal =>
  refuse('bad-request', words('这不是从手机上导出的未发送文件，或不完整', 'This is no file of unsent items from a phone, or it is cut off'), { remedy: words('请在手机上重新导出', 'Export it from the phone again') })

export const otherAccount = (): Refusal =>
  refuse('other-account', words('文件属于另一个账号', 'The file belongs to another account'), { remedy: words('请由本人登录后导入：谁写的，由谁提交', 'Whoever wrote it signs in and imports it: nobody hands in for another') })
