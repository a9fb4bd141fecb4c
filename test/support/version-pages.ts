import type { PageKind } from './every-page.ts'

const history = '/:board/:number/history'
const restore = `${history}/:version/restore`
const purge = `${history}/:version/purge`

const ofComment = '/:board/:number/comments/:comment/history'

/** What posts and comments said before: part of every-page.ts. */
export const versionPages: PageKind[] = [
  { name: 'edit history', as: 'author', door: history, path: ({ posts }) => `${posts.long}/history` },
  { name: 'edit history, first version', as: 'moderator', door: history, path: ({ posts }) => `${posts.long}/history?version=1` },
  { name: 'edit history, what changed', as: 'author', door: history, path: ({ posts }) => `${posts.long}/history?version=2` },
  { name: 'edit history, a version taken out', as: 'moderator', door: history, path: ({ posts }) => `${posts.long}/history?version=3` },
  { name: 'edit history of what was never edited', as: 'author', door: history, path: ({ posts }) => `${posts.short}/history` },
  { name: 'edit history of a stranger', as: 'guest', door: history, path: ({ posts }) => `${posts.long}/history`, status: 404 },
  { name: 'put a version back', as: 'author', door: restore, path: ({ posts }) => `${posts.long}/history/2/restore` },
  {
    name: 'put a version back, without a reason',
    as: 'moderator',
    door: restore,
    path: ({ posts }) => `${posts.long}/history/2/restore`,
    status: 422,
    sends: { form: '#version-form', fields: {} },
  },
  {
    name: 'edit history of a comment',
    as: 'moderator',
    door: ofComment,
    path: ({ posts, comments }) => `${posts.long}/comments/${comments.ofMember}/history`,
  },
  {
    name: 'take earlier words of a comment out, without a reason',
    as: 'moderator',
    door: ofComment,
    path: ({ posts, comments }) => `${posts.long}/comments/${comments.ofMember}/history`,
    status: 422,
    sends: { form: '#purge-form', fields: {} },
  },
  { name: 'take a version out', as: 'moderator', door: purge, path: ({ posts }) => `${posts.long}/history/2/purge` },
]
