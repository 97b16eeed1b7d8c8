import { refuse, type Refusal } from '../../../kernel/refusal.ts'
import { words } from '../../../kernel/words.ts'

/** Why a single sign-on came to nothing. The browser comes back with the code alone and asks for the words. */
const all = {
  'sso-down': () => refuse('sso-down', words('统一身份认证暂时无法连接', 'The identity provider can’t be reached now'), { remedy: words('请稍后再试，或用账号密码登录', 'Try again in a while, or sign in by name and password') }),
  'sso-failed': () => refuse('sso-failed', words('统一身份认证没有完成', 'The single sign-on was not completed'), { remedy: words('请在同一浏览器中重新登录；多次失败请联系系统管理员', 'Begin again in the same browser; if it keeps failing, ask the administrator') }),
  'sso-cancelled': () => refuse('sso-cancelled', words('您取消了统一身份认证', 'You broke off the single sign-on'), { remedy: words('可以重新登录，或用账号密码登录', 'Begin again, or sign in by name and password') }),
  'not-linked': () => refuse('not-linked', words('您的统一身份尚未关联本平台账号', 'Your identity is not linked to an account here'), {
    remedy: words('请联系本单位的系统管理员为您关联；已有账号密码的，也可以先用密码登录，再到“设置”中自行关联', 'Ask your office’s system administrator to link it; with a password of your own, sign in by it and link it at Settings'),
  }),
  'account-closed': () => refuse('account-closed', words('账号已停用', 'The account is closed'), { remedy: words('请联系管理员', 'Ask the administrator') }),
  'account-locked': () => refuse('account-locked', words('账号因多次输错已暂时锁定', 'The account is locked for a while after wrong passwords or codes'), { remedy: words('请稍后再试，或联系管理员', 'Try again later, or ask the administrator') }),
  'link-taken': () => refuse('link-taken', words('这个统一身份已关联另一个账号', 'This identity is linked to another account already'), { remedy: words('请联系本单位系统管理员', 'Ask your administrator') }),
} satisfies { readonly [code: string]: () => Refusal }

export type SsoRefusal = keyof typeof all

export const ssoRefusal = (code: SsoRefusal): Refusal => all[code]()

export const isSsoRefusal = (code: string): code is SsoRefusal => Object.hasOwn(all, code)
