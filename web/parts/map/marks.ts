/**
 * Kinds of area told apart by pattern as well as by colour: some see no difference of colours, and paper may have none. A tile of `tile` by `tile` pixels
 * repeats; `lines` is the path drawn on it, in the words of SVG, which a canvas reads too.
 */
export const marks = {
  plain: { fill: '#a9c3de', line: 'none', lines: '' },
  slanted: { fill: '#f8ebc9', line: '#8a6100', lines: 'M-2 2L2 -2M0 10L10 0M8 12L12 8' },
  // Dots, as strokes no longer than they are wide: names and borders are still read on a map full of them.
  dotted: { fill: '#f5e1dd', line: '#a83e31', lines: 'M1.8 2.5h1.4M6.8 7.5h1.4' },
} as const

export type Mark = keyof typeof marks

export const markNames = Object.keys(marks) as readonly Mark[]

export const tile = 10
export const stroke = 1.2

/** Pixels of the picture to each pixel of the page, for sharp screens. */
export const markRatio = 2

/** A tile as a picture for the map library. Throws where the browser has no canvas to draw it on. */
export const pictureOf = (mark: Mark): ImageData => {
  const { fill, line, lines } = marks[mark]
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = tile * markRatio
  const pen = canvas.getContext('2d')
  if (pen === null) throw new Error('no canvas to draw on')
  pen.scale(markRatio, markRatio)
  pen.fillStyle = fill
  pen.fillRect(0, 0, tile, tile)
  if (lines !== '') {
    pen.strokeStyle = line
    pen.lineWidth = stroke
    pen.stroke(new Path2D(lines))
  }
  return pen.getImageData(0, 0, canvas.width, canvas.height)
}
