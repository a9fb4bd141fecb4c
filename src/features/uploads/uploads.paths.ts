import type { FileRow, FileSize } from './uploads.types.ts'

export const uploadPath = (board: { slug: string }): string => `/uploads/begin?board=${board.slug}`

export const commentUploadPath = (board: { slug: string }): string => `${uploadPath(board)}&for=comment`

/** What is on its way lies there until it is whole. */
export const partKey = (uploadKey: string, part: string): string => `parts/${uploadKey}/${part}`
export const uploadKeyOf = (storedAs: string): string | null => /^parts\/([0-9a-f]{32})\//.exec(storedAs)?.[1] ?? null

type Named = Pick<FileRow, 'fileKey' | 'name'>

export const filePath = (file: Named): string => `/files/${file.fileKey}/${segment(file.name)}`
export const sizedPath = (file: Named, size: FileSize): string => `/files/${file.fileKey}/${size}/${segment(file.name)}`
export const thumbnailPath = (file: Named): string => sizedPath(file, 'thumbnail')

/** Brackets end a Markdown address, and markup is made of quotes: neither stands bare in ours. */
const segment = (name: string): string =>
  encodeURIComponent(name).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

const filesInText = /\/files\/([0-9a-f]{32})\//g

/** Keys of all files of ours that a text names, each once. */
export const fileKeysIn = (source: string): string[] => [...new Set(Array.from(source.matchAll(filesInText), (found) => found[1] ?? ''))]

type Kept = Pick<FileRow, 'fileKey' | 'kind' | 'copies'>

const stem = (fileKey: string): string => `${fileKey.slice(0, 2)}/${fileKey}`

/** What is no picture has one ending there, whatever its own is: nothing that serves the folder could take it for something to run. */
export const storageKey = ({ fileKey, kind }: Pick<FileRow, 'fileKey' | 'kind'>): string =>
  `${stem(fileKey)}.${kind === 'image' ? 'webp' : 'file'}`
export const sizedStorageKey = (fileKey: string, size: FileSize): string => `${stem(fileKey)}.${size}.webp`

export const sizesOf = ({ kind, copies }: Pick<FileRow, 'kind' | 'copies'>): FileSize[] =>
  kind === 'image'
    ? [
        'thumbnail',
        ...(copies
          .split(' ')
          .filter(Boolean)
          .map((width) => `w${width}`) as FileSize[]),
      ]
    : []

/** All names under which a file lies. */
export const storageKeys = (file: Kept): string[] => [storageKey(file), ...sizesOf(file).map((size) => sizedStorageKey(file.fileKey, size))]

/** Other features keep files in the same storage, in folders that say so. */
export const isOurFolder = (storedAs: string): boolean => /^(?:[0-9a-f]{2}|parts)\//.test(storedAs)

/** The other way round, for the sweeper. null: none of our names. */
export const fileKeyOf = (storedAs: string): string | null =>
  /^[0-9a-f]{2}\/([0-9a-f]{32})(?:\.file|(?:\.thumbnail|\.w\d{3,4})?\.webp)$/.exec(storedAs)?.[1] ?? null
