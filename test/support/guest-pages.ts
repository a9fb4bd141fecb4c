import type { PageKind } from './every-page.ts'
import { GUESTS_PASSWORD } from './filled-rooms.ts'

/** What who is no member writes, changes and takes back. */
export const guestPages: PageKind[] = [
  { name: 'post of a guest', as: 'guest', door: '/:board/:number', path: ({ ofGuest }) => ofGuest },
  { name: 'write as a guest', as: 'guest', door: '/:board/write/guest', path: () => '/square/write/guest' },
  {
    ...{ name: 'write as a guest, refused', as: 'guest', door: '/:board/write/guest', path: () => '/square/write/guest', status: 422 },
    sends: { form: '#post-form', fields: { guestName: '', guestPassword: '1', title: '', body: '' } },
  },
  { name: "a guest's password", as: 'guest', door: '/:board/:number/password', path: ({ ofGuest }) => `${ofGuest}/password` },
  {
    ...{
      name: "a guest's password, wrong",
      as: 'guest',
      door: '/:board/:number/password',
      path: ({ ofGuest }) => `${ofGuest}/password`,
    },
    ...{ status: 422, sends: { form: '#guest-key-form', fields: { password: 'wrong' } } },
  },
  {
    ...{ name: 'a guest deletes', as: 'guest', door: '/:board/:number/password', path: ({ ofGuest }) => `${ofGuest}/password` },
    sends: { form: '#guest-key-form', fields: { password: GUESTS_PASSWORD, act: 'delete' } },
  },
  {
    name: 'comment as a guest',
    as: 'guest',
    door: '/:board/:number/comments/write/guest',
    path: ({ ofGuest }) => `${ofGuest}/comments/write/guest?parent=1`,
  },
  {
    ...{ name: 'comment as a guest, refused', as: 'guest', door: '/:board/:number/comments/write/guest', status: 422 },
    path: ({ ofGuest }) => `${ofGuest}/comments/write/guest`,
    sends: { form: '#comment-form', fields: { guestName: '', guestPassword: '1', body: '' } },
  },
  {
    ...{ name: "a guest's comment, its password", as: 'guest', door: '/:board/:number/comments/:comment/password' },
    path: ({ ofGuest }) => `${ofGuest}/comments/1/password`,
  },
  ...(['edit', 'delete'] as const).map(
    (act): PageKind => ({
      ...{ name: `a guest wants to ${act} a comment`, as: 'guest', door: '/:board/:number/comments/:comment/password' },
      path: ({ ofGuest }) => `${ofGuest}/comments/1/password`,
      sends: { form: '#guest-key-form', fields: { password: GUESTS_PASSWORD, act } },
    }),
  ),
]
