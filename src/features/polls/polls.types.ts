/** A question with choices that a post may carry. */
export interface Poll {
  question: string
  /** So many choices at most may one member take. */
  most: number
  /** Whoever looks or votes compares the clock with it: no job closes a poll. */
  endsAt: Date | null
  results: PollResults
  /** Who chose what is shown with the results; otherwise to nobody, staff included. */
  named: boolean
  /** A vote stays as it was given. */
  fixed: boolean
  voterCount: number
  choices: PollChoice[]
}

export interface PollChoice {
  position: number
  label: string
  voteCount: number
}

/** A poll as one reader meets it. */
export interface ShownPoll extends Poll {
  /** Positions that this reader took. */
  own: number[]
}

/** As its author wishes it. */
export interface PollDraft extends Pick<Poll, 'question' | 'most' | 'endsAt' | 'results' | 'named' | 'fixed'> {
  choices: string[]
}

export const pollResults = ['always', 'voted', 'ended'] as const
export type PollResults = (typeof pollResults)[number]

export const QUESTION_LENGTH = 200
export const CHOICE_LENGTH = 100
export const FEWEST_CHOICES = 2
export const MOST_CHOICES = 20

/** A row of a form, or of a list of who chose what. */
export const choicePlaces: readonly number[] = Array.from({ length: MOST_CHOICES }, (_, index) => index + 1)
export const choiceField = (place: number): string => `pollChoice${place}`

/** What `views/polls/_poll.ejs` prints below a post's text. */
export interface PollBox {
  question: string
  /** How one votes, how many did, until when. */
  facts: string[]
  ballot: { icon: string; text: string }
  choices: PollLine[]
  form: { action: string; kind: 'radio' | 'checkbox'; label: string; mayTakeBack: boolean; returnTo: string; most: number } | null
  /** In place of the form: why there is none, or the way to one. */
  closed: string | null
  logInPath: string | null
  /** Why there are no results to see yet. */
  hidden: string | null
  votersPath: string | null
}

export interface PollLine {
  name: string
  value: string
  label: string
  chosen: boolean
  /** null while the results are not for this reader. `width` of its bar, in hundredths. */
  result: { text: string; width: number; leads: boolean } | null
}
