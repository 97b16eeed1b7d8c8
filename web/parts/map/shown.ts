import type { Mark } from './marks.ts'
import { boxOf, type Box, type Position, type Shape } from '../../../kernel/shape.ts'

/** An area on a map. `tone`: how dark it is, 0 to 4; `mark`: of which kind, where kinds are shown and not amounts; without either it is an outline alone. `note`: what its label says beside its name. */
export type ShownArea = { readonly code: string; readonly name: string; readonly shape: Shape; readonly tone?: number; readonly mark?: Mark; readonly note?: string; readonly schematic?: boolean; readonly wrong?: boolean }

/** Something at a point. */
export type ShownDot = { readonly id: string; readonly title: string; readonly at: Position; readonly late?: boolean }

/** Light to dark, of what there is much; each text on it has contrast enough. */
export const tones = ['#f2f5f9', '#d5e1ee', '#a9c3de', '#7ba3cb', '#5286b9'] as const
export const lateTones = ['#f6f4f3', '#f3dcd8', '#eab9b1', '#dd9287', '#cd6b5d'] as const

/** Where a value stands among others, 0 to 4; nothing is always the lightest. */
export const toneOf = (value: number, most: number): number => (value <= 0 || most <= 0 ? 0 : Math.min(4, 1 + Math.floor((value / most) * 3.999)))

/** A box around all that is shown, somewhat wider. */
export const boxAround = (shapes: readonly Shape[], dots: readonly Position[] = []): Box | undefined => {
  const all = [...shapes, ...dots.map(([x, y]): Shape => ({ type: 'Polygon', coordinates: [[[x, y]]] }))]
  if (all.length === 0) return undefined
  const [west, south, east, north] = boxOf(all)
  const [dx, dy] = [Math.max(0.0005, (east - west) * 0.06), Math.max(0.0005, (north - south) * 0.06)]
  return [west - dx, south - dy, east + dx, north + dy]
}
