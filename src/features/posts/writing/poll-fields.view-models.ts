import type { Reader } from '../../../context.ts'
import type { Board } from '../../boards/boards.types.ts'
import { canAddPoll } from '../../polls/polls.policy.ts'
import { CHOICE_LENGTH, choiceField, choicePlaces, pollResults, QUESTION_LENGTH } from '../../polls/polls.types.ts'

/** A poll's part of the form, as `views/polls/_fields.ejs` prints it. */
export interface PollFields {
  /** Something stands in it. */
  isOpen: boolean
  /** Somebody voted: nothing can be changed but the end. */
  hasVotes: boolean
  question: string
  rows: { name: string; label: string; value: string }[]
  /** So many rows stand open without script; the others unfold. */
  shownRows: number
  most: Option[]
  results: Option[]
  ends: string
  zone: string
  /** null where no names are shown. */
  named: { ticked: boolean } | null
  fixed: boolean
  limits: { question: number; choice: number }
}

type Option = { value: string; label: string; selected: boolean }

const FEWEST_ROWS = 5

export function pollFields({ t, zone, viewer }: Reader, board: Board, draft: Record<string, string>): PollFields | null {
  const typed = choicePlaces.filter((place) => (draft[choiceField(place)] ?? '') !== '')
  const isOpen = typed.length > 0 || (draft['pollQuestion'] ?? '') !== ''
  if (!isOpen && !canAddPoll(viewer, board)) return null
  const option = (value: string, label: string, chosen: string): Option => ({ value, label, selected: value === chosen })
  const hasVotes = draft['pollHasVotes'] === 'yes'
  // A rule that stays is still sent with its form.
  const offered = ({ selected }: Option) => selected || !hasVotes
  return {
    isOpen,
    hasVotes,
    question: draft['pollQuestion'] ?? '',
    rows: choicePlaces.map((place) => ({
      name: choiceField(place),
      label: t('polls.choice', { place }),
      value: draft[choiceField(place)] ?? '',
    })),
    shownRows: Math.max(FEWEST_ROWS, ...typed),
    most: choicePlaces.map((count) => option(String(count), t('polls.most', { count }), draft['pollMost'] || '1')).filter(offered),
    results: pollResults.map((each) => option(each, t(`polls.results.${each}`), draft['pollResults'] || 'always')).filter(offered),
    ends: draft['pollEnds'] ?? '',
    zone,
    named: board.anonymous ? null : { ticked: draft['pollNamed'] === 'yes' },
    fixed: draft['pollFixed'] === 'yes',
    limits: { question: QUESTION_LENGTH * 2, choice: CHOICE_LENGTH * 2 },
  }
}
