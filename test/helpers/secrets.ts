import assert from 'node:assert/strict'
import { reads, type Actor, type Class } from '../../kernel/post.ts'
import { request } from '../../procedures/2-foundations/request.ts'
import { rowOf } from './live.ts'
import { png } from './pictures.ts'
import type { TestSite } from './site.ts'
import { visible } from './visible.ts'
import { people, type Name } from './world.ts'

/** Something planted that may be told to few: what it is, as it would stand in an answer, the class it has, and the matter it belongs to. `nobodys`: no post reads it, whatever its clearance. */
export type Secret = { readonly is: 'text' | 'photo' | 'name' | 'phone' | 'code' | 'reporter'; readonly mark: string; readonly class: Class; readonly matter: string; readonly nobodys?: true }

export type Planted = { readonly secrets: readonly Secret[]; readonly matters: readonly { readonly id: string; readonly number: string }[]; readonly files: readonly string[] }

const classOf = (fact: keyof typeof request.facts): Class => request.facts[fact].class

/** A file with its name and some of its bytes marked. */
const photo = async (world: TestSite, cookie: string, mark: string): Promise<string> => {
  const head = `--e\r\nContent-Disposition: form-data; name="file"; filename="${mark}.png"\r\n\r\n`
  const reply = await world.app.inject({
    method: 'POST', url: '/api/files', headers: { cookie, 'x-requested-with': 'shanzhi', 'content-type': 'multipart/form-data; boundary=e' },
    payload: Buffer.concat([Buffer.from(head), png([['prVt', Buffer.from(`${mark}里`).toString('latin1')]]), Buffer.from('\r\n--e--\r\n')]),
  })
  assert.equal(reply.statusCode, 200, reply.body)
  return (JSON.parse(reply.body) as { readonly id: string }).id
}

/** Reports in three places of two counties, one of them anonymous, with marked texts, names, phones, photos and reporters. */
export const plant = async (world: TestSite): Promise<Planted> => {
  const reporters = { neighbour: '具名人某乙', stranger: '匿名人某甲' } as const
  for (const [name, mark] of Object.entries(reporters)) {
    await world.database.owner(tx => tx.query('update account set name = $2 where id = $1::uuid', [people[name as Name].account, mark]))
  }
  const reports: readonly (readonly [who: keyof typeof reporters, place: string, sign: string, anonymous: boolean])[] =
    [['neighbour', '630202001001', '青龙', false], ['stranger', '630203001001', '白虎', true], ['neighbour', '630202101201', '玄武', false]]
  const planted: { secrets: Secret[]; matters: { id: string; number: string }[]; files: string[] } = { secrets: [], matters: [], files: [] }
  for (const [i, [who, place, sign, anonymous]] of reports.entries()) {
    const client = await world.as(who)
    const marks = { text: `夜里${sign}桥头有人倾倒废料的事`, contactName: `藏名${sign}`, contactPhone: `1397770100${i}`, photo: `图样${sign}一号` }
    const file = await photo(world, client.cookie, marks.photo)
    const { photo: _, ...given } = marks
    const reply = await client.step('/api/request/report', { input: { ...given, place, photos: [file], anonymous } })
    assert.equal(reply.status, 200, reply.text)
    const matter = reply.body.id
    planted.matters.push({ id: matter, number: reply.body.number })
    planted.files.push(file)
    const code = reply.body.followCode ?? assert.fail('a resident is given a code')
    planted.secrets.push(
      { is: 'text', mark: marks.text, class: classOf('text'), matter }, { is: 'photo', mark: marks.photo, class: classOf('photos'), matter }, { is: 'photo', mark: `${marks.photo}里`, class: classOf('photos'), matter },
      { is: 'name', mark: marks.contactName, class: classOf(anonymous ? 'keptName' : 'contactName'), matter }, { is: 'phone', mark: marks.contactPhone, class: classOf(anonymous ? 'keptPhone' : 'contactPhone'), matter },
      { is: 'code', mark: code, class: 'confidential', matter, nobodys: true },
      // Who reports twice is known by the first of their reports.
      ...(planted.secrets.some(one => one.mark === reporters[who]) ? [] : [{ is: 'reporter', mark: reporters[who], class: 'sensitive', matter, ...(anonymous && { nobodys: true as const }) } as const]),
      ...(anonymous ? [{ is: 'reporter', mark: people[who].account, class: 'confidential', matter, nobodys: true } as const] : []),
    )
  }
  return planted
}

/** Whether a reader may be told a secret as things stand now, said purely. */
export const mayKnow = async (world: TestSite, reader: Actor | undefined, secret: Secret): Promise<boolean> =>
  reader !== undefined && secret.nobodys !== true && reads(reader.clearance, secret.class) && visible(request, reader, await rowOf(world.site.house, secret.matter))

type Heard = { readonly headers: object; readonly rawPayload: Buffer }

/** The secrets that an answer holds, in its body or its headers, as they are or as an address or a header would spell them. */
export const secretsIn = (planted: Planted, { headers, rawPayload }: Heard): readonly Secret[] => {
  const heads = JSON.stringify(headers)
  return planted.secrets.filter(({ mark }) => rawPayload.includes(mark) || heads.includes(mark) || heads.includes(encodeURIComponent(mark)))
}
