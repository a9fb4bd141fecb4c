import type { Reader } from '../../../context.ts'
import type { Board } from '../../boards/boards.types.ts'
import type { PressButton } from '../press.types.ts'

/** For (추천) or against (비추천), as it is kept. */
export const voteValues = { up: 1, down: -1 } as const
export type VoteChoice = keyof typeof voteValues
/** What the button said that was pressed: a second press of the same page changes nothing. */
export const voteWishes = ['up', 'down', 'none'] as const
export type VoteWish = (typeof voteWishes)[number]

/** What the votes of a post or a comment come to. */
export interface VoteCounts {
  voteCount: number
  downCount: number
}

export const choiceOf = (value: number | null): VoteChoice | null => (value === null ? null : value < 0 ? 'down' : 'up')

export interface VoteButtons {
  up: PressButton
  down: PressButton | null
}

/** As the page draws them, and as script gets them after a press. */
export function voteButtons(
  { number }: Reader,
  board: Pick<Board, 'votes'>,
  { voteCount, downCount, ownVote }: VoteCounts & { ownVote: number | null },
): VoteButtons {
  const own = choiceOf(ownVote)
  const button = (choice: VoteChoice, count: number): PressButton => ({
    pressed: own === choice,
    wish: own === choice ? 'none' : choice,
    count: number(count),
  })
  return { up: button('up', voteCount), down: board.votes === 'updown' ? button('down', downCount) : null }
}
