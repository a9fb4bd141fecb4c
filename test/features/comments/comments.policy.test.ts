import { expect, test } from 'vitest'
import { guest, type Viewer } from '../../../src/context.ts'
import type { Board } from '../../../src/features/boards/boards.types.ts'
import * as policy from '../../../src/features/comments/comments.policy.ts'
import type { Place } from '../../../src/features/comments/comments.types.ts'

const group = { level: 1, membersOnly: false }
const board = { id: 1, groupId: 1, group, listLevel: 1, readLevel: 1, commentLevel: 3, commentsEnabled: true } as Board
const open: Place = { board, post: { status: 'visible', authorId: 7, lockedAt: null, commentsClosed: 0 } as Place['post'] }
const locked: Place = { board, post: { ...open.post, lockedAt: new Date(0) } }
const hidden: Place = { board, post: { ...open.post, status: 'hidden' } }

const member = (memberId: number, level = 3, moderates: number[] = []): Viewer => ({
  memberId,
  nickname: 'x',
  level,
  moderates: new Set(moderates),
  groups: new Set(),
  adult: false,
})
const [author, other, novice, moderator, elsewhere, admin] = [
  member(1),
  member(2),
  member(3, 2),
  member(4, 3, [1]),
  member(5, 3, [2]),
  member(6, 9),
]
const comment = (status: 'visible' | 'hidden' | 'deleted') => ({
  id: 5,
  authorId: 1,
  status,
  secret: 0 as 0 | 1,
  addresseeId: null as number | null,
})

test.each([
  ['a guest', guest, open, false],
  ['a member of the level', other, open, true],
  ['a member below the level', novice, open, false],
  ['the moderator of another board', elsewhere, open, true],
  ['anybody under a locked post', admin, locked, false],
  ['anybody under a hidden post', moderator, hidden, false],
] as const)('%s may comment: %#', (_who, viewer, place, may) => {
  expect(policy.canComment(viewer, place)).toBe(may)
})

test.each([
  ['its author', author, 'visible', { edit: true, remove: true, hide: false, restore: false, see: true }],
  ['its author, once hidden', author, 'hidden', { edit: false, remove: false, hide: false, restore: false, see: true }],
  ['its author, once deleted', author, 'deleted', { edit: false, remove: false, hide: false, restore: false, see: false }],
  ['another member', other, 'visible', { edit: false, remove: false, hide: false, restore: false, see: true }],
  ['another member, once hidden', other, 'hidden', { edit: false, remove: false, hide: false, restore: false, see: false }],
  ['a moderator of the board', moderator, 'visible', { edit: false, remove: false, hide: true, restore: false, see: true }],
  ['a moderator of the board, once hidden', moderator, 'hidden', { edit: false, remove: false, hide: false, restore: true, see: true }],
  [
    'a moderator of another board, once hidden',
    elsewhere,
    'hidden',
    { edit: false, remove: false, hide: false, restore: false, see: false },
  ],
  ['a moderator, once deleted', admin, 'deleted', { edit: false, remove: false, hide: false, restore: false, see: false }],
  ['a guest', guest, 'visible', { edit: false, remove: false, hide: false, restore: false, see: true }],
] as const)('what %s may do with a comment', (_who, viewer, status, may) => {
  const row = comment(status)
  expect({
    edit: policy.canEditComment(viewer, open, row),
    remove: policy.canDeleteComment(viewer, row),
    hide: policy.canHideComment(viewer, open, row),
    restore: policy.canRestoreComment(viewer, open, row),
    see: policy.canSeeBody(viewer, open, row),
  }).toEqual(may)
})

test("under a locked post one can still take back one's words, but not change them", () => {
  expect(policy.canEditComment(author, locked, comment('visible'))).toBe(false)
  expect(policy.canDeleteComment(author, comment('visible'))).toBe(true)
})

test('nobody who wrote no comment passes for the author of an authorless one', () => {
  expect(policy.canDeleteComment(guest, { id: 5, authorId: null, status: 'visible' })).toBe(false)
})

const secret = { ...comment('visible'), secret: 1 as const, addresseeId: 8 }

test.each([
  ['its author', author, true],
  ['the author of the post', member(7), true],
  ['whom it answers', member(8), true],
  ['a moderator of the board', moderator, true],
  ['an administrator', admin, true],
  ['another member', other, false],
  ['the moderator of another board', elsewhere, false],
  ['a guest', guest, false],
] as const)('a secret comment is read by %s: %s', (_who, viewer, may) => {
  expect(policy.canSeeBody(viewer, open, secret)).toBe(may)
  expect(policy.canReplyTo(viewer, open, secret)).toBe(may && viewer.memberId !== null)
})

test('no guest is concerned because nobody is: not by a post, a comment or an answer of nobody', () => {
  const nobodys = { board, post: { ...open.post, authorId: null } }
  expect(policy.canSeeBody(guest, nobodys, { ...secret, authorId: null, addresseeId: null })).toBe(false)
})

test('hidden, a secret comment is seen by its author and the moderators, no longer by others concerned', () => {
  const hiddenSecret = { ...secret, status: 'hidden' as const }
  expect([author, member(7), member(8), moderator].map((viewer) => policy.canSeeBody(viewer, open, hiddenSecret))).toEqual([
    true,
    false,
    false,
    true,
  ])
})
