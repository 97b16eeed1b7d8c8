import { refuse, type Fault, type Refusal } from '../../kernel/refusal.ts'
import { words } from '../../kernel/words.ts'

/** The refusals of the door itself; those of the matters come from the kernel and the store. */

export const notSignedIn = (): Refusal =>
  refuse('not-signed-in', words('请先登录', 'Please sign in first'), { remedy: words('登录后重试，已填写的内容不会丢失', 'Sign in and try again; nothing typed is lost') })

export const notFound = (): Refusal =>
  refuse('not-found', words('没有找到，或您无权查看', 'There is no such thing, or you may not see it'), { remedy: words('请核对网址或编号', 'Check the address or number') })

export const noRight = (zh = '您现在的岗位无权查看', en = 'The post you act from may not see this'): Refusal =>
  refuse('no-right', words(zh, en), { remedy: words('请切换岗位后重试', 'Act from another of your posts') })

export const badRequest = (faults: readonly Fault[] = []): Refusal =>
  refuse('bad-request', words('请求格式不正确', 'The request is not in the right form'), { ...(faults.length > 0 && { faults }), remedy: words('格式说明见 /openapi.json', 'See /openapi.json for the form') })

export const badJson = (): Refusal =>
  refuse('bad-request', words('内容不是完整的 JSON', 'The body is not well-formed JSON'), { remedy: words('请重新提交', 'Please send it again') })

export const tooLarge = (most: string): Refusal =>
  refuse('too-large', words(`内容过大，最多 ${most}`, `Too large: at most ${most}`), { remedy: words('请压缩或分次提交', 'Make it smaller or send it in parts') })

export const wrongType = (takes: string): Refusal =>
  refuse('unsupported-type', words(`不接受这种内容类型，须为 ${takes}`, `This type of content is not taken; it must be ${takes}`))

/** A post that wants a second factor, and none was shown at this sign-in. */
export const factorNeeded = (): Refusal =>
  refuse('factor-needed', words('这个岗位须有动态验证码才能办理', 'This post can be acted from only with a second factor'), { remedy: words('请到“设置 · 登录与安全”设置或输入动态验证码', 'Set it up, or enter its code, at Settings, Sign-in and safety') })

/** A program acts from its post and does nothing about the account behind it. */
export const personOnly = (): Refusal =>
  refuse('person-only', words('此操作须由本人登录办理，程序不能代办', 'Only the person themselves may do this, signed in; a program may not'), { remedy: words('请本人登录后在设置中办理', 'Sign in and do it at Settings') })

export const forged = (): Refusal =>
  refuse('csrf', words('请求来源无法确认', 'It can’t be told that this request came from our own pages'), { remedy: words('请在本站页面中操作；程序调用须带请求头 X-Requested-With: shanzhi', 'Use our pages; programs send the header X-Requested-With: shanzhi') })

export const tooMany = (seconds: number): Refusal =>
  refuse('too-many', words(`操作过于频繁，请 ${seconds} 秒后重试`, `Too many requests; try again in ${seconds} seconds`), { detail: { seconds } })

export const internal = (): Refusal =>
  refuse('internal', words('服务器出错，此次操作没有生效', 'The server failed; nothing was changed'), { remedy: words('请稍后重试；如仍出错，请把编号告诉管理员', 'Try again in a moment; if it stays, tell the administrator the number') })

export const notReady = (): Refusal =>
  refuse('not-ready', words('服务尚未就绪', 'The service is not ready yet'), { remedy: words('请稍后重试', 'Try again in a moment'), detail: { seconds: 5 } })
