/** As large as the server keeps a picture (prepare-image.ts): what is more would travel for nothing. */
const WIDEST = 1920
const TALLEST = 12_000
/** Twenty of them on a phone's line. */
const BYTES = 750 * 1024
const steps = [
  [1, 0.86],
  [1, 0.78],
  [1, 0.66],
  [0.8, 0.66],
  [0.6, 0.6],
]

/** What may move, and what is small, stays as it is. HEIC is unpacked where the browser can: others are told by the server. */
const still = /^image\/(?:jpeg|png|avif|hei[cf])$/
const isHeic = ({ name, type }) => /^image\/hei[cf]$/.test(type) || /\.hei[cf]$/i.test(name)

// A picture of twelve megapixels takes fifty megabytes unpacked: a phone does one at a time.
let turn = Promise.resolve()

/** @returns {Promise<File>} the picture as it will be seen, upright and without what the camera wrote into it; or the file itself */
export function shrunk(file) {
  if (!isHeic(file) && (!still.test(file.type) || file.size <= BYTES)) return Promise.resolve(file)
  const made = turn.then(() => smaller(file).catch(() => file))
  turn = made
  return made
}

async function smaller(file) {
  // Turned as it was held: the default by now, but not in older browsers.
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
  const whole = Math.min(1, WIDEST / picture.width, TALLEST / picture.height)
  // Of a drawing or a screen, edges count and what shows through.
  const type = file.type === 'image/png' ? 'image/webp' : 'image/jpeg'
  let best = file
  try {
    for (const [scale, quality] of steps) {
      const blob = await drawn(picture, whole * scale, { type, quality })
      if (blob.type === type && (blob.size < best.size || isHeic(file))) best = named(file, blob)
      if (best !== file && best.size <= BYTES) break
    }
  } finally {
    picture.close()
  }
  return best
}

async function drawn(picture, scale, { type, quality }) {
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  const pen = canvas.getContext('2d')
  pen.imageSmoothingQuality = 'high'
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise((done) => canvas.toBlob(done, type, quality))
  // Given back at once: iPhones count what all canvases hold.
  canvas.width = 0
  return blob
}

const named = (file, blob) =>
  new File([blob], `${file.name.replace(/\.[a-z\d]+$/i, '')}.${blob.type === 'image/webp' ? 'webp' : 'jpg'}`, { type: blob.type })
