import { stat } from 'node:fs/promises'
import { makeHouse, shelfOf } from '../../server/assemble.ts'
import { disk } from '../../server/files/disk.ts'
import { proofOf } from '../../server/files/proof.ts'
import { carrier } from '../../server/files/travel.ts'
import { fileKeys } from '../../server/settings/keys.ts'
import type { OwnerTx } from '../../store/database.ts'
import { CannotRestore, restore as put, type Restored } from '../../store/restore.ts'
import { fileIn } from '../arguments.ts'
import type { Command } from '../command.ts'
import { filesBeside, linesOf } from '../lines.ts'
import { openPlace, type Place } from '../place.ts'
import { progress, say } from '../say.ts'
import { Stop } from '../stop.ts'
import { verifyAll } from '../verifying.ts'

const page = 1000

/** Every file of the rows just put in, carried over. */
const carryAll = async (tx: OwnerTx, county: string | undefined, carry: (id: string) => Promise<void>): Promise<void> => {
  for (let after: string | undefined = '00000000-0000-0000-0000-000000000000'; after !== undefined;) {
    const some: readonly { readonly id: string }[] = await tx.query<{ id: string }>(`select id from file where erased is null and ($2::text is null or county = $2) and id > $1::uuid order by id limit ${page}`, [after, county ?? null])
    for (const { id } of some) await carry(id)
    after = some.at(-1)?.id
  }
}

const sayLeft = ({ left }: Restored): void => {
  for (const [table, { stood, other }] of Object.entries(left)) {
    if (stood > 0) say(`${table}：${stood} 行此处已有，保留原样，其中 ${other} 行与导出文件不同`, `${table}: ${stood} rows stood here and stay as they are; ${other} of them are not as the export has them`)
  }
}

const bring = async ({ database, keys, settings }: Place, file: string): Promise<void> => {
  const folder = filesBeside(file)
  const files = await stat(folder).then(found => found.isDirectory(), () => false) ? carrier(disk(folder), shelfOf(settings)) : undefined
  const done = await put(database, keys, linesOf(file, progress('放入', 'putting in')), { settle: async (tx, county) => { if (files) await carryAll(tx, county, files.carry) } }).catch((error: unknown) => {
    if (error instanceof CannotRestore) throw new Stop(error.why.zh, error.why.en)
    throw error
  })
  say(`已放入 ${done.rows} 行${files ? `、${files.done().carried} 个文件` : ''}；请各用户重新登录。`, `${done.rows} rows${files ? ` and ${files.done().carried} files` : ''} put in; everybody signs in again.`)
  if (!files) say(`没有 ${folder}：上传的文件须另行放入文件存储。`, `There is no ${folder}: uploaded files have to be put into their store by other means.`)
  sayLeft(done)
}

/** Puts an export, with the files beside it, into an empty database of this or an older version, or a county's beside other counties, and verifies what stands there then. */
export const restore: Command = {
  usage: 'restore FILE', file: true,
  zh: '将导出文件及旁边的 FILE.files 放入空数据库，或将一个县放入尚无此县的数据库，随即核验（须用同一密钥；不完整或被改动的文件会被拒绝）',
  en: 'put an export and FILE.files beside it into an empty database, or a county into one that does not hold it, and verify (under the same secret; one cut short or changed is refused)',
  options: {},
  run: async given => {
    const file = fileIn(given)
    const place = await openPlace()
    try {
      await bring(place, file)
      const { database, secret, keys, settings } = place
      const { house } = await makeHouse(database, keys)
      await verifyAll(house, { bytesOf: proofOf(shelfOf(settings), fileKeys(secret, keys.ring)) })
    } finally {
      await place.database.close()
    }
  },
}
