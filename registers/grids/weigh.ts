import type { Area, Shape } from '../../kernel/shape.ts'
import { cover, type Cover, type Drawn, type Sliver } from './cover.ts'
import { judge, type GridFault } from './judge.ts'
import type { RegionShape } from './shapes.ts'
import { boundaryIn } from './trial.ts'

/** What is to be judged of grids, in plain values, so that a thread takes it: what is wrong with those drawn, and whether those of a place cover it. */
export type Weighing = {
  readonly drawn: readonly Area[]
  readonly bounds: readonly RegionShape[]
  readonly beside: readonly RegionShape[]
  readonly before: readonly RegionShape[]
  readonly outside: number
  readonly sliver: Sliver
  /** The grids of the place, and its own boundary where that is known. */
  readonly all: readonly Drawn[]
  readonly whole?: Shape
}

export type Weighed = { readonly faults: readonly GridFault[]; readonly cover: Cover }

export const weigh = ({ drawn, bounds, beside, before, outside, sliver, all, whole }: Weighing): Weighed =>
  ({ faults: judge(drawn, { boundary: boundaryIn(bounds), beside, before, outside, sliver }), cover: cover(all, whole, sliver) })
