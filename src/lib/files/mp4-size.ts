import { type FileHandle, open } from 'node:fs/promises'

interface Size {
  width: number
  height: number
}

interface Box {
  type: string
  /** Where what it holds begins and ends. */
  start: number
  end: number
}

/** Of all boxes of one level: a file made of empty ones would keep us reading. */
const MOST_BOXES = 1_000
/** The head of one track; the matrix and the size stand in its first hundred bytes. */
const TRACK_HEAD = 104

/** How large the film of an MP4 is shown, turned as a phone held it. null where its head doesn't say. */
export async function mp4Size(path: string): Promise<Size | null> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const movie = (await boxesIn(file, 0, size)).find(({ type }) => type === 'moov')
    if (!movie) return null
    for (const track of await boxesIn(file, movie.start, movie.end)) {
      if (track.type !== 'trak') continue
      const head = (await boxesIn(file, track.start, track.end)).find(({ type }) => type === 'tkhd')
      const found = head && sizeIn((await file.read(Buffer.alloc(TRACK_HEAD), 0, TRACK_HEAD, head.start)).buffer)
      if (found) return found
    }
    return null
  } finally {
    await file.close()
  }
}

async function boxesIn(file: FileHandle, from: number, end: number): Promise<Box[]> {
  const boxes: Box[] = []
  const head = Buffer.alloc(16)
  for (let at = from; at + 8 <= end && boxes.length < MOST_BOXES; ) {
    await file.read(head, 0, 16, at)
    const short = head.readUInt32BE(0)
    const [length, headLength] = short === 1 ? [Number(head.readBigUInt64BE(8)), 16] : [short === 0 ? end - at : short, 8]
    if (length < headLength) break
    boxes.push({ type: head.toString('latin1', 4, 8), start: at + headLength, end: Math.min(end, at + length) })
    at += length
  }
  return boxes
}

/** Sound has a track of its own, of no size. The matrix of a film that was turned by a quarter begins with a nought. */
function sizeIn(head: Buffer): Size | null {
  const matrix = head[0] === 1 ? 52 : 40
  const [across, down] = [head.readUInt32BE(matrix + 36) >>> 16, head.readUInt32BE(matrix + 40) >>> 16]
  if (across === 0 || down === 0) return null
  return head.readInt32BE(matrix) === 0 ? { width: down, height: across } : { width: across, height: down }
}
