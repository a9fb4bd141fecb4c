/** A file of ours that a text may show, measured when it came in. */
export interface BodyFile {
  kind: 'image' | 'video' | 'file'
  /** 0: a film that doesn't tell. */
  width: number
  height: number
  /** Copies of a picture for smaller screens. */
  smaller: readonly { path: string; width: number }[]
}

/** By the path that stands in the text: `/files/{key}/{name}`. */
export type BodyFiles = ReadonlyMap<string, BodyFile>

export const noFiles: BodyFiles = new Map()

/** A path of ours that stays one when a browser has read it: no step up leads out of the folder, however it is written. */
export const isFilePath = (path: string): boolean => /^\/files\/[^\s\\?#]+$/.test(path) && !/\/(?:\.|%2e){1,2}(?:\/|$)/i.test(path)

/** The reading column is 42rem wide; on a phone it leaves 1rem on either side. */
const SIZES = '(max-width: 44rem) calc(100vw - 2rem), 42rem'

/** A picture that is kept in full size is for whoever opens it: the text shows its copies. */
const WIDEST = 1920

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
  const copies = file.smaller.filter(({ width }) => width < file.width).toSorted((one, other) => one.width - other.width)
  if (copies.length > 0) {
    const sources = (file.width > WIDEST ? copies : [...copies, { path, width: file.width }]).map((copy) => `${copy.path} ${copy.width}w`)
    attributes.push(['srcset', sources.join(', ')], ['sizes', SIZES])
  }
  return attributes
}

/** Its head is fetched, not the film. */
export const videoAttributes = (path: string, name: string, { width, height }: BodyFile): [string, string][] => [
  ['src', path],
  ...((name === '' ? [] : [['aria-label', name]]) as [string, string][]),
  ['controls', ''],
  ['preload', 'metadata'],
  ['playsinline', ''],
  ...((width > 0
    ? [
        ['width', String(width)],
        ['height', String(height)],
      ]
    : []) as [string, string][]),
]
