import { crc32 } from 'node:zlib'

/** Files of every kind that is no picture, as small as they can be while their bytes still say what they are. */

const box = (type: string, ...parts: Buffer[]): Buffer => {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(8 + Buffer.concat(parts).length)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, ...parts])
}

/** @param turned as a phone writes it that was held upright */
export function anMp4({ width = 640, height = 360, turned = false } = {}): Buffer {
  const head = Buffer.alloc(84)
  const matrix = turned ? [0, 0x10000, 0, -0x10000, 0, 0, 0, 0, 0x40000000] : [0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000]
  for (const [index, value] of matrix.entries()) head.writeInt32BE(value, 40 + index * 4)
  const sound = Buffer.from(head)
  head.writeUInt32BE(width * 0x10000, 76)
  head.writeUInt32BE(height * 0x10000, 80)
  const movie = box('moov', box('mvhd', Buffer.alloc(100)), box('trak', box('tkhd', sound)), box('trak', box('tkhd', head)))
  return Buffer.concat([box('ftyp', Buffer.from('isom\0\0\0\0isommp42')), box('mdat', Buffer.alloc(5_000, 7)), movie])
}

export const aWebm = (): Buffer =>
  Buffer.concat([
    Buffer.from('1a45dfa39f4286810142f7810142f2810442f381084282847765626d42878104428581021853806701', 'hex'),
    Buffer.alloc(200),
  ])

export function aZip(name = 'a.txt', content = 'x'): Buffer {
  const data = Buffer.from(content)
  const entry = Buffer.alloc(30)
  entry.writeUInt32LE(0x04034b50)
  entry.writeUInt16LE(20, 4)
  entry.writeUInt32LE(crc32(data), 14)
  entry.writeUInt32LE(data.length, 18)
  entry.writeUInt32LE(data.length, 22)
  entry.writeUInt16LE(name.length, 26)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  return Buffer.concat([entry, Buffer.from(name), data, end])
}

export const aPdf = (): Buffer => Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')
/** The container of HWP and of old office files. */
export const aContainer = (): Buffer => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])
export const anMp3 = (): Buffer =>
  Buffer.concat([Buffer.from('49443303000000000000', 'hex'), Buffer.from('fffb9064', 'hex'), Buffer.alloc(413)])
