/** For (추천) or against (비추천), as it is kept. */
export const voteValues = { up: 1, down: -1 } as const
export type VoteChoice = keyof typeof voteValues
/** What the button said that was pressed: a second press of the same page changes nothing. */
export const voteWishes = ['up', 'down', 'none'] as const
export type VoteWish = (typeof voteWishes)[number]

/** What the votes of a post come to. */
export interface VoteCounts {
  voteCount: number
  downCount: number
}

export const choiceOf = (value: number | null): VoteChoice | null => (value === null ? null : value < 0 ? 'down' : 'up')
