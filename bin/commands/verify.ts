import { system } from '../../kernel/post.ts'
import { makeHouse, shelfOf } from '../../server/assemble.ts'
import { proofOf } from '../../server/files/proof.ts'
import { fileKeys } from '../../server/settings/keys.ts'
import { verifyCounty, type VerifyReport } from '../../store/verify.ts'
import type { Erased, VerifyFault } from '../../store/verify/fault.ts'
import { countyIn } from '../arguments.ts'
import type { Command } from '../command.ts'
import { openPlace } from '../place.ts'
import { progress, say } from '../say.ts'
import { Stop } from '../stop.ts'

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
const sayProved = (withFiles: boolean): void => {
  const [filesZh, filesEn] = withFiles ? ['文件内容', 'file contents'] : ['文件清单（内容未全部读取）', 'the lists of files (not all were read)']
  say(`已核验：无平台密钥者未改动留存的办理记录；密文及其脱敏形式、事项、参与人、时限、关联、${filesZh}和计数均与记录一致。`,
    `Verified: nobody without the site’s secret changed an entry that stands; sealed values and their masked forms, matters, parties, deadlines, links, ${filesEn} and counters are those the entries give.`)
  say('不能证明：持有密钥者未重写记录；没有整件事项或最近的记录连同其结果被一并撤去（须与另行公布的校验点比对，尚未提供）；标为已删除的值是否依法删除（见上列）。仅一条记录的事项，编号只核对格式。'
    + '通知、检索词、先例、登记册、文件名和账号不是凭证，未核验。',
  'Not proved: that whoever holds the secret rewrote nothing; that no whole matter, or its latest entries with all they led to, was taken away (for that, published checkpoints will be needed, which are not there yet); '
    + 'that what is stamped as erased was erased lawfully (each is listed above). The number of a matter with one entry is held to its form only. Notices, search words, precedents, registers, file names and accounts are no evidence and were not looked at.')
}

/** Replays every matter's chain and holds it against the rows, files and counters. Ends with 1 where something is wrong. */
export const verify: Command = {
  usage: 'verify [--county CODE] [--without-files]',
  zh: '核验全部办理记录链、事项、文件和计数；--without-files 不读取文件内容', en: 'verify every chain of entries, the matters, files and counters; --without-files reads no file',
  options: { 'county': { type: 'string' }, 'without-files': { type: 'boolean' } },
  run: async given => {
    const asked = countyIn(given)
    const withFiles = given.values['without-files'] !== true
    const { database, secret, keys, settings } = await openPlace()
    try {
      const { house } = await makeHouse(database, keys)
      const bytesOf = withFiles ? proofOf(shelfOf(settings), fileKeys(secret, keys.ring)) : undefined
      const counts = await database.scoped(system, tx => tx.query<{ county: string; n: number }>(
        'select county, sum(n)::int as n from (select county, count(*) as n from matter group by county union all select distinct county, 0 from sealed) x group by county order by county'))
      if (asked !== undefined && !counts.some(one => one.county === asked)) throw new Stop(`${asked} 没有事项。`, `${asked} holds no matters.`)
      let [faults, unread] = [0, 0]
      for (const { county, n } of counts.filter(one => asked === undefined || one.county === asked)) {
        const tell = progress(`核验 ${county}`, `verifying ${county}`)
        const report = await verifyCounty(house, county, done => tell(Math.min(done, n), n), bytesOf)
        faults += report.faults.length
        unread += report.unread
        sayReport(county, report)
      }
      if (faults > 0) throw new Stop(`发现 ${faults} 处异常，见上列各行。`, `${faults} faults were found: each is on a line above.`)
      sayProved(withFiles && unread === 0)
    } finally {
      await database.close()
    }
  },
}
