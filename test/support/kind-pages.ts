import type { PageKind } from './every-page.ts'

/** Posts of other kinds than text: part of every-page.ts. */
export const kindPages: PageKind[] = [
  { name: 'stickers', as: 'guest', door: '/stickers', path: () => '/stickers' },
  { name: 'sets of stickers', as: 'owner', door: '/console/stickers', path: () => '/console/stickers' },
  { name: 'new set of stickers', as: 'owner', door: '/console/stickers/new', path: () => '/console/stickers/new' },
  {
    name: 'new set of stickers with errors',
    as: 'owner',
    door: '/console/stickers/new',
    path: () => '/console/stickers/new',
    status: 422,
    sends: { form: '#set-form', fields: { slug: '고양이', nameKo: '' } },
  },
  { name: 'set of stickers', as: 'owner', door: '/console/stickers/:own', path: ({ stickerSet }) => stickerSet },
  {
    name: 'remove a set of stickers',
    as: 'owner',
    door: '/console/stickers/:own/remove',
    path: ({ stickerSet }) => `${stickerSet}/remove`,
  },
  { name: 'secret comments of others', as: 'guest', door: '/:board/:number', path: () => '/stalls/1' },
  { name: 'secret comments of whom they concern', as: 'member', door: '/:board/:number', path: () => '/stalls/1' },
  {
    name: 'answer to a secret comment',
    as: 'author',
    door: '/:board/:number/comments/write',
    path: () => '/stalls/1/comments/write?parent=1',
  },
  { name: 'poll', as: 'guest', door: '/:board/:number', path: () => '/kinds/1' },
  { name: 'poll of a member', as: 'member', door: '/:board/:number', path: () => '/kinds/1' },
  { name: 'poll whose results wait', as: 'guest', door: '/:board/:number', path: () => '/kinds/2' },
  { name: 'poll in which a member voted for good', as: 'member', door: '/:board/:number', path: () => '/kinds/2' },
  { name: 'who chose what', as: 'guest', door: '/:board/:number/poll', path: () => '/kinds/1/poll' },
  { name: 'edit a poll with votes', as: 'author', door: '/:board/:number/edit', path: () => '/kinds/1/edit' },
  { name: 'board with answers', as: 'guest', door: '/:board', path: () => '/kinds' },
  { name: 'question with answers', as: 'member', door: '/:board/:number', path: () => '/kinds/3' },
  { name: 'answer to what is gone', as: 'guest', door: '/:board/:number', path: () => '/kinds/12' },
  { name: 'write an answer', as: 'member', door: '/:board/write', path: () => '/kinds/write?parent=3' },
  {
    name: 'poll with errors',
    as: 'member',
    door: '/:board/write',
    path: () => '/kinds/write',
    status: 422,
    sends: { form: '#post-form', fields: { pollChoice1: '바다', pollChoice3: '바다', pollEnds: '2020-01-01T10:00', action: 'publish' } },
  },
]
