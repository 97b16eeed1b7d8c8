/** Longest side kept, pixels: enough to read a sign, some 300 kB on a slow village line. */
const longest = 1600
const quality = 0.82

const load = (file: Blob): Promise<HTMLImageElement> =>
  new Promise((resolve, reject) => {
    const url = URL.createObjectURL(file)
    const image = new Image()
    image.onload = () => resolve(image)
    image.onerror = () => {
      URL.revokeObjectURL(url)
      reject(new Error('unreadable picture'))
    }
    image.src = url
  })

const draw = (image: HTMLImageElement, most: number): Promise<Blob> =>
  new Promise((resolve, reject) => {
    const scale = Math.min(1, most / Math.max(image.naturalWidth, image.naturalHeight))
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(image.naturalWidth * scale))
    canvas.height = Math.max(1, Math.round(image.naturalHeight * scale))
    const paper = canvas.getContext('2d')
    if (paper === null) {
      reject(new Error('no canvas'))
      return
    }
    paper.drawImage(image, 0, 0, canvas.width, canvas.height)
    canvas.toBlob(blob => (blob ? resolve(blob) : reject(new Error('no picture came out'))), 'image/jpeg', quality)
  })

/**
 * A picture at most 1,600 pixels wide or high, as JPEG. Drawing it afresh drops its metadata (place, device, owner).
 * Through an image element, not `createImageBitmap`, which older phones lack. Rejects what the phone can't read.
 */
export const shrink = async (file: Blob, most = longest): Promise<Blob> => {
  const image = await load(file)
  try {
    return await draw(image, most)
  } finally {
    URL.revokeObjectURL(image.src)
  }
}
