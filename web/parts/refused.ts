import { isObject } from '../../kernel/words.ts'
import type { Problem } from '../../server/wire.ts'

/** What the server refused, as the problem it answered with; or that no answer came (`status` 0, code `offline`). */
export class Refused extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.title)
    this.problem = problem
  }
}

export const isProblem = (value: unknown): value is Problem => isObject(value) && typeof value['code'] === 'string' && isObject(value['words'])

/** A problem of the device's own making, told as the server tells its own. */
export const problem = (status: number, code: string, zh: string, en: string, remedyZh: string, remedyEn: string, lang: 'zh' | 'en' = 'zh'): Problem => ({
  type: 'about:blank', status, code, basis: [], title: lang === 'zh' ? zh : en, words: { zh, en }, remedy: { zh: remedyZh, en: remedyEn },
})

export const offline = (lang?: 'zh' | 'en'): Problem =>
  problem(0, 'offline', '没有连上服务器', 'The server can’t be reached', '请检查网络后重试，已填写的内容仍在', 'Check the connection and try again; what you typed is still here', lang)

export const unclear = (status: number, lang?: 'zh' | 'en'): Problem =>
  problem(status, 'unclear', `服务器没有给出可读的答复（${status}）`, `The server gave no readable answer (${status})`, '请稍后重试', 'Try again in a moment', lang)
