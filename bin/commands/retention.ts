import { holdGrounds, keptKinds, type HoldGround } from '../../kernel/erasure.ts'
import { legalDay } from '../../kernel/calendar.ts'
import { system } from '../../kernel/post.ts'
import { makeHouse, shelfOf } from '../../server/assemble.ts'
import { vault } from '../../server/files/vault.ts'
import { fileKeys } from '../../server/settings/keys.ts'
import { removeErased } from '../../store/erase.ts'
import { holds, kept, type Kept } from '../../store/read/retention.ts'
import { enlist, keepings, retain } from '../../store/retention.ts'
import { forgetRolls } from '../../store/rolls-kept.ts'
import type { Command } from '../command.ts'
import { openPlace } from '../place.ts'
import { say } from '../say.ts'
import { Stop } from '../stop.ts'

const line = (months: number, { procedure, kind, waiting, erased, late, held }: Kept): string => {
  const why = Object.entries(held).map(([ground, n]) => `${holdGrounds[ground as HoldGround].zh} ${holdGrounds[ground as HoldGround].en} ${n}`).join('；')
  return `${procedure} ${kind} (${keptKinds[kind].zh}): 保存 kept ${months} 月 months · 未到期 waiting ${waiting} · 应删 due ${late} · 已删 erased ${erased} · 暂缓 held ${why === '' ? 0 : why}`
}

/** Tells what fell due, what was erased and what is held; with `--erase` erases what is due now, and says what could not be. */
export const retention: Command = {
  usage: 'retention [--erase]',
  zh: '列出保存期限届满、已删除和暂缓的内容；--erase 立即删除应删内容', en: 'tell what fell due, was erased and is held; --erase erases what is due now',
  options: { erase: { type: 'boolean' } },
  run: async given => {
    const { database, secret, keys, settings } = await openPlace()
    try {
      const { house } = await makeHouse(database, keys)
      const now = new Date()
      const files = vault(shelfOf(settings), fileKeys(secret, keys.ring))
      await enlist(house, now)
      let failures = 0
      if (given.values['erase'] === true) {
        for (;;) {
          const { erased, failed } = await retain(house, now)
          for (const one of failed) if (one.did === 'failed') console.log(`${one.county} ${one.matter}: ${'why' in one.why ? `${one.why.why.zh} ${one.why.why.en}` : one.why.name}`)
          failures += failed.length
          if (erased + failed.length === 0) break
        }
        for (let rolls = -1; rolls !== 0;) rolls = await forgetRolls(house, now)
        const { gone, owed } = await removeErased(house, id => files.remove(id), now, 100_000)
        say(`已移除 ${gone} 个文件，${owed} 个待移除`, `${gone} files removed, ${owed} still owed`)
      }
      const months = keepings(house, legalDay(now))
      const { figures, standing } = await database.scoped(system, async tx => ({ figures: await kept(tx, now, ''), standing: await holds(tx, now, '') }))
      for (const row of figures) console.log(line(months.find(one => one.procedure === row.procedure && one.kind === row.kind)?.months ?? 0, row))
      for (const { number, ground, until } of standing) console.log(`${number}: 暂缓至 held until ${until} · ${holdGrounds[ground as HoldGround].zh} ${holdGrounds[ground as HoldGround].en}`)
      const due = figures.reduce((sum, row) => sum + row.late, 0)
      if (failures > 0) throw new Stop(`${failures} 件未能删除，见上列各行。`, `${failures} matters could not be erased: each is on a line above.`)
      say(due === 0 ? '没有应删未删的内容' : `应删未删 ${due} 项；以 --erase 运行即删除`, due === 0 ? 'Nothing is due that was not erased' : `${due} are due and not erased; run with --erase`)
    } finally {
      await database.close()
    }
  },
}
