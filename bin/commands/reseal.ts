import { system } from '../../kernel/post.ts'
import { shelfOf } from '../../server/assemble.ts'
import { vault } from '../../server/files/vault.ts'
import { fileKeys } from '../../server/settings/keys.ts'
import { headNow } from '../../store/ring.ts'
import { countHeads, resealing } from '../../store/reseal.ts'
import type { Command } from '../command.ts'
import { openPlace } from '../place.ts'
import { progress, say } from '../say.ts'
import { Stop } from '../stop.ts'

/** Seals anew whatever is not under the current key and cipher. It may be ended at any time and goes on where it was; the server does the same, slowly, by itself. */
export const reseal: Command = {
  usage: 'reseal', zh: '用现用密钥重新加密全部旧密文和文件（可随时中断，再次运行即继续）', en: 'seal anew, under the current key, all that older ones sealed (may be ended at any time; run it again to go on)', options: {},
  run: async () => {
    const { database, secret, keys, settings } = await openPlace()
    try {
      const now = headNow(keys.ring)
      const waiting = (await database.scoped(system, countHeads)).filter(use => use.head !== now).reduce((sum, use) => sum + use.values + use.files, 0)
      if (waiting === 0) { say('全部密文均由现用密钥加密', 'Everything is under the current key'); return }
      const tell = progress('重新加密', 'sealing anew')
      let done = 0
      const did = await resealing(database, keys, vault(shelfOf(settings), fileKeys(secret, keys.ring))).run(Infinity, n => tell(Math.min(done += n, waiting), waiting))
      say(`已重新加密 ${did.values} 个值、${did.files} 个文件`, `${did.values} values and ${did.files} files sealed anew`)
      const left = (await database.scoped(system, countHeads)).filter(use => use.head !== now).reduce((sum, use) => sum + use.values + use.files, 0)
      if (left > 0) throw new Stop(`仍有 ${left} 项未能重新加密：被改动、密钥缺失、存储不可达，或正由另一进程处理。请运行 verify 和 keys。`, `${left} are left: changed, without their key, in a store that does not answer, or being sealed by another process. Run verify and keys.`)
    } finally {
      await database.close()
    }
  },
}
