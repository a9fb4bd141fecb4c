import type { FileRow } from './uploads.types.ts'

type Named = Pick<FileRow, 'fileKey' | 'name'>

export const filePath = (file: Named): string => `/files/${file.fileKey}/${segment(file.name)}`
export const thumbnailPath = (file: Named): string => `/files/${file.fileKey}/thumbnail/${segment(file.name)}`

/** Brackets end a Markdown address, and markup is made of quotes: neither stands bare in ours. */
const segment = (name: string): string =>
  encodeURIComponent(name).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

const filesInText = /\/files\/([0-9a-f]{32})\//g

/** Keys of all files of ours that a text names, each once. */
export const fileKeysIn = (source: string): string[] => [...new Set(Array.from(source.matchAll(filesInText), (found) => found[1] ?? ''))]

export const storageKey = (fileKey: string): string => `${fileKey.slice(0, 2)}/${fileKey}.webp`
export const thumbnailStorageKey = (fileKey: string): string => `${fileKey.slice(0, 2)}/${fileKey}.thumbnail.webp`

/** Other features keep files in the same storage, in folders that say so. */
export const isOurFolder = (storedAs: string): boolean => /^[0-9a-f]{2}\//.test(storedAs)

/** The other way round, for the sweeper. null: none of our names. */
export const fileKeyOf = (storedAs: string): string | null =>
  /^[0-9a-f]{2}\/([0-9a-f]{32})(?:\.thumbnail)?\.webp$/.exec(storedAs)?.[1] ?? null
