import type { Words } from '../../../kernel/words.ts'
import type { Language } from './store.ts'
import { rules } from './code.ts'

/** What goes to one person over one channel. `title` is the subject of mail and the head of a push; a text message is one line. */
export type Message = { readonly title: string; readonly text: string; readonly line: string; readonly url: string }

const name: Words = { zh: '善治', en: 'Shanzhi' }

/** A notice: its own words, which name nobody, and where to read on. Neither number nor matter goes out. */
export const noticeMessage = (language: Language, says: Words, publicUrl: string): Message => {
  const url = `${publicUrl}/`
  return {
    zh: {
      title: `${name.zh}：${says.zh}`, url, line: `【${name.zh}】${says.zh}，请登录 ${url} 查看`,
      text: `${says.zh}。\n\n请登录查看：${url}\n\n您在“通知方式”中开启了邮件通知，可随时关闭（${publicUrl}/safety）；关闭不影响办理、时限和站内通知。`,
    },
    en: {
      title: `${name.en}: ${says.en}`, url, line: `[${name.en}] ${says.en}. Sign in at ${url}`,
      text: `${says.en}.\n\nSign in to read on: ${url}\n\nYou turned on mail at “Where notices go” and may turn it off at any time (${publicUrl}/safety); that changes no handling, no deadline and no notice in the pages.`,
    },
  }[language]
}

export const codeMessage = (language: Language, code: string, publicUrl: string): Message => ({
  zh: {
    title: `${name.zh}验证码`, url: publicUrl, line: `【${name.zh}】验证码 ${code}，${rules.minutes} 分钟内有效。如非本人操作，请忽略。`,
    text: `您的验证码：${code}\n\n${rules.minutes} 分钟内有效，用于确认接收通知的邮箱。如非本人操作，请忽略，不会再收到邮件。`,
  },
  en: {
    title: `${name.en}: your code`, url: publicUrl, line: `[${name.en}] Your code is ${code}, good for ${rules.minutes} minutes. If you did not ask for it, ignore this.`,
    text: `Your code: ${code}\n\nIt is good for ${rules.minutes} minutes and confirms where your notices go. If you did not ask for it, ignore this; nothing more will be sent.`,
  },
})[language]
