import { actSegment } from '../../src/features/moderation/moderation.paths.ts'
import { type PostAct, postActs } from '../../src/features/moderation/moderation.types.ts'
import { boardPages } from './board-pages.ts'
import { everyFrontPage } from './every-front-page.ts'
import { otherLooks } from './filled-looks.ts'
import type { FilledSite, Role } from './filled-site.ts'
import { guestPages } from './guest-pages.ts'
import { kindPages } from './kind-pages.ts'
import { plannedPages } from './planned-pages.ts'
import { versionPages } from './version-pages.ts'
import { visitorPages } from './visitor-pages.ts'

/** One kind of page: who looks at it, where, and through which door of `madang routes` they come. */
export interface PageKind {
  name: string
  as: Role
  door: string
  path: (site: FilledSite) => string
  /** 200 when not said. */
  status?: number
  /** The page is the answer to this form, which stands on the page of `path`. */
  sends?: { form: string; fields: Record<string, string> }
}

/** Every page is looked at by the tests of accessibility, markup and width: a later page joins them by one line. */
export const everyPage: PageKind[] = [
  { name: 'front page', as: 'guest', door: '/', path: () => '/' },
  { name: 'front page of a member', as: 'member', door: '/', path: () => '/' },
  { name: 'board', as: 'guest', door: '/:board', path: () => '/free' },
  { name: 'board of a moderator', as: 'moderator', door: '/:board', path: () => '/free' },
  { name: 'board, in the middle', as: 'member', door: '/:board', path: () => '/busy?page=2' },
  { name: 'board without posts', as: 'guest', door: '/:board', path: () => '/quiet' },
  { name: 'board without posts, of a member', as: 'member', door: '/:board', path: () => '/quiet' },
  { name: 'board, past its last page', as: 'guest', door: '/:board', path: () => '/busy?page=99', status: 404 },
  ...otherLooks.map((look): PageKind => ({ name: `board as ${look}`, as: 'guest', door: '/:board', path: () => `/look-${look}` })),
  { name: 'board as gallery, of a member', as: 'member', door: '/:board', path: () => '/look-gallery' },
  { name: 'board, none of mine', as: 'moderator', door: '/:board', path: () => '/busy?filter=mine' },
  { name: 'board, mine of a guest', as: 'guest', door: '/:board', path: () => '/busy?filter=mine' },
  { name: 'board, nothing popular', as: 'guest', door: '/:board', path: () => '/busy?filter=popular' },
  { name: 'board, nothing of this author', as: 'guest', door: '/:board', path: () => '/free?author=nobody&period=week' },
  { name: 'short post', as: 'guest', door: '/:board/:number', path: ({ posts }) => posts.short },
  { name: 'long post with comments', as: 'guest', door: '/:board/:number', path: ({ posts }) => posts.long },
  { name: 'long post of its author', as: 'author', door: '/:board/:number', path: ({ posts }) => posts.long },
  { name: 'long post of a moderator', as: 'moderator', door: '/:board/:number', path: ({ posts }) => posts.long },
  { name: 'post with a picture', as: 'member', door: '/:board/:number', path: ({ posts }) => posts.picture },
  { name: 'post with a long title', as: 'guest', door: '/:board/:number', path: ({ posts }) => posts.wideTitle },
  { name: 'post with all that a text may hold', as: 'guest', door: '/:board/:number', path: ({ posts }) => posts.rich },
  { name: 'post with emoji', as: 'guest', door: '/:board/:number', path: ({ posts }) => posts.emoji },
  { name: 'hidden post of its author', as: 'author', door: '/:board/:number', path: ({ posts }) => posts.hidden },
  { name: 'locked post', as: 'member', door: '/:board/:number', path: ({ posts }) => posts.locked },
  { name: 'question with its answer', as: 'guest', door: '/:board/:number', path: ({ posts }) => posts.question },
  { name: 'question of its author', as: 'author', door: '/:board/:number', path: ({ posts }) => posts.question },
  { name: 'question with its answer, of an owner', as: 'owner', door: '/:board/:number', path: ({ posts }) => posts.question },
  { name: 'gate of a board for adults', as: 'guest', door: '/:board', path: () => '/night', status: 403 },
  { name: 'gate of a post for adults, of a member', as: 'member', door: '/:board/:number', path: () => '/night/1', status: 403 },
  { name: 'board for adults', as: 'owner', door: '/:board', path: () => '/night' },
  { name: 'post for adults', as: 'owner', door: '/:board/:number', path: () => '/night/1' },
  { name: 'search', as: 'guest', door: '/search', path: () => '/search' },
  { name: 'search with results', as: 'guest', door: '/search', path: () => '/search?q=%EC%B1%85%EB%B0%A9' },
  { name: 'search without result', as: 'guest', door: '/search', path: () => '/search?q=nowhere' },
  { name: 'no such page', as: 'guest', door: '/:board', path: () => '/nowhere', status: 404 },
  { name: 'hidden post of a stranger', as: 'guest', door: '/:board/:number', path: ({ posts }) => posts.hidden, status: 404 },
  { name: 'refused page', as: 'member', door: '/console/moderation', path: () => '/console/moderation', status: 403 },
  { name: 'log-in', as: 'guest', door: '/login', path: () => '/login' },
  {
    name: 'log-in with errors',
    as: 'guest',
    door: '/login',
    path: () => '/login',
    status: 422,
    sends: { form: '#login', fields: { login: 'nobody', password: 'x' } },
  },
  { name: 'sign-up', as: 'guest', door: '/signup', path: () => '/signup' },
  {
    name: 'sign-up with errors',
    as: 'guest',
    door: '/signup',
    path: () => '/signup',
    status: 422,
    sends: { form: '#sign-up', fields: { login: '가', nickname: '관리자', email: 'x', password: '1' } },
  },
  { name: 'forgotten password', as: 'guest', door: '/password/forgot', path: () => '/password/forgot' },
  {
    name: 'forgotten password, sent',
    as: 'guest',
    door: '/password/forgot',
    path: () => '/password/forgot',
    sends: { form: '#forgot', fields: { email: 'nobody@example.org' } },
  },
  { name: 'new password', as: 'guest', door: '/password/reset/:token', path: ({ resetToken }) => `/password/reset/${resetToken}` },
  {
    name: 'new password, too late',
    as: 'guest',
    door: '/password/reset/:token',
    path: () => '/password/reset/one-that-was-used-long-ago-0123456789',
    status: 410,
  },
  { name: 'terms', as: 'guest', door: '/terms', path: () => '/terms' },
  { name: 'privacy', as: 'guest', door: '/privacy', path: () => '/privacy' },
  { name: 'my page', as: 'member', door: '/me', path: () => '/me' },
  { name: 'my page, moderated', as: 'author', door: '/me', path: () => '/me' },
  {
    name: 'my page with errors',
    as: 'member',
    door: '/me',
    path: () => '/me',
    status: 422,
    sends: { form: 'form#password', fields: { password: '1' } },
  },
  { name: 'member', as: 'guest', door: '/members/:nickname', path: () => `/members/${encodeURIComponent('미나')}` },
  {
    name: 'comments of a member',
    as: 'guest',
    door: '/members/:nickname',
    path: () => `/members/${encodeURIComponent('미나')}?tab=comments`,
  },
  ...everyFrontPage,
  { name: 'write', as: 'member', door: '/:board/write', path: () => '/free/write' },
  {
    name: 'write with errors',
    as: 'member',
    door: '/:board/write',
    path: () => '/free/write',
    status: 422,
    sends: { form: '#post-form', fields: { title: '', body: '', action: 'publish' } },
  },
  {
    name: 'write with preview',
    as: 'member',
    door: '/:board/write',
    path: () => '/free/write',
    sends: { form: '#post-form', fields: { title: '미리', body: '## 보기\n\n- 하나', action: 'preview' } },
  },
  { name: 'write, something begun', as: 'author', door: '/:board/write', path: () => '/free/write' },
  { name: 'write on', as: 'author', door: '/:board/write', path: ({ draftKey }) => `/free/write?draft=${draftKey}` },
  {
    name: 'write, saved by hand with nothing in it',
    as: 'member',
    door: '/:board/write',
    path: () => '/free/write',
    status: 422,
    sends: { form: '#post-form', fields: { title: '', body: '', action: 'draft' } },
  },
  { name: 'drafts', as: 'author', door: '/me/drafts', path: () => '/me/drafts' },
  { name: 'no drafts', as: 'moderator', door: '/me/drafts', path: () => '/me/drafts' },
  { name: 'draft', as: 'author', door: '/me/drafts/:key', path: ({ draftKey }) => `/me/drafts/${draftKey}` },
  { name: 'edit', as: 'author', door: '/:board/:number/edit', path: ({ posts }) => `${posts.long}/edit` },
  {
    name: 'edit of what was changed meanwhile',
    as: 'author',
    door: '/:board/:number/edit',
    path: ({ posts }) => `${posts.long}/edit`,
    status: 409,
    sends: { form: '#post-form', fields: { title: '책방에서 배운 것', body: '모두 새로 적었습니다.', version: '99', action: 'publish' } },
  },
  ...guestPages,
  { name: 'delete', as: 'author', door: '/:board/:number/delete', path: ({ posts }) => `${posts.quiet}/delete` },
  {
    name: 'write a reply',
    as: 'member',
    door: '/:board/:number/comments/write',
    path: ({ posts, comments }) => `${posts.long}/comments/write?parent=${comments.first}`,
  },
  {
    name: 'comment with errors',
    as: 'member',
    door: '/:board/:number',
    path: ({ posts }) => posts.long,
    status: 422,
    sends: { form: '#comment-form', fields: { body: ' ' } },
  },
  {
    name: 'edit a comment',
    as: 'member',
    door: '/:board/:number/comments/:comment/edit',
    path: ({ posts, comments }) => `${posts.long}/comments/${comments.first}/edit`,
  },
  {
    name: 'delete a comment',
    as: 'member',
    door: '/:board/:number/comments/:comment/delete',
    path: ({ posts, comments }) => `${posts.long}/comments/${comments.first}/delete`,
  },
  {
    name: 'hide a comment',
    as: 'moderator',
    door: '/:board/:number/comments/:comment/hide',
    path: ({ posts, comments }) => `${posts.long}/comments/${comments.first}/hide`,
  },
  {
    name: 'restore a comment',
    as: 'moderator',
    door: '/:board/:number/comments/:comment/restore',
    path: ({ posts, comments }) => `${posts.long}/comments/${comments.hidden}/restore`,
  },
  ...postActs.map((act) => reasonPage(act)),
  {
    name: 'hide without reason',
    as: 'moderator',
    door: '/:board/:number/hide',
    path: ({ posts }) => `${posts.short}/hide`,
    status: 422,
    sends: { form: '#reason-form', fields: { reason: '' } },
  },
  { name: 'report a post', as: 'member', door: '/:board/:number/report', path: ({ posts }) => `${posts.short}/report` },
  {
    name: 'report a post, with errors',
    as: 'member',
    door: '/:board/:number/report',
    path: ({ posts }) => `${posts.emoji}/report`,
    status: 422,
    sends: { form: '#report-form', fields: { note: 'x' } },
  },
  {
    name: 'report a comment',
    as: 'author',
    door: '/:board/:number/comments/:comment/report',
    path: ({ posts, comments }) => `${posts.long}/comments/${comments.first}/report`,
  },
  { name: 'bookmarks', as: 'author', door: '/me/bookmarks', path: () => '/me/bookmarks' },
  { name: 'muted members', as: 'author', door: '/me/mutes', path: () => '/me/mutes' },
  { name: 'nobody is muted', as: 'owner', door: '/me/mutes', path: () => '/me/mutes' },
  { name: 'mute a member', as: 'member', door: '/members/:nickname/mute', path: () => `/members/${encodeURIComponent('미나')}/mute` },
  { name: 'no bookmarks', as: 'owner', door: '/me/bookmarks', path: () => '/me/bookmarks' },
  { name: 'followed posts', as: 'author', door: '/me/follows', path: () => '/me/follows' },
  { name: 'no followed posts', as: 'owner', door: '/me/follows', path: () => '/me/follows' },
  { name: 'reports', as: 'owner', door: '/console/reports', path: () => '/console/reports' },
  { name: 'reports of a moderator', as: 'moderator', door: '/console/reports', path: () => '/console/reports' },
  { name: 'waiting posts', as: 'owner', door: '/console/waiting', path: () => '/console/waiting' },
  { name: 'waiting posts of a moderator', as: 'moderator', door: '/console/waiting', path: () => '/console/waiting' },
  { name: 'no waiting posts', as: 'owner', door: '/console/waiting', path: () => '/console/waiting?after=999999999' },
  { name: 'waiting post of its author', as: 'author', door: '/:board/:number', path: ({ posts }) => posts.waiting },
  { name: 'anonymous post', as: 'guest', door: '/:board/:number', path: () => '/whisper/1' },
  { name: 'unmask a post', as: 'owner', door: '/:board/:number/unmask', path: () => '/whisper/1/unmask' },
  { name: 'unmask a comment', as: 'owner', door: '/:board/:number/comments/:comment/unmask', path: () => '/whisper/1/comments/1/unmask' },
  {
    name: 'unmasked',
    as: 'owner',
    door: '/:board/:number/unmask',
    path: () => '/whisper/1/unmask',
    sends: { form: '#reason-form', fields: { reason: '신고 확인' } },
  },
  { name: 'moderation log', as: 'owner', door: '/console/moderation', path: () => '/console/moderation' },
  ...visitorPages,
  { name: 'console', as: 'owner', door: '/console', path: () => '/console' },
  ...boardPages,
  ...versionPages,
  ...kindPages,
  ...plannedPages,
  { name: 'members in the console', as: 'owner', door: '/console/members', path: () => '/console/members' },
  {
    name: 'a member in the console',
    as: 'owner',
    door: '/console/members/:id',
    path: ({ people }) => `/console/members/${people.member.viewer.memberId}`,
  },
  { name: 'site settings', as: 'owner', door: '/console/settings', path: () => '/console/settings' },
  { name: 'site information', as: 'owner', door: '/console/site-information', path: () => '/console/site-information' },
]

/** Doors to GET that lead to no page of their own. */
export const doorsWithoutPage: Record<string, string> = {
  '/robots.txt': 'words for machines',
  '/proof-of-work': 'words for a script',
  '/visitors.json': 'the counter for other sites',
  '/uploads/:key': 'how far a file has come, for script',
  '/tags.json': 'how a tag goes on, for script',
  '/members.json': 'how a name goes on, for script',
  '/visitors.svg': 'its picture',
  '/visitors/shown.svg': 'by which a page tells that it is shown',
  '/feeds/all.xml': 'words for machines',
  '/feeds/:file': 'words for machines',
  '/cards/:board/:file': 'a picture',
  '/files/stickers/:name': 'a picture',
  '/bbs/:script': 'leads on',
  '/gnuboard5/bbs/:script': 'leads on',
  '/g5/bbs/:script': 'leads on',
  '/rss/:name': 'leads on',
  '/content/:name': 'leads on',
  '/files/:key/:name': 'a picture',
  '/files/:key/:size/:name': 'a picture',
  '/files/cards/:name': 'a picture',
  '/:board/:number/links/:position': 'leads away, and counts that',
  '/:board/:number/comments/:comment': 'leads on to the comment in its thread',
  '/:board/:number/comments/new': 'leads on to the next new comment',
  '/:board/:number/comments/since': 'what is new, for script',
  '/setup/:token': 'is there only before the site has an owner: owner-set-up.test.ts looks at it',
}

function reasonPage(act: PostAct): PageKind {
  const on = { approve: 'waiting', restore: 'hidden', unlock: 'locked', unpin: 'pinned' } as const
  const post = act in on ? on[act as keyof typeof on] : 'short'
  const segment = actSegment(act)
  return {
    name: `${segment} a post`,
    as: 'moderator',
    door: `/:board/:number/${segment}`,
    path: ({ posts }) => `${posts[post]}/${segment}`,
  }
}
