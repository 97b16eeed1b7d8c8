import { open, readFile } from 'node:fs/promises'
import { recount, resultFormat } from '../kernel/voting/file.ts'
import { say } from './say.ts'
import { Stop } from './stop.ts'

/** Whether a file is the published result of a vote, by its beginning. */
export const isVoteResult = async (file: string): Promise<boolean> => {
  const handle = await open(file).catch(() => undefined)
  if (!handle) return false
  try {
    const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(4096) })
    return new RegExp(String.raw`^\s*\{[^]*"format":\s*"${resultFormat}"`).test(buffer.subarray(0, bytesRead).toString('utf8'))
  } catch {
    return false
  } finally {
    await handle.close()
  }
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Counts a published result again from its own lists: no database, no secret, no network. Throws a `Stop` of code 1 where something is wrong, each named on a line. */
export const verifyResult = async (file: string): Promise<void> => {
  const { faults, notes, file: result } = await recount(parsed(await readFile(file, 'utf8')))
  for (const { zh, en } of faults) console.log(`${zh}  ${en}`)
  for (const { zh, en } of notes) say(zh, en)
  if (faults.length > 0 || !result) throw new Stop(`表决结果有 ${faults.length} 处不符，见上列各行。`, `${faults.length} things are wrong with this result: each is on a line above.`)
  console.log(`${result.question}\n${result.words.zh}\n${result.words.en}`)
  say('已核算：名册序号、签到、回执、票数和规则数值与公布的结果一致。', 'Counted again: the numbers of the roll, the book, the receipts, the votes and the figures of the law give the published result.')
  say(`不能证明：文件就是公布的那一份（请核对摘要 ${result.digest}），名册和签到属实（请核对张贴的名册和自己的序号），自己的选票在内（请查找自己的回执）。`,
    `Not proved: that this is the file that was published (compare its digest ${result.digest}), that roll and book are true (compare the posted roll and your own number), that your ballot is in it (look for your receipt).`)
}
