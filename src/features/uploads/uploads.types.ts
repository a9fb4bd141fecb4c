import type { Reader } from '../../context.ts'
import { acceptedAs } from '../../lib/files/kind-of-file.ts'
import type { MessageKey } from '../../messages/messages.ts'
import { type UploadKind, uploadKinds } from '../boards/board-settings.types.ts'
import type { Board } from '../boards/boards.types.ts'

/** A file as its row stands. Its bytes lie in the storage under names made of `fileKey`. */
export interface FileRow {
  id: number
  /** 128 random bits: the part of its address that nobody can guess. */
  fileKey: string
  ownerId: number
  /** null until a post that shows it was saved. */
  postId: number | null
  /** Of that post, when it stands in a comment. */
  commentId: number | null
  /** Of that post, or for which it came: whose room it takes. */
  boardId: number | null
  kind: UploadKind
  mime: string
  name: string
  bytes: number
  /** Of a picture, and of a film that tells it; otherwise 0, like all that follows about pictures. */
  width: number
  height: number
  frames: number
  thumbnailBytes: number
  thumbnailWidth: number
  thumbnailHeight: number
  /** Widths of the smaller copies, parted by blanks. '' for what came before there were any, and for what moves. */
  copies: string
  downloadCount: number
  /** Stands in no post, but in something that may come back before this: it is left alone. */
  heldUntil: Date | null
  createdAt: Date
}

export type NewFile = Omit<FileRow, 'id' | 'postId' | 'commentId' | 'downloadCount' | 'heldUntil'>

/** A file on its way: it comes in parts, each of which is kept, so that a broken line costs no more than one. */
export interface PartialUpload {
  id: number
  uploadKey: string
  /** The file that it became. */
  fileKey: string | null
  ownerId: number
  boardId: number | null
  name: string
  bytes: number
  received: number
  /** Names of the parts in order, parted by blanks: where each begins, a point, and what tells it from another try. */
  parts: string
  touchedAt: Date
  createdAt: Date
}

/** Of one request: on a line that breaks each minute something still arrives. */
export const PART_BYTES = 1024 * 1024

/** Widths that a picture's address may ask for besides its own. */
export const fileSizes = ['thumbnail', 'w320', 'w640', 'w1280', 'w1920'] as const
export type FileSize = (typeof fileSizes)[number]

/** What the writer puts into a text, and what a script shows in its place. */
export interface StoredFile {
  key: string
  kind: UploadKind
  path: string
  /** Of what is no picture: ''. */
  thumbnailPath: string
  markdown: string
  width: number
  height: number
  name: string
  bytes: number
}

/** A line of the list below a post. */
export type Attachment = Pick<FileRow, 'fileKey' | 'name' | 'bytes' | 'downloadCount'>

/** The list below a post's text. */
export interface AttachmentList {
  heading: string
  /** Why nothing of it can be downloaded. */
  hint: string | null
  files: { name: string; path: string | null; size: string; downloads: string }[]
}

/** How much of the storage is whose. null: as much as comes. */
export interface Room {
  ownerId: number
  ownerMost: number | null
  boardId: number | null
  boardMost: number | null
}

/** Why a file is not taken. */
export interface FileProblem {
  problem: MessageKey
  args?: Record<string, number>
}

/** How much may be taken in: of one board, or of a place that has no board. */
export interface UploadLimits {
  boardId: number | null
  /** How many more at this time, and how many a post may have in all. */
  count: number
  most: number
  megabytes: number
  kinds: readonly UploadKind[]
  /** Pictures stay as large as they were taken. */
  wholeSize: boolean
}

export const pictureLimits: UploadLimits = { boardId: null, count: 10, most: 10, megabytes: 15, kinds: ['image'], wholeSize: false }

/** What a comment holds at most. */
const PICTURES_IN_COMMENT = 4

/** Of what its board takes, pictures alone. null: none. */
export function commentLimitsOf(board: Board, standing = 0): UploadLimits | null {
  const limits = limitsOf(board)
  if (!limits.kinds.includes('image')) return null
  const most = Math.min(limits.most, PICTURES_IN_COMMENT)
  return most === 0 ? null : { ...limits, kinds: ['image'], most, count: Math.max(0, most - standing) }
}

/** @param standing how many files the post has already */
export const limitsOf = (board: Board, standing = 0): UploadLimits => ({
  boardId: board.id,
  count: Math.max(0, board.uploadCount - standing),
  most: board.uploadCount,
  megabytes: board.uploadMegabytes,
  kinds: uploadKinds.filter((kind) => board.uploadKinds.includes(kind)),
  wholeSize: board.pictureSize === 'original',
})

/** The same for a browser's file chooser. */
export const acceptOf = ({ kinds }: UploadLimits): string => kinds.flatMap(acceptedAs).join()

export const FILES_A_DAY = 200

/** As a reader sees it. */
export function sizeText({ number }: Pick<Reader, 'number'>, bytes: number): string {
  const kilobytes = bytes === 0 ? 0 : Math.max(1, Math.round(bytes / 1024))
  return kilobytes < 1_000 ? `${number(kilobytes)} KB` : `${number(Math.round(bytes / 1024 / 102.4) / 10)} MB`
}
