import type { BodyFile } from '../../lib/html/body-files.ts'
import { sizedPath, thumbnailPath } from './uploads.paths.ts'
import type { FileRow, FileSize } from './uploads.types.ts'

/** An animation has no smaller copy that a phone should take instead. */
export function bodyFile(row: FileRow): BodyFile {
  const { kind, width, height } = row
  if (kind !== 'image' || row.frames > 1) return { kind, width, height, smaller: [] }
  const copies = row.copies.split(' ').filter(Boolean).map(Number)
  return {
    kind,
    width,
    height,
    smaller: [
      ...copies.map((copy) => ({ path: sizedPath(row, `w${copy}` as FileSize), width: copy })),
      { path: thumbnailPath(row), width: row.thumbnailWidth },
    ],
  }
}
