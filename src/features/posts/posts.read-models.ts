import type { AppContext, Viewer } from '../../context.ts'

export interface PopularPost {
  slug: string
  number: number
  title: string
  commentCount: number
}

export const listPopularPosts = async (_ctx: AppContext, _viewer: Viewer): Promise<PopularPost[]> => []
