import type { Reader } from '../../context.ts'
import type { FormState } from '../../lib/http/form.ts'
import { page } from '../../lib/http/reply.ts'
import type { DateText } from '../../lib/time/date-text.ts'
import { mutePath } from '../mutes/mutes.paths.ts'
import { canMute } from '../mutes/mutes.policy.ts'
import { postPath } from '../posts/posts.paths.ts'
import { isPrivate } from '../posts/posts.policy.ts'
import type { Stream } from '../streams/streams.types.ts'
import { errorTexts, type Field, type FieldName, type Labels, memberField } from './member-fields.view-models.ts'
import { memberPath } from './members.paths.ts'
import { COUNT_LIMIT, type MemberPost, type Profile } from './members.read-models.ts'

export interface FormPage {
  fields: Field[]
  errors: Record<string, string>
}

export const formPage = (reader: Reader, form: FormState, names: FieldName[], labels: Labels = {}): FormPage => ({
  fields: names.map((name) => memberField(reader, form, name, labels)),
  errors: inOrder(errorTexts(reader, form), names),
})

/** The summary on top runs down the page as the fields do. */
const inOrder = (errors: Record<string, string>, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    [...names, ...Object.keys(errors)].flatMap((name) => {
      const text = errors[name]
      return text === undefined ? [] : [[name, text]]
    }),
  )

export interface SignUpPage extends FormPage {
  agreements: Agreement[]
  returnTo: string
}

interface Agreement {
  name: string
  label: string
  /** Where its text is read. */
  path: string
  ticked: boolean
  error: string | null
}

const agreement = (reader: Reader, form: FormState, name: 'agreeTerms' | 'agreePrivacy', path: string): Agreement => ({
  name,
  path,
  label: reader.t(`members.${name}`),
  ticked: form.draft[name] === 'yes',
  error: errorTexts(reader, form)[name] ?? null,
})

const asForm = (title: string, status: number) => ({ titles: [title], status, side: false, robots: 'noindex' })
/** Its address is a key. */
const secretForm = (title: string, status: number) => ({ ...asForm(title, status), kept: false as const })

export const signUpPage = (reader: Reader, form: FormState & { returnTo: string }, status = 200) =>
  page<SignUpPage>(
    'members/sign-up',
    {
      ...formPage(reader, form, ['login', 'nickname', 'email', 'password', 'passwordAgain']),
      agreements: [agreement(reader, form, 'agreeTerms', '/terms'), agreement(reader, form, 'agreePrivacy', '/privacy')],
      returnTo: form.returnTo,
    },
    asForm(reader.t('members.signUp.title'), status),
  )

export const closedPage = (reader: Reader) => page('members/closed', {}, asForm(reader.t('members.signUp.title'), 403))

export const setupPage = (reader: Reader, form: FormState & { action: string }, status = 200) =>
  page(
    'members/setup',
    { ...formPage(reader, form, ['login', 'nickname', 'email', 'password', 'passwordAgain']), action: form.action },
    secretForm(reader.t('members.setup.title'), status),
  )

export const forgotPage = (reader: Reader, form: FormState & { sent: boolean }, status = 200) =>
  page('members/forgot', { ...formPage(reader, form, ['email']), sent: form.sent }, asForm(reader.t('members.forgot.title'), status))

export const resetPage = (reader: Reader, form: FormState & { action: string; gone: boolean }, status = 200) =>
  page(
    'members/reset',
    { ...formPage(reader, form, ['password', 'passwordAgain'], { password: 'members.newPassword' }), action: form.action, gone: form.gone },
    secretForm(reader.t('members.reset.title'), status),
  )

export interface ListedPost {
  title: string
  path: string
  commentCount: number
  when: DateText
  /** For approval. */
  waits: boolean
  /** Nobody else is shown it. */
  isPrivate: boolean
}

export const listedPost = (reader: Reader, post: MemberPost): ListedPost => ({
  title: post.title,
  path: postPath(post, post.number),
  commentCount: post.commentCount,
  when: reader.date(post.createdAt),
  waits: post.status === 'pending',
  isPrivate: isPrivate(post),
})

export interface ProfilePage {
  nickname: string
  initial: string
  levelName: string
  since: DateText
  postCount: string
  commentCount: string
  stream: Stream
  /** For other members. */
  mute: { action: string; wish: 'yes' | 'no' } | null
}

/** Search engines get the posts from their boards. */
export function profilePage(reader: Reader, { member, postCount, commentCount, muted }: Profile, stream: Stream) {
  const count = (value: number) => (value >= COUNT_LIMIT ? `${reader.number(COUNT_LIMIT)}+` : reader.number(value))
  return page<ProfilePage>(
    'members/profile',
    {
      nickname: member.nickname,
      initial: [...member.nickname][0] ?? '',
      levelName: levelName(reader, member.level),
      since: dayText(reader, member.createdAt),
      postCount: count(postCount),
      commentCount: count(commentCount),
      stream,
      mute: canMute(reader.viewer, member.id) ? { action: mutePath(member.nickname), wish: muted ? 'no' : 'yes' } : null,
    },
    { titles: [member.nickname], canonicalPath: memberPath(member.nickname), robots: 'noindex' },
  )
}

/** A day, also for who came today. */
const dayText = (reader: Reader, at: Date): DateText => {
  const date = reader.date(at)
  return { ...date, short: date.full.slice(0, 'YYYY-MM-DD'.length) }
}

export const levelName = (reader: Reader, level: number): string =>
  level >= 10
    ? reader.t('members.level.owner')
    : level >= 9
      ? reader.t('members.level.administrator')
      : reader.t('members.level.member', { level })
