/** Longest side kept, pixels: enough to read a shop sign on a street picture. */
const longest = 2048
const quality = 0.85

/**
 * A picture without its metadata (place, device, owner), at most 2,048 pixels wide or high, as JPEG.
 * Drawing it afresh is what drops the metadata; a file that is no readable picture comes back as it was.
 */
export const plainPicture = async (file: File): Promise<{ readonly blob: Blob; readonly name: string }> => {
  if (!/^image\/(jpeg|png|webp|heic|heif|bmp|gif)$/.test(file.type)) return { blob: file, name: file.name }
  try {
    const image = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const scale = Math.min(1, longest / Math.max(image.width, image.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(image.width * scale))
    canvas.height = Math.max(1, Math.round(image.height * scale))
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    image.close()
    const blob = await new Promise<Blob | null>(done => canvas.toBlob(done, 'image/jpeg', quality))
    return blob ? { blob, name: file.name.replace(/\.[^.]*$/, '') + '.jpg' } : { blob: file, name: file.name }
  } catch {
    return { blob: file, name: file.name }
  }
}
