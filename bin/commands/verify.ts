import { system } from '../../kernel/post.ts'
import { makeHouse } from '../../server/assemble.ts'
import { verifyCounty } from '../../store/verify.ts'
import { textOf, type Command } from '../command.ts'
import { openPlace } from '../place.ts'
import { progress, say } from '../say.ts'
import { Stop } from '../stop.ts'

/** Replays every matter's chain and holds it against the rows and counters. Ends with 1 where something is wrong. */
export const verify: Command = {
  usage: 'verify [--county CODE]', zh: '核验全部办理记录链、事项和计数', en: 'verify every chain of entries, the matters and the counters',
  options: { county: { type: 'string' } },
  run: async given => {
    const { database, secret } = await openPlace()
    try {
      const { house } = await makeHouse(database, secret)
      const asked = textOf(given, 'county')
      const counts = await database.scoped(system, tx => tx.query<{ county: string; n: number }>('select county, count(*)::int as n from matter group by county order by county'))
      let faults = 0
      for (const { county, n } of counts.filter(one => asked === undefined || one.county === asked)) {
        const tell = progress(`核验 ${county}`, `verifying ${county}`)
        const report = await verifyCounty(house, county, done => tell(Math.min(done, n), n))
        faults += report.faults.length
        for (const { kind, matter, number, seq, what } of report.faults) console.log([county, number ?? matter ?? '', seq === undefined ? '' : `#${seq}`, kind, what].filter(part => part !== '').join(' '))
        say(`${county}：${report.matters} 件，${report.entries} 条记录，${report.erased} 项已依法删除，${report.faults.length} 处异常`,
          `${county}: ${report.matters} matters, ${report.entries} entries, ${report.erased} lawfully erased, ${report.faults.length} faults`)
      }
      if (faults > 0) throw new Stop(`发现 ${faults} 处异常。`, `${faults} faults were found.`)
    } finally {
      await database.close()
    }
  },
}
