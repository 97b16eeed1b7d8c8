import { readFile } from 'node:fs/promises'
import { legalDay } from '../../kernel/calendar.ts'
import { system } from '../../kernel/post.ts'
import { importOffices, officesFor } from '../../registers/offices.ts'
import { importRegions, parseRegions, taken } from '../../registers/regions.ts'
import type { RegionRow } from '../../registers/regions.ts'
import type { Database } from '../../store/database.ts'
import { dayIn, fileIn, wordIn } from '../arguments.ts'
import type { Command } from '../command.ts'
import { openPlace } from '../place.ts'
import { say } from '../say.ts'
import { Stop } from '../stop.ts'

const knownIn = (database: Database): Promise<readonly RegionRow[]> =>
  database.scoped(system, tx => tx.query<RegionRow>('select code, listed, name, kind, pinyin from region order by code'))

/** Imports a list of regions and sets up their offices; every faulty cell is told, and none or the sound rows are taken. */
export const importRegionList: Command = {
  usage: 'import regions FILE [--dry-run] [--take none|sound] [--since YYYY-MM-DD]', file: true,
  zh: '导入区划名单（CSV：code, level, parent, name）；有误则全部不导入，--take sound 只导入无误的行',
  en: 'import a list of regions (CSV: code, level, parent, name); none where one is faulty, or with --take sound the sound rows',
  options: { 'dry-run': { type: 'boolean' }, take: { type: 'string' }, since: { type: 'string' } },
  run: async given => {
    const file = fileIn(given)
    const take = wordIn(given, 'take', ['none', 'sound']) ?? 'none'
    const since = dayIn(given, 'since') ?? legalDay(new Date())
    const text = await readFile(file, 'utf8').catch(() => { throw new Stop(`无法读取 ${file}`, `Can’t read ${file}`) })
    const { database } = await openPlace()
    try {
      const known = await knownIn(database)
      const parsed = parseRegions(text, known.map(region => region.code))
      for (const { line, column, value, why } of parsed.faults) console.log(`${file}:${line}: ${column} “${value}” ${why.zh} · ${why.en}`)
      const rows = taken(parsed, take)
      if (parsed.faults.length > 0 && rows.length === 0) throw new Stop(`${parsed.faults.length} 处有误，全部未导入。`, `${parsed.faults.length} faults; nothing was imported.`)
      if (given.values['dry-run'] === true) { say(`试运行：${rows.length} 行可导入`, `Dry run: ${rows.length} rows can be imported`); return }
      const whole = [...new Map([...known, ...rows].map(row => [row.code, row])).values()]
      const { regions, offices } = await database.scoped(system, async tx => ({
        regions: await importRegions(tx, rows, since), offices: await importOffices(tx, officesFor(whole), since),
      }))
      say(`区划：新增 ${regions.added}，更改 ${regions.changed}，未变 ${regions.same}；机构新增 ${offices.added}`,
        `Regions: ${regions.added} added, ${regions.changed} changed, ${regions.same} the same; ${offices.added} offices added`)
    } finally {
      await database.close()
    }
  },
}
