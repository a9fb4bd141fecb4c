import { z } from 'zod'
import { guest, type Reader, type Viewer } from '../../../context.ts'
import { type Form, line, optionalLine, paragraph, readForm } from '../../../lib/http/form.ts'
import { categoriesFor } from '../../boards/boards.policy.ts'
import type { Board } from '../../boards/boards.types.ts'
import { DraftKey } from '../../drafts/drafts.types.ts'
import { GivenPassword, Grant, GuestName, GuestPassword } from '../../guest-keys/guest-keys.types.ts'
import { readPollForm, type TypedPoll } from '../../polls/poll-form.types.ts'
import { canAddPoll } from '../../polls/polls.policy.ts'
import type { Poll } from '../../polls/polls.types.ts'
import { WHY_LENGTH } from '../../revisions/revisions.types.ts'
import { SubmissionKey } from '../../submissions/submissions.types.ts'
import { readTags, tagsProblem } from '../../tags/tags.types.ts'
import { extraField, linkField, linkFieldName } from '../post-extras.types.ts'
import { canMakePrivate } from '../posts.policy.ts'
import { type Post, type PostDraft, TITLE_LENGTH } from '../posts.types.ts'
import { type PublishWish, publishWishes } from '../scheduled-posts/scheduled-posts.types.ts'

/** What a post of this board holds, as this member may fill it. `current` is what stands there when one is changed. */
function fieldsOf(viewer: Viewer, board: Board, current: { categoryId: number | null } | null) {
  return {
    title: line({ max: TITLE_LENGTH, required: 'posts.title.required', tooLong: 'posts.title.tooLong' }),
    body: paragraph({ max: board.bodyMax, required: 'posts.body.required', tooLong: 'posts.body.tooLong' })
      .refine((value) => [...value.trim()].length >= board.bodyMin, { error: 'posts.body.tooShort' })
      .refine((value) => board.defaultText === '' || value.trim() !== board.defaultText.trim(), { error: 'posts.body.untouched' }),
    category: category(viewer, board, current?.categoryId ?? null),
    // A box that isn't ticked is not sent.
    secret: z
      .literal('yes')
      .optional()
      .catch(undefined)
      .transform((value) => value === 'yes'),
    comments: z
      .literal('closed')
      .optional()
      .catch(undefined)
      .transform((value) => value === 'closed'),
    tags: z
      .string()
      .default('')
      .transform(readTags)
      .superRefine((tags, found) => {
        const problem = tagsProblem(tags)
        if (problem) found.addIssue({ code: 'custom', message: problem })
      }),
    ...Object.fromEntries(positions(board).map((position) => [linkFieldName(position), linkField])),
    ...Object.fromEntries(board.extraFields.map((field) => [field.key, extraField(field)])),
  }
}

/** One may leave a post where it stands, even where one may not put a new one. */
function category(viewer: Viewer, board: Board, current: number | null) {
  const offered = new Set([...categoriesFor(viewer, board).map(({ id }) => id), ...(current === null ? [] : [current])])
  return z
    .string()
    .default('')
    .transform((value) => (value === '' ? null : Number(value)))
    .refine((id) => id === null || offered.has(id), { error: 'posts.category.invalid' })
    .refine((id) => id !== null || !board.categoryRequired || board.categories.length === 0, { error: 'posts.category.required' })
}

const positions = ({ linkCount }: Board): number[] => Array.from({ length: linkCount }, (_, index) => index + 1)

type Typed = {
  title: string
  body: string
  category: number | null
  secret: boolean
  comments: boolean
  tags: string[]
  publish?: string
} & Record<string, unknown>

function draftOf(board: Board, typed: Typed): PostDraft {
  const text = (name: string) => String(typed[name] ?? '')
  return {
    title: typed.title,
    body: typed.body,
    categoryId: typed.category,
    secret: typed.secret,
    commentsClosed: typed.comments,
    private: typed.publish === undefined ? undefined : typed.publish === 'private',
    tags: typed.tags,
    links: positions(board).flatMap((position) => text(linkFieldName(position)) || []),
    fields: Object.fromEntries(board.extraFields.flatMap(({ key }) => (text(key) === '' ? [] : [[key, text(key)]]))),
  }
}

/** Making a schema takes longer than reading a form with it: one is made for each board as it is set up now, and each choice of categories. */
const writeForms = new WeakMap<Board, Map<string, ReturnType<typeof newWriteForm>>>()

/** An answer is of the category of what it answers: none is asked. */
function writeForm(viewer: Viewer, board: Board, isAnswer: boolean) {
  if (isAnswer) return newWriteForm(viewer, { ...board, categories: [], categoryRequired: false })

  const forms = writeForms.get(board) ?? new Map<string, ReturnType<typeof newWriteForm>>()
  const offered = categoriesFor(viewer, board)
    .map(({ id }) => id)
    .join()
  const made = forms.get(offered) ?? newWriteForm(viewer, board)
  writeForms.set(board, forms.set(offered, made))
  return made
}

const newWriteForm = (viewer: Viewer, board: Board) =>
  z.object({ ...fieldsOf(viewer, board, null), ...whenOf(board), submissionKey: SubmissionKey, draft: DraftKey }).transform((typed) => ({
    ...draftOf(board, typed as unknown as Typed),
    publish: typed.publish as PublishWish,
    publishAt: String(typed.publishAt),
    submissionKey: typed.submissionKey as string | undefined,
    draftKey: typed.draft as string | undefined,
  }))

/** Of who is no member; what is theirs by password nobody could show to them alone, so none of it is secret. */
export const guestWriteForm = (board: Board) =>
  z
    .object({ ...fieldsOf(guest, board, null), submissionKey: SubmissionKey, guestName: GuestName, guestPassword: GuestPassword })
    .transform(({ guestName, guestPassword, ...typed }) => ({
      ...draftOf(board, typed as unknown as Typed),
      secret: false,
      submissionKey: typed.submissionKey as string | undefined,
      guest: { name: String(guestName), password: String(guestPassword) },
    }))

/** When, and for whom. A wish that can't be met is refused, never met half: nothing becomes public that was not to be. */
const whenOf = (board: Board) => ({
  publish: z
    .enum(publishWishes, { error: 'posts.publish.choose' })
    .default('now')
    .refine((wish) => wish !== 'private' || board.privatePosts, { error: 'posts.publish.noPrivate' }),
  publishAt: z.string().max(30).catch(''),
})

type Current = Pick<Post, 'id' | 'categoryId' | 'authorId' | 'status' | 'lockedAt' | 'commentCount' | 'replyCount'>

/** A version that was tampered with is one that no post has: the answer is "changed meanwhile", with the text kept. */
export const editForm = (viewer: Viewer, board: Board, current: Current) =>
  z
    .object({
      ...fieldsOf(viewer, board, current),
      publish: z
        .enum(['now', 'private'], { error: 'posts.publish.choose' })
        .optional()
        .refine((wish) => wish !== 'private' || canMakePrivate(viewer, board, current), { error: 'posts.publish.mayNotHide' }),
      version: z.coerce.number().int().catch(0),
      why: optionalLine(WHY_LENGTH, 'posts.why.tooLong'),
    })
    .transform((typed) => ({ ...draftOf(board, typed as unknown as Typed), version: Number(typed.version), why: String(typed.why) }))

type Draft = Record<string, string>
/** Who sends a form, and when: a form may be sent at its hour, when nobody is there to read. */
type Sender = Pick<Reader, 'viewer' | 'zone' | 'now'>

export const readWriteForm = (reader: Sender, board: Board, draft: Draft, parent: Post | null = null) =>
  withPoll(readForm(writeForm(reader.viewer, board, parent !== null), draft), typedPoll(reader, board, undefined, draft))

export const readEditForm = (reader: Reader, board: Board, { post, poll }: { post: Current; poll: Poll | undefined }, draft: Draft) =>
  withPoll(readForm(editForm(reader.viewer, board, post), draft), typedPoll(reader, board, poll, draft))

/** A poll that is there may be put right where no new ones are taken any more. */
const typedPoll = (reader: Sender, board: Board, current: Poll | undefined, draft: Draft): TypedPoll =>
  current || canAddPoll(reader.viewer, board)
    ? readPollForm(reader, draft, { current, anonymous: board.anonymous })
    : { poll: undefined, errors: {} }

function withPoll<T extends PostDraft>(form: Form<T>, { poll, errors }: TypedPoll): Form<T> {
  if (form.ok && Object.keys(errors).length === 0) return { ...form, data: { ...form.data, poll } }
  return { ok: false, draft: form.draft, errors: { ...(form.ok ? {} : form.errors), ...errors } }
}

/** By which a guest opens what they wrote, to change or delete it. */
export const GuestKeyForm = z.object({ password: GivenPassword, act: z.enum(['edit', 'delete']).catch('edit') })
export const GuestGrantForm = z.object({ grant: Grant })
