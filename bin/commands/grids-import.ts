import { randomUUID } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { legalDay } from '../../kernel/calendar.ts'
import { system } from '../../kernel/post.ts'
import { datums } from '../../registers/grids/datum.ts'
import { drawn, isSound, tryImport, writeImport } from '../../registers/grids/import.ts'
import type { Trial } from '../../registers/grids/trial.ts'
import { readDirectory } from '../../registers/live-directory.ts'
import { readFeatures } from '../../server/grids/read.ts'
import { dayIn, fileIn, wordIn } from '../arguments.ts'
import { textOf, type Command } from '../command.ts'
import { openPlace } from '../place.ts'
import { say } from '../say.ts'
import { Stop } from '../stop.ts'

const tell = (file: string, { faults, covers }: Trial): void => {
  for (const { feature, code, why, grave, at } of faults) {
    const where = at ? ` @${at[1].toFixed(6)},${at[0].toFixed(6)}` : ''
    console.log(`${file}${feature === undefined ? '' : `#${feature}`} ${code ?? ''}${where} ${grave ? '' : '提示 note: '}${why.zh} · ${why.en}`)
  }
  for (const { village, gaps, overlaps, bounded } of covers) {
    const sum = (list: typeof gaps): number => Math.round(list.reduce((all, one) => all + one.area, 0))
    console.log(`${village}: 缝隙 ${gaps.length} 处 ${sum(gaps)} 平方米${bounded ? '' : '（村界未知）'}，重叠 ${overlaps.length} 处 ${sum(overlaps)} 平方米 · ${gaps.length} gaps of ${sum(gaps)} m²${bounded ? '' : ' (boundary not known)'}, ${overlaps.length} overlaps of ${sum(overlaps)} m²`)
  }
}

/** Brings grids and boundaries in from a survey’s file, for a site being set up; every fault is told with its place, and all is taken or nothing. */
export const gridsImport: Command = {
  usage: 'grids import FILE --datum wgs84|gcj02 [--dry-run] [--since YYYY-MM-DD] [--schematic] [--code COLUMN] [--name COLUMN] [--faults OUT.geojson]', file: true,
  zh: '导入网格和边界（GeoJSON 或 zip 压缩的 Shapefile）；CGCS2000 填 wgs84；有误则全部不导入，--faults 把问题写成 GeoJSON 供查看',
  en: 'import grids and boundaries (GeoJSON, or a zipped Shapefile); CGCS2000 goes as wgs84; none where one is faulty, and --faults draws what is wrong as GeoJSON',
  options: { datum: { type: 'string' }, 'dry-run': { type: 'boolean' }, since: { type: 'string' }, schematic: { type: 'boolean' }, code: { type: 'string' }, name: { type: 'string' }, faults: { type: 'string' } },
  run: async given => {
    const file = fileIn(given)
    const datum = wordIn(given, 'datum', datums)
    if (datum === undefined) throw new Stop('请用 --datum 说明坐标系：wgs84（含 CGCS2000）或 gcj02', 'Say the datum: --datum wgs84 (also CGCS2000) or gcj02', 2)
    const today = legalDay(new Date())
    const since = dayIn(given, 'since') ?? today
    const [code, name, out] = [textOf(given, 'code'), textOf(given, 'name'), textOf(given, 'faults')]
    const bytes = await readFile(file).catch(() => { throw new Stop(`无法读取 ${file}`, `Can’t read ${file}`) })
    const read = await readFeatures(bytes)
    if ('why' in read) throw new Stop(`${file}：${read.why.zh}${read.remedy ? `；${read.remedy.zh}` : ''}`, `${file}: ${read.why.en}${read.remedy ? `. ${read.remedy.en}` : ''}`)
    for (const { zh, en } of read.warnings) say(zh, en)
    const { database } = await openPlace()
    try {
      await database.scoped(system, async tx => {
        const { directory } = await readDirectory(tx, since)
        const trial = await tryImport(tx, directory, read.features, { datum, day: since, within: '', ...(code !== undefined && { code }), ...(name !== undefined && { name }) })
        tell(file, trial)
        if (out !== undefined) await writeFile(out, JSON.stringify(drawn(trial)))
        const { draw, redraw, bounds } = trial
        if (!isSound(trial)) throw new Stop(`${trial.faults.filter(one => one.grave).length} 处有误，全部未导入。`, `${trial.faults.filter(one => one.grave).length} faults; nothing was imported.`)
        const counted = [`网格新增 ${draw.length}，调整 ${redraw.length}；边界 ${bounds.length}`, `${draw.length} grids added, ${redraw.length} redrawn; ${bounds.length} boundaries`] as const
        if (given.values['dry-run'] === true) { say(`试运行：${counted[0]}`, `Dry run: ${counted[1]}`); return }
        await writeImport(tx, trial, { since, source: randomUUID(), schematic: given.values['schematic'] === true })
        say(...counted)
      })
    } finally {
      await database.close()
    }
  },
}
