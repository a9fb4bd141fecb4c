import type { AppContext, Viewer } from '../../context.ts'
import { Conflict, Forbidden } from '../../lib/http/errors.ts'
import { canMute } from './mutes.policy.ts'
import * as repository from './mutes.repository.ts'
import { MOST_MUTED } from './mutes.types.ts'

/** `wish` is what the button said: however often it is pressed, the outcome is the same. */
export async function mute(ctx: AppContext, viewer: Viewer, mutedId: number, wish: 'yes' | 'no'): Promise<void> {
  const { memberId } = viewer
  if (memberId === null || !canMute(viewer, mutedId)) throw new Forbidden('nobody mutes themselves', 'mutes.notOneself')
  if (wish === 'no') return void (await repository.removeMute(ctx.db, { memberId, mutedId }))
  // Two at once may go one over: the bound is there for the list, not for the count.
  if ((await repository.countMutes(ctx.db, memberId)) >= MOST_MUTED) throw new Conflict('too many', 'mutes.tooMany')
  await repository.addMute(ctx.db, { memberId, mutedId, createdAt: ctx.clock.now() })
}
