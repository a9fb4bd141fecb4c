/** A picture as its row stands. Its bytes lie in the storage under names made of `fileKey`. */
export interface FileRow {
  id: number
  /** 128 random bits: the part of its address that nobody can guess. */
  fileKey: string
  ownerId: number
  /** null until a post that shows it was saved. */
  postId: number | null
  name: string
  bytes: number
  width: number
  height: number
  frames: number
  thumbnailBytes: number
  thumbnailWidth: number
  thumbnailHeight: number
  createdAt: Date
}

export type NewFile = Omit<FileRow, 'id' | 'postId'>

/** What the writer puts into a text, and what a script shows in its place. */
export interface StoredImage {
  key: string
  path: string
  thumbnailPath: string
  markdown: string
  width: number
  height: number
  name: string
}

export const IMAGES_A_DAY = 200
