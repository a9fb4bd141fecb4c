import { postPath } from '../posts/posts.paths.ts'

type BoardSlug = { slug: string }

export const historyPath = (board: BoardSlug, number: number, version: number | null = null): string =>
  `${postPath(board, number)}/history${version === null ? '' : `?version=${version}`}`
export const restoreVersionPath = (board: BoardSlug, number: number, version: number): string =>
  `${historyPath(board, number)}/${version}/restore`
export const purgeVersionPath = (board: BoardSlug, number: number, version: number): string =>
  `${historyPath(board, number)}/${version}/purge`
