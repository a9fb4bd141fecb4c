import { expect, test } from 'vitest'
import type { AppContext } from '../../../src/context.ts'
import { commentRoutes } from '../../../src/features/comments/comments.routes.ts'
import { changeCommentRoutes } from '../../../src/features/comments/writing/change-comment.routes.ts'
import { moderationLogRoutes, moderationRoutes } from '../../../src/features/moderation/moderation.routes.ts'
import type { Routes } from '../../../src/lib/http/route.ts'

const doorsOf = (routes: (ctx: AppContext) => Routes) =>
  routes({} as AppContext).doors.map(({ method, path, access }) => `${method} ${path} ${access}`)

test('nothing but reading the way to a comment is open to guests', () => {
  expect([...doorsOf(commentRoutes), ...doorsOf(changeCommentRoutes)]).toEqual([
    'POST /:board/:number/comments membersOnly',
    'GET /:board/:number/comments/write membersOnly',
    'POST /:board/:number/comments/preview membersOnly',
    'GET /:board/:number/comments/:comment anyone',
    'GET /:board/:number/comments/:comment/edit membersOnly',
    'POST /:board/:number/comments/:comment/edit membersOnly',
    'GET /:board/:number/comments/:comment/delete membersOnly',
    'POST /:board/:number/comments/:comment/delete membersOnly',
    'POST /:board/:number/comments/:comment/undelete membersOnly',
  ])
})

test("every door of moderation keeps guests out; behind it the policy asks whether the board is the member's to moderate", () => {
  const acts = [
    'approve',
    'hide',
    'restore',
    'lock',
    'unlock',
    'pin',
    'unpin',
    'remove',
    'comments/:comment/hide',
    'comments/:comment/restore',
  ]
  expect(doorsOf(moderationRoutes)).toEqual(
    acts.flatMap((act) => ['GET', 'POST'].map((method) => `${method} /:board/:number/${act} membersOnly`)),
  )
  expect(doorsOf(moderationLogRoutes)).toEqual(['GET /console/moderation membersOnly', 'GET /console/waiting membersOnly'])
})
