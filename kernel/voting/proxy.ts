import { refuse, type Refusal } from '../refusal.ts'
import { words, type Words } from '../words.ts'

/** Who may vote for whom: somebody of the same household, or others up to `most` for one person (0: nobody). */
export type ProxyRule = { readonly household: boolean; readonly most?: number; readonly source: Words }

/** One who does not come: their number on the roll, who stands for them, and how the two are. `already`: for how many others that person stands. */
export type Proxy = { readonly number: number; readonly holder: string; readonly sameHousehold: boolean; readonly written: boolean; readonly already: number }

/** Why a proxy can't be taken, by the law of that body; `undefined` where it can. */
export const proxyRefusal = ({ household, most = 0, source }: ProxyRule, { number, holder, sameHousehold, written, already }: Proxy): Refusal | undefined => {
  const no = (zh: string, en: string): Refusal => refuse('proxy-refused', words(`${number}号的委托不能接受：${zh}`, `The proxy of number ${number} can’t be taken: ${en}`), {
    remedy: words(`依据：${source.zh}`, `Ground: ${source.en}`),
  })
  if (!household && most === 0) return no('此会议不接受委托表决', 'this body takes no proxies')
  if (holder.trim() === '') return no('未写明受托人', 'it does not say who stands for them')
  if (!written) return no('须有书面委托', 'it must be in writing')
  if (household) return sameHousehold ? undefined : no('受托人须是同一户的成员', 'who stands for them must be of the same household')
  return already < most ? undefined : no(`${holder}已代理${already}人，最多代理${most}人`, `${holder} stands for ${already} already, ${most} at most`)
}
