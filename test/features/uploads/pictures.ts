import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'

type Kind = 'jpeg' | 'png' | 'gif' | 'webp' | 'avif' | 'tiff'

/** A picture as a camera or a screen makes it: half orange, half blue, so that turning it shows. */
export function aPicture(kind: Kind = 'png', { width = 60, height = 40 } = {}): Promise<Buffer> {
  const left = { create: { width: Math.ceil(width / 2), height, channels: 3 as const, background: '#c2410c' } }
  return sharp({ create: { width, height, channels: 3, background: '#1e40af' } })
    .composite([{ input: left, left: 0, top: 0 }])
    .toFormat(kind)
    .toBuffer()
}

/** Held upright, stored lying, with where it was taken. */
export const aPhoneShot = (): Promise<Buffer> =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: '#1e40af' } })
    .withExif({ IFD0: { Orientation: '6', Copyright: 'canary-owner' }, IFD3: { GPSLatitude: '37/1 33/1 0/1', GPSLatitudeRef: 'N' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()

/** Frames of its own size, each in another colour. */
export async function anAnimation(frames: number, { width = 40, height = 30 } = {}): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'madang-frames-'))
  try {
    const paths: string[] = []
    for (let index = 0; index < frames; index += 1) {
      const path = join(folder, `${index}.png`)
      await sharp({ create: { width, height, channels: 3, background: { r: (index * 97) % 256, g: index % 256, b: 40 } } })
        .png()
        .toFile(path)
      paths.push(path)
    }
    const moving = join(folder, 'moving.gif')
    await sharp(paths, { join: { animated: true } })
      .gif({ delay: paths.map(() => 80) })
      .toFile(moving)
    return await readFile(moving)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** A PNG of a few hundred bytes that says it is as large as it likes. */
export function aPngBomb(width = 65_535, height = 65_535): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 8
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(Buffer.alloc(2_000))),
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const length = Buffer.alloc(4)
  const check = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}

export const aFile = (data: Buffer | string, name = 'picture.png', type = 'image/png'): File => new File([data as never], name, { type })
