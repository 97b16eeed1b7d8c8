import { request as plain, type IncomingMessage } from 'node:http'
import { request as encrypted } from 'node:https'
import { isIP } from 'node:net'
import { words, type Words } from '../../kernel/words.ts'
import { Unreachable, type Reachable } from '../delivery/addresses.ts'

/** A picture from another server: its bytes, or why it was not taken. */
export type Fetched = { readonly bytes: Buffer; readonly name: string } | { readonly why: Words }

/** From where pictures may be fetched. `hosts`: names, with a port where it is not the usual one. */
export type PictureSource = { readonly hosts: readonly string[]; readonly reachable: Reachable }

/** Milliseconds for all of it, redirects at the most, and bytes of one picture. */
const [patience, mostRedirects, mostBytes] = [10_000, 3, 10 * 1024 * 1024] as const

const no = (zh: string, en: string): Fetched => ({ why: words(zh, en) })

const notListed = no('该网址的主机不在本站允许的名单内', 'its host is not among those this site may fetch from')
const tooLarge = no('图片超过 10 MiB', 'the picture is larger than 10 MiB')
const away = no('对方服务器没有给出图片', 'the other server gave no picture')

const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '')

/** One GET: its head, or the reason. The address that is connected to is checked, and no connection is kept for another. */
const get = (url: URL, { reachable }: PictureSource, signal: AbortSignal): Promise<IncomingMessage> => new Promise((resolve, reject) => {
  const may = url.protocol === 'https:' ? reachable.reaches : reachable.opened
  const host = hostOf(url)
  if (isIP(host) !== 0 && !may(host)) { reject(new Unreachable(host)); return }
  const asked = (url.protocol === 'https:' ? encrypted : plain)(url, { agent: false, headers: { accept: 'image/jpeg, image/png, image/webp', 'accept-encoding': 'identity', 'user-agent': 'shanzhi' }, signal, lookup: reachable.lookup(may) }, resolve)
  asked.on('error', reject)
  asked.end()
})

const bytesOf = async (reply: IncomingMessage): Promise<Buffer | undefined> => {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of reply as AsyncIterable<Buffer>) {
    size += part.length
    if (size > mostBytes) { reply.destroy(); return undefined }
    parts.push(part)
  }
  return Buffer.concat(parts)
}

const allowed = (url: URL | null, { hosts }: PictureSource): url is URL =>
  url !== null && (url.protocol === 'https:' || url.protocol === 'http:') && url.username === '' && url.password === '' && hosts.includes(url.host.toLowerCase())

const follow = async (first: URL, source: PictureSource, signal: AbortSignal): Promise<Fetched> => {
  let url = first
  for (let turns = 0; turns <= mostRedirects; turns += 1) {
    const reply = await get(url, source, signal)
    const status = reply.statusCode ?? 0
    const to = status >= 300 && status < 400 ? reply.headers.location : undefined
    if (to === undefined) {
      if (status !== 200 || !/^image\/(jpeg|png|webp)\b/i.test(reply.headers['content-type'] ?? '')) { reply.destroy(); return away }
      if (Number(reply.headers['content-length'] ?? 0) > mostBytes) { reply.destroy(); return tooLarge }
      const bytes = await bytesOf(reply)
      return bytes ? { bytes, name: decodeURIComponent(url.pathname.split('/').at(-1) ?? '') } : tooLarge
    }
    reply.destroy()
    const next = URL.parse(to, url.href)
    // To the same host alone: another is another’s word, and one inside our network nobody’s.
    if (!allowed(next, source) || next.host !== first.host || (first.protocol === 'https:' && next.protocol !== 'https:')) return no('该网址转到了别处', 'it leads elsewhere')
    url = next
  }
  return no('该网址转来转去', 'it leads round and round')
}

/**
 * Fetches the picture at an address that somebody gave, from hosts the settings name and none besides: connected to only where the address itself may be
 * (none of our own network unless it is opened), in ten seconds, up to ten MiB, redirects within the host. What the bytes are is judged as of any upload.
 */
export const fetchPicture = async (address: string, source: PictureSource): Promise<Fetched> => {
  const url = URL.parse(address)
  if (!allowed(url, source)) return notListed
  try {
    return await follow(url, source, AbortSignal.timeout(patience))
  } catch (error) {
    return error instanceof Unreachable ? no('该主机的地址不许访问', 'the address of that host may not be connected to') : error instanceof URIError ? away : no('没有取到：对方无应答或太慢', 'it could not be fetched: no answer, or too slow')
  }
}
