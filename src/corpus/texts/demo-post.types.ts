export interface DemoPost {
  board: string
  /** Nickname. */
  by: string
  title: string
  /** `{image}` stands where the next of `images` goes. */
  body: string
  daysAgo: number
  images?: { drawing: string; name: string }[]
  votes?: number
  views?: number
  /** `to` is the place of an earlier comment, counted from 1. */
  comments?: { by: string; body: string; to?: number }[]
  act?: { action: 'pin' | 'hide' | 'lock'; by: string; reason: string }
}
