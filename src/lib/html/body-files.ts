/** A file of ours that a text may show, measured when it came in. */
export interface BodyFile {
  width: number
  height: number
  thumbnailPath?: string
  thumbnailWidth?: number
}

/** By the path that stands in the text: `/files/{key}/{name}`. */
export type BodyFiles = ReadonlyMap<string, BodyFile>

export const noFiles: BodyFiles = new Map()

/** The reading column is 48rem wide; on a phone the picture is as wide as the screen. */
const SIZES = '(max-width: 48rem) 100vw, 48rem'

/** Measured, so that nothing on the page moves when the picture arrives. */
export function imageAttributes(path: string, alt: string, file: BodyFile): [string, string][] {
  const attributes: [string, string][] = [
    ['src', path],
    ['alt', alt],
    ['width', String(file.width)],
    ['height', String(file.height)],
    ['loading', 'lazy'],
    ['decoding', 'async'],
  ]
  if (file.thumbnailPath && file.thumbnailWidth && file.thumbnailWidth < file.width) {
    attributes.push(['srcset', `${file.thumbnailPath} ${file.thumbnailWidth}w, ${path} ${file.width}w`], ['sizes', SIZES])
  }
  return attributes
}
