import type { PageKind } from './every-page.ts'

/** Boards, their groups and categories in the console: part of every-page.ts. */
export const boardPages: PageKind[] = [
  { name: 'boards in the console', as: 'owner', door: '/console/boards', path: () => '/console/boards' },
  { name: 'new board', as: 'owner', door: '/console/boards/new', path: () => '/console/boards/new' },
  {
    name: 'new board with errors',
    as: 'owner',
    door: '/console/boards/new',
    path: () => '/console/boards/new',
    status: 422,
    sends: { form: 'form.settings', fields: { slug: 'Ä', nameKo: '', pageSize: 'x' } },
  },
  { name: 'new group of boards', as: 'owner', door: '/console/groups/new', path: () => '/console/groups/new' },
  { name: 'new board like another', as: 'owner', door: '/console/boards/new', path: () => '/console/boards/new?like=busy' },
  { name: 'settings of another board', as: 'owner', door: '/console/boards/:board/copy', path: () => '/console/boards/busy/copy' },
  { name: 'merge a board', as: 'owner', door: '/console/boards/:board/merge', path: () => '/console/boards/staff/merge' },
  {
    name: 'merge a board, asked again',
    as: 'owner',
    door: '/console/boards/:board/merge',
    path: () => '/console/boards/staff/merge',
    sends: { form: '#merge-form', fields: { into: 'free' } },
  },
  { name: 'delete a board', as: 'owner', door: '/console/boards/:board/delete', path: () => '/console/boards/quiet/delete' },
  { name: 'delete a board with posts', as: 'owner', door: '/console/boards/:board/delete', path: () => '/console/boards/free/delete' },
  { name: 'group of boards', as: 'owner', door: '/console/groups/:id', path: ({ boards }) => `/console/groups/${boards.free.groupId}` },
  {
    name: 'delete a group of boards',
    as: 'owner',
    door: '/console/groups/:id/delete',
    path: ({ boards }) => `/console/groups/${boards.free.groupId}/delete`,
  },
  {
    name: 'categories of a board',
    as: 'owner',
    door: '/console/boards/:board/categories',
    path: () => '/console/boards/ask/categories',
  },
  {
    name: 'categories of a board without any, with errors',
    as: 'owner',
    door: '/console/boards/:board/categories',
    path: () => '/console/boards/quiet/categories',
    status: 422,
    sends: { form: '#category-form', fields: { nameKo: '', nameEn: '' } },
  },
  {
    name: 'a category',
    as: 'owner',
    door: '/console/boards/:board/categories/:category',
    path: ({ boards }) => `/console/boards/ask/categories/${boards.questions.categories[0]?.id}`,
  },
  {
    name: 'delete a category',
    as: 'owner',
    door: '/console/boards/:board/categories/:category/delete',
    path: ({ boards }) => `/console/boards/ask/categories/${boards.questions.categories[0]?.id}/delete`,
  },
  { name: 'a board in the console', as: 'owner', door: '/console/boards/:board', path: () => '/console/boards/free' },
]
