import { open } from 'node:fs/promises'

const brands = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs'])

/** By its first words alone: whoever takes iPhone pictures for JPEGs deserves to hear what they are. */
export async function isHeic(path: string): Promise<boolean> {
  const file = await open(path)
  try {
    const { buffer } = await file.read(Buffer.alloc(12), 0, 12, 0)
    return buffer.toString('latin1', 4, 8) === 'ftyp' && brands.has(buffer.toString('latin1', 8, 12))
  } finally {
    await file.close()
  }
}
