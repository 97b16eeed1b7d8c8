/** What stands at the foot of every page: the matter's number, and the entry the document is made from with the beginning of its hash. */
export type Foot = { readonly number: string; readonly seq: number; readonly hash: string }

export const footWords = ({ number, seq, hash }: Foot): string => `编号 ${number}　依据第 ${seq} 条办理记录　校验码 ${hash.slice(0, 16)}`

/** Text for XML and HTML alike. What neither may hold is left out. */
export const escaped = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]/g, '').replace(/[&<>"']/g, c => `&#${c.charCodeAt(0)};`)
