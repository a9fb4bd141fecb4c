import type { Reader } from '../../context.ts'
import { commentExcerpt } from '../../lib/html/markdown.ts'
import type { FormState } from '../../lib/http/form.ts'
import { page } from '../../lib/http/reply.ts'
import type { DateText } from '../../lib/time/date-text.ts'
import { commentPath } from '../comments/comments.paths.ts'
import type { ActLine } from '../moderation/moderation.types.ts'
import { sizeText } from '../uploads/uploads.types.ts'
import type { MemberComment, MemberPost } from './members.read-models.ts'
import { hasMailbox, type Member } from './members.types.ts'
import { type FormPage, formPage, type ListedPost, levelName, listedPost } from './members.view-models.ts'

const EXCERPT = 60

export interface MyPage {
  nickname: string
  login: string
  /** null: made on the command line without one. */
  email: string | null
  levelName: string
  /** What their files take, and may take. */
  room: string
  posts: ListedPost[]
  comments: ListedComment[]
  acts: ActLine[]
  nicknameForm: FormPage
  passwordForm: FormPage
  namedOnline: boolean
}

interface ListedComment {
  excerpt: string
  /** Of the post. */
  title: string
  path: string
  when: DateText
}

interface OwnThings {
  member: Member
  posts: MemberPost[]
  comments: MemberComment[]
  acts: ActLine[]
  room: { taken: number; most: number | null }
}

export function myPage(reader: Reader, { member, posts, comments, acts, room }: OwnThings, form: FormState, status = 200) {
  const draft = { nickname: member.nickname, ...form.draft }
  const isNickname = 'nickname' in form.errors
  const none = { draft: {}, errors: {} }
  return page<MyPage>(
    'members/me',
    {
      nickname: member.nickname,
      login: member.login,
      email: hasMailbox(member.email) ? member.email : null,
      levelName: levelName(reader, member.level),
      room: roomText(reader, room),
      posts: posts.map((post) => listedPost(reader, post)),
      comments: comments.map((comment) => listedComment(reader, comment)),
      acts,
      nicknameForm: formPage(reader, { draft, errors: isNickname ? form.errors : {} }, ['nickname']),
      namedOnline: member.namedOnline === 1,
      passwordForm: formPage(reader, isNickname ? none : form, ['currentPassword', 'password', 'passwordAgain'], {
        password: 'members.newPassword',
      }),
    },
    { titles: [reader.t('members.me.title')], status, robots: 'noindex' },
  )
}

function roomText(reader: Reader, { taken, most }: OwnThings['room']): string {
  const [used, all] = [taken, most ?? 0].map((bytes) => sizeText(reader, bytes))
  return most === null ? (used ?? '') : reader.t('uploads.ownRoom.of', { taken: used ?? '', most: all ?? '' })
}

const listedComment = (reader: Reader, comment: MemberComment): ListedComment => ({
  excerpt: commentExcerpt(reader.t, comment, EXCERPT),
  title: comment.title,
  path: commentPath(comment, comment.number, comment.commentNumber),
  when: reader.date(comment.createdAt),
})
