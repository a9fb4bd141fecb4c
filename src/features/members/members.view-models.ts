import type { Reader } from '../../context.ts'
import type { FormState } from '../../lib/http/form.ts'
import { page } from '../../lib/http/reply.ts'
import type { DateText } from '../../lib/time/date-text.ts'
import type { ActLine } from '../moderation/moderation.types.ts'
import { postPath } from '../posts/posts.paths.ts'
import { errorTexts, type Field, type FieldName, memberField } from './member-fields.view-models.ts'
import { COUNT_LIMIT, type MemberPost, type Profile } from './members.read-models.ts'
import type { Member } from './members.types.ts'

interface FormPage {
  fields: Field[]
  errors: Record<string, string>
}

const formPage = (reader: Reader, form: FormState, names: FieldName[]): FormPage => ({
  fields: names.map((name) => memberField(reader, form, name)),
  errors: errorTexts(reader, form),
})

export interface SignUpPage extends FormPage {
  agreeTerms: boolean
  agreePrivacy: boolean
  returnTo: string
}

const asForm = (title: string, status: number) => ({ titles: [title], status, side: false, robots: 'noindex' })

export const signUpPage = (reader: Reader, form: FormState & { returnTo: string }, status = 200) =>
  page<SignUpPage>(
    'members/sign-up',
    {
      ...formPage(reader, form, ['login', 'nickname', 'email', 'password', 'passwordAgain']),
      agreeTerms: form.draft['agreeTerms'] === 'yes',
      agreePrivacy: form.draft['agreePrivacy'] === 'yes',
      returnTo: form.returnTo,
    },
    asForm(reader.t('members.signUp.title'), status),
  )

export const closedPage = (reader: Reader) => page('members/closed', {}, asForm(reader.t('members.signUp.title'), 403))

export const setupPage = (reader: Reader, form: FormState & { action: string }, status = 200) =>
  page(
    'members/setup',
    { ...formPage(reader, form, ['login', 'nickname', 'email', 'password', 'passwordAgain']), action: form.action },
    asForm(reader.t('members.setup.title'), status),
  )

export const forgotPage = (reader: Reader, form: FormState & { sent: boolean }, status = 200) =>
  page('members/forgot', { ...formPage(reader, form, ['email']), sent: form.sent }, asForm(reader.t('members.forgot.title'), status))

export const resetPage = (reader: Reader, form: FormState & { action: string; gone: boolean }, status = 200) =>
  page(
    'members/reset',
    { ...formPage(reader, form, ['password', 'passwordAgain']), action: form.action, gone: form.gone },
    asForm(reader.t('members.reset.title'), status),
  )

interface ListedPost {
  title: string
  path: string
  commentCount: number
  when: DateText
}

const listedPost = (reader: Reader, post: MemberPost): ListedPost => ({
  title: post.title,
  path: postPath(post, post.number),
  commentCount: post.commentCount,
  when: reader.date(post.createdAt),
})

export interface ProfilePage {
  nickname: string
  initial: string
  levelName: string
  since: DateText
  postCount: string
  commentCount: string
  posts: ListedPost[]
}

export function profilePage(reader: Reader, { member, posts, postCount, commentCount }: Profile) {
  const count = (value: number) => (value >= COUNT_LIMIT ? `${reader.number(COUNT_LIMIT)}+` : reader.number(value))
  return page<ProfilePage>(
    'members/profile',
    {
      nickname: member.nickname,
      initial: [...member.nickname][0] ?? '',
      levelName: levelName(reader, member.level),
      since: reader.date(member.createdAt),
      postCount: count(postCount),
      commentCount: count(commentCount),
      posts: posts.map((post) => listedPost(reader, post)),
    },
    { titles: [member.nickname], robots: 'noindex' },
  )
}

export interface MyPage {
  nickname: string
  login: string
  email: string
  levelName: string
  posts: ListedPost[]
  acts: ActLine[]
  nicknameForm: FormPage
  passwordForm: FormPage
}

export function myPage(reader: Reader, data: { member: Member; posts: MemberPost[]; acts: ActLine[] }, form: FormState, status = 200) {
  const { member, posts, acts } = data
  const draft = { nickname: member.nickname, ...form.draft }
  const isNickname = 'nickname' in form.errors
  const none = { draft: {}, errors: {} }
  return page<MyPage>(
    'members/me',
    {
      nickname: member.nickname,
      login: member.login,
      email: member.email,
      levelName: levelName(reader, member.level),
      posts: posts.map((post) => listedPost(reader, post)),
      acts,
      nicknameForm: formPage(reader, { draft, errors: isNickname ? form.errors : {} }, ['nickname']),
      passwordForm: formPage(reader, isNickname ? none : form, ['currentPassword', 'password', 'passwordAgain']),
    },
    { titles: [reader.t('members.me.title')], status, robots: 'noindex' },
  )
}

const levelName = (reader: Reader, level: number): string =>
  level >= 10
    ? reader.t('members.level.owner')
    : level >= 9
      ? reader.t('members.level.administrator')
      : reader.t('members.level.member', { level })
