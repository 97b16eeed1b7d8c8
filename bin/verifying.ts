import { readFile } from 'node:fs/promises'
import { system } from '../kernel/post.ts'
import { dayDigests } from '../server/checkpoints/digests.ts'
import type { Database } from '../store/database.ts'
import type { House } from '../store/house.ts'
import { verifyCounty, type VerifyReport } from '../store/verify.ts'
import { readCheckpoints, verifyCheckpoints, type Kept } from '../store/verify/checkpoints.ts'
import type { Erased, VerifyFault } from '../store/verify/fault.ts'
import type { BytesOf } from '../store/verify/files.ts'
import { progress, say } from './say.ts'
import { Stop } from './stop.ts'

/** What to verify: one county or all that there are, files with their bytes or their lists alone, and checkpoints that somebody kept. */
export type Wish = { readonly county?: string; readonly bytesOf?: BytesOf; readonly checkpoints?: Kept }

const faultLine = ({ county, matter, number, seq, kind, what }: VerifyFault): string =>
  [county, number ?? matter ?? '', seq === undefined ? '' : `#${seq}`, kind, what].filter(part => part !== '').join(' ')

const erasedLine = ({ county, number, seq, fact, at }: Erased): string => [county, number, `#${seq}`, 'erased', fact, at.toISOString()].join(' ')

const sayReport = (county: string, { matters, entries, erased, files, unread, faults }: VerifyReport): void => {
  for (const fault of faults) console.log(faultLine(fault))
  for (const one of erased) console.log(erasedLine(one))
  say(`${county}：${matters} 件，${entries} 条记录，${files} 个文件，${erased.length} 项标为已删除，${faults.length} 处异常`,
    `${county}: ${matters} matters, ${entries} entries, ${files} files, ${erased.length} stamped as erased, ${faults.length} faults`)
  if (unread > 0) say(`${county}：${unread} 个文件因存储不可达而未读取`, `${county}: ${unread} files were not read, for their store does not answer`)
}

/** What a run without faults proves, and what it can't: said every time, so that nobody takes it for more. */
const sayProved = (withFiles: boolean, checkpoints: Kept | undefined): void => {
  const [filesZh, filesEn] = withFiles ? ['文件内容', 'file contents'] : ['文件清单（内容未全部读取）', 'the lists of files (not all were read)']
  say(`已核验：无平台密钥者未改动留存的办理记录；密文及其脱敏形式、事项、参与人、时限、关联、${filesZh}和计数均与记录一致；表决的名册、票箱和公布的结果相互一致；积分和物品账的每笔往来未被改动，余额由其得出。`,
    `Verified: nobody without the site’s secret changed an entry that stands; sealed values and their masked forms, matters, parties, deadlines, links, ${filesEn} and counters are those the entries give; of votes, roll, urn and published result agree; no transfer of points or goods was changed, and balances follow from them.`)
  const last = checkpoints?.points.at(-1)?.day
  if (last === undefined) {
    say('不能证明：持有密钥者未重写记录；没有整件事项或最近的记录连同其结果被一并撤去（须以另行留存的校验点核验：--checkpoints）。',
      'Not proved: that whoever holds the secret rewrote nothing; that no whole matter, or its latest entries with all they led to, was taken away (for that, give checkpoints kept elsewhere: --checkpoints).')
  } else {
    say(`已与所给校验点比对：截至 ${last} 的全部记录链，包括持有密钥者在内，无人重写、撤去。校验点须来自本站以外的留存才有意义；${last} 之后的改动，校验点不能证明。`,
      `Held against the checkpoints given: up to ${last} nobody, not even who holds the secret, wrote a chain anew or took one away. This counts only where the file was kept outside this site; it proves nothing about what came after ${last}.`)
  }
  say('同样不能证明：标为已删除的值是否依法删除（见上列）。仅一条记录的事项，编号只核对格式。通知、检索词、先例、登记册、文件名和账号不是凭证，未核验。',
    'Nor proved: that what is stamped as erased was erased lawfully (each is listed above). The number of a matter with one entry is held to its form only. '
    + 'Notices, search words, precedents, registers, file names and accounts are no evidence and were not looked at.')
}

/** The checkpoints in a file that somebody kept. */
export const keptIn = async (file: string): Promise<Kept> => {
  const text = await readFile(file, 'utf8').catch(() => { throw new Stop(`无法读取 ${file}`, `Can’t read ${file}`) })
  const kept = readCheckpoints(text)
  if (!kept) throw new Stop(`${file} 不是本平台公布的校验点。`, `${file} holds no checkpoints of this platform.`)
  return kept
}

const countiesIn = (database: Database): Promise<readonly { readonly county: string; readonly n: number }[]> =>
  database.scoped(system, tx => tx.query<{ county: string; n: number }>(
    `select county, sum(n)::int as n from (select county, count(*) as n from matter group by county union all select distinct county, 0 from sealed union all select distinct county, 0 from checkpoint) x
     group by county order by county`))

const againstCheckpoints = async (database: Database, kept: Kept): Promise<number> => {
  const [heads] = await database.scoped(system, tx => tx.query<{ n: number }>('select count(*)::int as n from checkpoint_head where county = $1', [kept.county]))
  const tell = progress(`比对 ${kept.points.length} 个校验点`, `against ${kept.points.length} checkpoints`)
  let done = 0
  const faults = await verifyCheckpoints(database, kept, dayDigests, some => tell(done += some, heads?.n ?? 0))
  for (const fault of faults) console.log(faultLine(fault))
  return faults.length
}

/** Verifies a database and prints what was found; `before` are faults found on the way to it. Throws a `Stop` of code 1 where there is any. */
export const verifyAll = async (house: House, wish: Wish, before: readonly VerifyFault[] = []): Promise<void> => {
  const { database } = house
  const asked = wish.county ?? wish.checkpoints?.county
  const counts = await countiesIn(database)
  if (asked !== undefined && !counts.some(one => one.county === asked)) throw new Stop(`${asked} 没有事项。`, `${asked} holds no matters.`)
  if (wish.checkpoints && wish.checkpoints.county !== asked) throw new Stop(`校验点属于 ${wish.checkpoints.county}，不属于 ${asked ?? ''}。`, `The checkpoints are those of ${wish.checkpoints.county}, not of ${asked ?? ''}.`)
  for (const fault of before) console.log(faultLine(fault))
  let [faults, unread] = [before.length, 0]
  for (const { county, n } of counts.filter(one => asked === undefined || one.county === asked)) {
    const tell = progress(`核验 ${county}`, `verifying ${county}`)
    const report = await verifyCounty(house, county, done => tell(Math.min(done, n), n), wish.bytesOf)
    faults += report.faults.length
    unread += report.unread
    sayReport(county, report)
  }
  if (wish.checkpoints) faults += await againstCheckpoints(database, wish.checkpoints)
  if (faults > 0) throw new Stop(`发现 ${faults} 处异常，见上列各行。`, `${faults} faults were found: each is on a line above.`)
  sayProved(wish.bytesOf !== undefined && unread === 0, wish.checkpoints)
}
