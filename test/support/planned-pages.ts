import type { PageKind } from './every-page.ts'

const one = '/me/scheduled/:id'

/** Posts that wait for their hour, and posts for their author alone: part of every-page.ts. */
export const plannedPages: PageKind[] = [
  { name: 'planned posts', as: 'author', door: '/me/scheduled', path: () => '/me/scheduled' },
  { name: 'planned posts, none', as: 'member', door: '/me/scheduled', path: () => '/me/scheduled' },
  { name: 'a planned post', as: 'author', door: one, path: ({ plans }) => `/me/scheduled/${plans.waiting}` },
  { name: 'a planned post whose board is gone', as: 'author', door: one, path: ({ plans }) => `/me/scheduled/${plans.homeless}` },
  { name: 'a planned post of somebody else', as: 'owner', door: one, path: ({ plans }) => `/me/scheduled/${plans.waiting}`, status: 404 },
  { name: 'change a planned post', as: 'author', door: '/:board/write', path: ({ plans }) => `/free/write?scheduled=${plans.waiting}` },
  {
    name: 'plan a post for no time',
    as: 'author',
    door: '/:board/write',
    path: () => '/free/write',
    status: 422,
    sends: { form: '#post-form', fields: { title: '언젠가', body: '언젠가 올릴 글', publish: 'later', publishAt: '' } },
  },
  { name: 'private post of its author', as: 'author', door: '/:board/:number', path: ({ plans }) => plans.privatePost },
  { name: 'private post of somebody else', as: 'owner', door: '/:board/:number', path: ({ plans }) => plans.privatePost, status: 404 },
  { name: 'change a private post', as: 'author', door: '/:board/:number/edit', path: ({ plans }) => `${plans.privatePost}/edit` },
]
