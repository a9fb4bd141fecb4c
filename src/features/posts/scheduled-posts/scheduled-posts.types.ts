/** For whom a post is, and from when. */
export const publishWishes = ['now', 'later', 'private'] as const
export type PublishWish = (typeof publishWishes)[number]

/** A post that waits for its hour (예약 글): the whole form, and no post yet. It gets its number when it is published. */
export interface ScheduledPost {
  id: number
  memberId: number
  boardId: number
  title: string
  /** What was typed, by field, as JSON; '' once it is published. */
  fields: string
  publishAt: Date
  state: 'waiting' | 'failed' | 'published'
  /** Why it could not be published at its hour. It stays, and its author decides. */
  problem: ScheduleProblem | null
  /** How often something that nobody foresaw stood in the way. */
  attempts: number
  resultPath: string | null
  version: number
  createdAt: Date
}

export const scheduleProblems = ['suspended', 'board', 'rights', 'form', 'unknown'] as const
export type ScheduleProblem = (typeof scheduleProblems)[number]

/** Of one member, at a time. */
export const MOST_SCHEDULED = 30
export const FURTHEST_DAYS = 365
export const ATTEMPTS = 5
/** How long the list says where what was published stands. */
export const SHOWN_DAYS = 7
