import { refuse, type Refusal } from '../../kernel/refusal.ts'
import { words, type Words } from '../../kernel/words.ts'
import { isCommon } from './common-passwords.ts'

const longest = 128

const classesIn = (password: string): number =>
  [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}]/u, /\p{Lo}/u].filter(one => one.test(password)).length

const why = (password: string, name: string): Words | undefined => {
  const { length } = [...password]
  if (length > longest) return words(`密码最多 ${longest} 个字符`, `a password has at most ${longest} characters`)
  const classes = classesIn(password)
  if (!(length >= 16 || (length >= 10 && classes >= 2) || (length >= 8 && classes >= 3))) {
    return words('密码须至少 10 位且含两类字符（大写、小写、数字、符号、汉字），或至少 8 位且含三类，或至少 16 位',
      'a password needs 10 characters of two kinds (capitals, small letters, digits, signs, Chinese), or 8 of three kinds, or 16 of any')
  }
  if (name.length >= 3 && password.toLowerCase().includes(name.toLowerCase())) return words('密码不能包含用户名', 'a password can’t contain the user name')
  return isCommon(password) ? words('这个密码太常见，请换一个', 'this password is among those tried first; choose another') : undefined
}

/** Judges a new password; a refusal says what would make it strong enough. The password itself is in no answer and no log. */
export const weak = (password: string, name: string): Refusal | undefined => {
  const fault = why(password, name)
  return fault && refuse('weak-password', fault, { faults: [{ fact: 'password', why: fault }] })
}
