import type { Reader } from '../../context.ts'
import { line } from '../../lib/http/form.ts'
import { instantAt, zonedParts } from '../../lib/time/zone.ts'
import type { MessageKey } from '../../messages/messages.ts'
import { isOver } from './polls.policy.ts'
import {
  CHOICE_LENGTH,
  choiceField,
  choicePlaces,
  FEWEST_CHOICES,
  MOST_CHOICES,
  type Poll,
  type PollDraft,
  pollResults,
  QUESTION_LENGTH,
} from './polls.types.ts'

/** A poll in the form of its post: how it is read from what was typed, and how it is shown there again. */

const LONGEST_MS = 10 * 365 * 86_400_000

type Typed = Readonly<Record<string, string>>

/** `undefined`: the form had no such part, and a poll stays as it is. */
export interface TypedPoll {
  poll: PollDraft | null | undefined
  errors: Record<string, MessageKey>
}

const question = line({ max: QUESTION_LENGTH, required: 'polls.question.required', tooLong: 'polls.question.tooLong' })
const choice = line({ max: CHOICE_LENGTH, required: 'polls.choices.few', tooLong: 'polls.choice.tooLong' })

export function readPollForm(
  { zone, now }: Pick<Reader, 'zone' | 'now'>,
  typed: Typed,
  { current, anonymous }: { current: Poll | undefined; anonymous: boolean },
): TypedPoll {
  if (typed['poll'] !== 'yes') return { poll: undefined, errors: {} }
  const rows = choicePlaces.map((place) => ({ field: choiceField(place), text: (typed[choiceField(place)] ?? '').trim() }))
  const filled = rows.filter(({ text }) => text !== '')
  if (filled.length === 0 && (typed['pollQuestion'] ?? '').trim() === '') return { poll: null, errors: {} }
  const errors: Record<string, MessageKey> = {}
  const read = (schema: typeof question, field: string, value: string): string => {
    const parsed = schema.safeParse(value)
    if (!parsed.success) errors[field] = parsed.error.issues[0]?.message as MessageKey
    return parsed.data ?? ''
  }
  const asked = read(question, 'pollQuestion', typed['pollQuestion'] ?? '')
  const choices = filled.map(({ field, text }) => read(choice, field, text))
  for (const [index, label] of choices.entries()) {
    if (label !== '' && choices.indexOf(label) < index) errors[filled[index]?.field ?? ''] = 'polls.choices.same'
  }
  if (choices.length < FEWEST_CHOICES) errors[rows.find(({ text }) => text === '')?.field ?? ''] ??= 'polls.choices.few'
  const endsAt = readEnd(typed['pollEnds'] ?? '', zone)
  const stays = current !== undefined && endsAt?.getTime() === current.endsAt?.getTime()
  if (endsAt === undefined) errors['pollEnds'] = 'polls.ends.invalid'
  else if (!stays && current && isOver(current, now)) errors['pollEnds'] = 'polls.ends.over'
  else if (!stays && endsAt !== null && endsAt <= now) errors['pollEnds'] = 'polls.ends.past'
  else if (endsAt !== null && endsAt.getTime() - now.getTime() > LONGEST_MS) errors['pollEnds'] = 'polls.ends.far'
  const most = Math.min(Math.max(Number(/^\d{1,2}$/.exec(typed['pollMost'] ?? '')?.[0] ?? 1), 1), choices.length, MOST_CHOICES)
  return {
    poll: {
      ...{ question: asked, choices, most, endsAt: endsAt ?? null },
      results: pollResults.find((each) => each === typed['pollResults']) ?? 'always',
      // Where names are shown to nobody, no ballot shows them.
      named: typed['pollNamed'] === 'yes' && !anonymous,
      fixed: typed['pollFixed'] === 'yes',
    },
    errors,
  }
}

/** As a browser's field for date and time says it, in the site's zone; '' is none, undefined no date at all. */
const readEnd = (value: string, zone: string): Date | null | undefined => (value === '' ? null : instantAt(value, zone))

/** As its form shows it before anyone typed. */
export function draftOfPoll(
  { question, choices, most, endsAt, results, named, fixed, voterCount }: Poll,
  zone: string,
): Record<string, string> {
  const ends = endsAt && zonedParts(endsAt, zone)
  return {
    pollQuestion: question,
    ...Object.fromEntries(choices.map(({ position, label }) => [choiceField(position), label])),
    pollMost: String(most),
    pollEnds: ends ? `${ends.day}T${ends.time}` : '',
    pollResults: results,
    pollNamed: named ? 'yes' : '',
    pollFixed: fixed ? 'yes' : '',
    pollHasVotes: voterCount > 0 ? 'yes' : '',
  }
}
