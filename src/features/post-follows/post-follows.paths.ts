import { postPath } from '../posts/posts.paths.ts'

export const followPath = (board: { slug: string }, number: number): string => `${postPath(board, number)}/follow`

export const followsPath = ({ before = null }: { before?: number | null } = {}): string =>
  before === null ? '/me/follows' : `/me/follows?before=${before}`
