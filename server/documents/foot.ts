/** What stands at the foot of every page: the matter's number, and the entry the document is made from with the beginning of its hash; or what it was counted from. */
export type Foot = { readonly number: string; readonly seq: number; readonly hash: string } | { readonly number: string; readonly counted: string }

export const footWords = (foot: Foot): string => ('counted' in foot ? `${foot.number}　${foot.counted}` : `编号 ${foot.number}　依据第 ${foot.seq} 条办理记录　校验码 ${foot.hash.slice(0, 16)}`)

/** Text for XML and HTML alike. What neither may hold is left out. */
export const escaped = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]/g, '').replace(/[&<>"']/g, c => `&#${c.charCodeAt(0)};`)
