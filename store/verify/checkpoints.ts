import { canonical } from '../../kernel/canonical.ts'
import { system } from '../../kernel/post.ts'
import { digestsOf, type DayDigest } from '../checkpoint/digest.ts'
import { hashOfLine, parseLine, type Checkpoint } from '../checkpoint/line.ts'
import { treesOf } from '../checkpoint/trees.ts'
import { linesOf } from '../checkpoint/write.ts'
import type { Database } from '../database.ts'
import type { VerifyFault } from './fault.ts'

/** The checkpoints of one county as somebody kept them, and what is wrong with the file itself. */
export type Kept = { readonly county: string; readonly points: readonly (Checkpoint & { readonly line: string })[]; readonly faults: readonly VerifyFault[] }

/** Reads a published file: each line follows the one before, in order of days, all of one county. `undefined` where no line of it is ours. */
export const readCheckpoints = (text: string): Kept | undefined => {
  const lines = text.split('\n').map(line => line.trimEnd()).filter(line => line !== '')
  const points = lines.map(line => ({ line, point: parseLine(line) }))
  const county = points.find(one => one.point)?.point?.county
  if (county === undefined) return undefined
  const fault = (what: string): readonly VerifyFault[] => [{ kind: 'checkpoint', county, what }]
  const faults = points.flatMap(({ point }, i) => {
    const before = points[i - 1]
    if (!point || point.county !== county) return fault(`line ${i + 1} of the checkpoints is none of ${county}`)
    if (!before) return []
    if (point.previous !== hashOfLine(before.line) || point.day <= (before.point?.day ?? '')) return fault(`line ${i + 1} of the checkpoints (${point.day}) does not follow the line before it`)
    return []
  })
  return { county, points: points.flatMap(({ line, point }) => (point?.county === county ? [{ ...point, line }] : [])), faults }
}

/** What checkpoints prove of a database: every fault, and how many days were held against it. */
export const verifyCheckpoints = (database: Database, kept: Kept, digests: readonly DayDigest[], tell: (heads: number) => void = () => undefined): Promise<readonly VerifyFault[]> =>
  database.scoped(system, async tx => {
    await tx.query('set transaction isolation level repeatable read')
    const { county, points } = kept
    const fault = (what: string): VerifyFault => ({ kind: 'checkpoint', county, what })
    const own = new Set(await linesOf(tx, county))
    const trees = await treesOf(tx, county, points.map(point => point.day), tell)
    const faults = [...kept.faults]
    for (const [i, point] of points.entries()) {
      const tree = trees[i]
      if (!own.has(point.line)) faults.push(fault(`the checkpoint of ${point.day} does not stand here as it was published`))
      if (tree && (tree.root !== point.root || tree.matters !== point.matters)) {
        faults.push(fault(`the heads kept for ${point.day} are not those published: ${tree.matters === point.matters ? `${tree.matters} chains, another root` : `${tree.matters} chains instead of ${point.matters}`}`))
      }
      const before = points[i - 1]
      // What came before the first line of a file is not known to it.
      if (!before && point.previous !== undefined) continue
      const now = await digestsOf(tx, digests, county, { ...(before && { from: before.day }), before: point.day })
      for (const [name, said] of Object.entries(point.digests)) {
        if (now[name] && canonical(now[name]) !== canonical(said)) faults.push(fault(`the digest of ${name} before ${point.day} is not the one published`))
      }
    }
    return faults
  })
