import { expect, test } from 'vitest'
import { guest, type Viewer } from '../../../src/context.ts'
import { canSeeLog, needsReason, possibleActs } from '../../../src/features/moderation/moderation.policy.ts'
import { postActs } from '../../../src/features/moderation/moderation.types.ts'

const board = { id: 1 }
const moderator: Viewer = { memberId: 4, nickname: 'x', level: 3, moderates: new Set([1]), groups: new Set(), adult: false }
const at = new Date(0)

test.each([
  ['an open post', { status: 'visible', pinnedAt: null, lockedAt: null }, ['hide', 'lock', 'pin', 'delete']],
  ['a notice', { status: 'visible', pinnedAt: at, lockedAt: null }, ['hide', 'lock', 'unpin', 'delete']],
  ['a locked post', { status: 'visible', pinnedAt: null, lockedAt: at }, ['hide', 'unlock', 'pin', 'delete']],
  ['a post that waits', { status: 'pending', pinnedAt: null, lockedAt: null }, ['approve', 'hide', 'lock', 'delete']],
  ['a hidden post', { status: 'hidden', pinnedAt: null, lockedAt: null }, ['restore', 'lock', 'delete']],
  ['a deleted post', { status: 'deleted', pinnedAt: null, lockedAt: null }, []],
] as const)('what a moderator is offered on %s', (_what, post, acts) => {
  expect(possibleActs(moderator, board, post)).toEqual(acts)
})

test('others are offered nothing', () => {
  const post = { status: 'visible', pinnedAt: null, lockedAt: null } as const
  expect(possibleActs(guest, board, post)).toEqual([])
  expect(possibleActs({ ...moderator, moderates: new Set([2]) }, board, post)).toEqual([])
  expect(possibleActs({ ...moderator, moderates: new Set(), level: 8 }, board, post)).toEqual([])
})

test('what takes something from an author needs a reason', () => {
  expect(postActs.filter(needsReason)).toEqual(['hide', 'lock', 'delete'])
  expect(needsReason('hide-comment')).toBe(true)
})

test('the log is for staff', () => {
  expect(canSeeLog(guest)).toBe(false)
  expect(canSeeLog({ ...moderator, moderates: new Set() })).toBe(false)
  expect(canSeeLog(moderator)).toBe(true)
  expect(canSeeLog({ ...moderator, moderates: new Set(), level: 9 })).toBe(true)
})
