import { across, frameOf, sizeOf, type Frame, type Point, type Stroke } from './strokes.ts'

/** As thick as a pen of the counter writes, in widths of the pad. */
const thick = 0.008

const midway = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 })

/** One stroke as a curve through the middles between its points; a dot where the pen did not move. */
const curve = (stroke: Stroke): Path2D => {
  const path = new Path2D()
  const [first, ...rest] = stroke
  if (!first) return path
  path.moveTo(first.x, first.y)
  for (const [at, point] of rest.entries()) {
    const next = rest[at + 1]
    const to = next ? midway(point, next) : point
    path.quadraticCurveTo(point.x, point.y, to.x, to.y)
  }
  // A line of no length is not drawn at all.
  if (rest.length === 0) path.lineTo(first.x + 0.0005, first.y)
  return path
}

/** Draws what is within the frame over the whole canvas. */
const write = (paper: CanvasRenderingContext2D, strokes: readonly Stroke[], { x, y, width }: Frame): void => {
  const scale = paper.canvas.width / width
  paper.setTransform(scale, 0, 0, scale, -x * scale, -y * scale)
  Object.assign(paper, { lineWidth: thick, lineCap: 'round', lineJoin: 'round', strokeStyle: '#111' } satisfies Partial<CanvasRenderingContext2D>)
  for (const stroke of strokes) paper.stroke(curve(stroke))
  paper.resetTransform()
}

/** Shows the whole pad. */
export const show = (canvas: HTMLCanvasElement, strokes: readonly Stroke[]): void => {
  const paper = canvas.getContext('2d')
  if (!paper) return
  paper.clearRect(0, 0, canvas.width, canvas.height)
  write(paper, strokes, { x: 0, y: 0, width: 1, height: canvas.height / canvas.width })
}

/** The signature as a file: black on white, cut to what is written, PNG. Of how it was written, how fast or hard, nothing is kept. Rejects where the browser draws no picture. */
export const pictureOf = async (strokes: readonly Stroke[]): Promise<File> => {
  const frame = frameOf(strokes)
  const [width, height] = sizeOf(frame)
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  const paper = canvas.getContext('2d')
  if (!paper) throw new Error('no canvas')
  paper.fillStyle = '#fff'
  paper.fillRect(0, 0, width, height)
  write(paper, strokes, { ...frame, width: width / across })
  const picture = await new Promise<Blob | null>(done => canvas.toBlob(done, 'image/png'))
  if (!picture) throw new Error('no picture came out')
  return new File([picture], '手写签名.png', { type: 'image/png' })
}
