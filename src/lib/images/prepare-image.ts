import type { Sharp } from 'sharp'
import { isHeic } from '../files/heic.ts'
import { createQueue } from './queue.ts'

export interface PreparedImage {
  full: Buffer
  width: number
  height: number
  thumbnail: Buffer
  thumbnailWidth: number
  thumbnailHeight: number
  /** Of a picture that does not move: by width, each smaller than the picture. */
  copies: { width: number; data: Buffer }[]
  /** More than one: it moves. */
  frames: number
}

export interface StillImage {
  data: Buffer
  width: number
  height: number
}

/** `type`: none of the kinds we take. `heic`: an iPhone's, which can't be unpacked here. `tooLarge`: more pixels than we unpack. `broken`: can't be read to its end. */
export class ImageRefused extends Error {
  readonly why: 'type' | 'heic' | 'tooLarge' | 'broken'
  constructor(why: ImageRefused['why'], cause?: unknown) {
    super(`image refused: ${why}`, { cause })
    this.name = 'ImageRefused'
    this.why = why
  }
}

const MAX_PIXELS = 50_000_000
const MAX_FRAMES = 500
/** As wide as any screen shows it; tall ones (a strip of screenshots) stay readable. */
const FULL = { width: 1920, height: 12_000, fit: 'inside', withoutEnlargement: true } as const
/** What a WebP can hold. */
const WHOLE = { width: 16_383, height: 16_383, fit: 'inside', withoutEnlargement: true } as const
const THUMBNAIL = { width: 480, height: 3_000, fit: 'inside', withoutEnlargement: true } as const
/** For columns and screens of every width; a reader's browser takes the least that is enough. */
const COPY_WIDTHS = [320, 640, 1280]
const SECONDS = 20

/** With the first picture: a process that is sent none does without the twenty megabytes of libvips. */
const loadSharp = async () => (await import('./guarded-sharp.ts')).sharp

// The work runs in libuv's four threads, which also read files and hash passwords: pictures get two of them in a process.
const inTurn = createQueue({ slots: 2, waiting: 30 })

/**
 * Whatever was sent becomes a WebP of our own making: upright, without EXIF and GPS, no wider than a screen unless it is wanted in its whole size.
 * Its kind is found by decoding.
 * @throws ImageRefused, QueueFull
 */
export const prepareImage = (path: string, { wholeSize = false } = {}): Promise<PreparedImage> =>
  inTurn(() => decodeAndEncode(path, wholeSize))

/**
 * The same for a picture of somebody else's that stands beside a link: one small still, cut to the form that was asked for, whether it moves
 * or not.
 * @throws ImageRefused, QueueFull
 */
export const prepareStill = (path: string, size: { width: number; height: number }): Promise<StillImage> =>
  inTurn(async () => {
    await admit(path)
    const sharp = await loadSharp()
    const still = sharp(path, { limitInputPixels: MAX_PIXELS, failOn: 'error' }).timeout({ seconds: SECONDS }).autoOrient()
    return toWebp(still.resize({ ...size, fit: 'cover', withoutEnlargement: true }), 4).catch((error: unknown) => {
      throw new ImageRefused('broken', error)
    })
  })

async function decodeAndEncode(path: string, wholeSize: boolean): Promise<PreparedImage> {
  const frames = await admit(path)
  const sharp = await loadSharp()
  try {
    const source = sharp(path, { animated: frames > 1, limitInputPixels: MAX_PIXELS, failOn: 'error' })
      .timeout({ seconds: SECONDS })
      .autoOrient()
    if (frames > 1) return { ...(await movingSizes(source)), frames }
    const sizes = await stillSizes(source.clone())
    return { ...(wholeSize && sizes.width === FULL.width ? await inWholeSize(source, sizes) : sizes), frames }
  } catch (error) {
    throw new ImageRefused('broken', error)
  }
}

type Sizes = Omit<PreparedImage, 'frames'>

async function movingSizes(source: Sharp): Promise<Sizes> {
  const full = await toWebp(source.clone().resize(FULL), 2)
  const thumbnail = await toWebp(source.clone().resize(THUMBNAIL), 2)
  return { ...named(full, thumbnail), copies: [] }
}

/** Decoded once: of a photograph of twelve megapixels that is what takes longest. The smaller sizes are made of the screen's. */
async function stillSizes(source: Sharp): Promise<Sizes> {
  const sharp = await loadSharp()
  const { data, info } = await source.resize(FULL).raw().toBuffer({ resolveWithObject: true })
  const { width, height, channels } = info
  const decoded = () => sharp(data, { raw: { width, height, channels } })
  const full = await toWebp(decoded(), 4)
  const thumbnail = await toWebp(decoded().resize(THUMBNAIL), 4)
  const copies: Sizes['copies'] = []
  for (const wanted of COPY_WIDTHS) {
    if (wanted < width) copies.push({ width: wanted, data: (await toWebp(decoded().resize({ width: wanted }), 4)).data })
  }
  return { ...named(full, thumbnail), copies }
}

/** As large as it was taken, the screen's size beside it. Decoded once more: kept unpacked meanwhile it would take a tenth of a gigabyte. */
async function inWholeSize(source: Sharp, screen: Sizes): Promise<Sizes> {
  const whole = await toWebp(source.resize(WHOLE), 2)
  const { data: full, width, height } = whole
  if (width <= screen.width) return screen
  return { ...screen, full, width, height, copies: [...screen.copies, { width: screen.width, data: screen.full }] }
}

function named(full: StillImage, thumbnail: StillImage): Omit<Sizes, 'copies'> {
  return {
    full: full.data,
    width: full.width,
    height: full.height,
    thumbnail: thumbnail.data,
    thumbnailWidth: thumbnail.width,
    thumbnailHeight: thumbnail.height,
  }
}

/** Looks at the header alone: a bomb is refused before anything is unpacked. */
async function admit(path: string): Promise<number> {
  const sharp = await loadSharp()
  const facts = await sharp(path, { animated: true, limitInputPixels: false })
    .metadata()
    .catch(async (error: unknown) => {
      throw new ImageRefused((await isHeic(path)) ? 'heic' : 'type', error)
    })
  if (facts.format === 'heif' && facts.compression !== 'av1') throw new ImageRefused('heic')
  const taken = ['jpeg', 'png', 'gif', 'webp'].includes(facts.format) || facts.format === 'heif'
  if (!taken) throw new ImageRefused('type')
  const frames = facts.pages ?? 1
  const pixels = facts.width * (facts.pageHeight ?? facts.height) * frames
  if (pixels > MAX_PIXELS || frames > MAX_FRAMES) throw new ImageRefused('tooLarge')
  return frames
}

async function toWebp(image: Sharp, effort: number): Promise<StillImage> {
  const { data, info } = await image.webp({ quality: 82, effort }).toBuffer({ resolveWithObject: true })
  // Frames of an animation lie below one another.
  return { data, width: info.width, height: info.pageHeight ?? info.height }
}
