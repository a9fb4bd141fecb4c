import type { Viewer } from '../../context.ts'
import { ADMINISTRATOR_LEVEL, MEMBER_LEVEL, type Member, OWNER_LEVEL } from './members.types.ts'

type Target = Pick<Member, 'id' | 'level' | 'status'>

/** Nobody acts on themselves: so an owner always remains. Administrators act on those below them, owners on everyone else. */
export const canAdminister = (viewer: Viewer, member: Target): boolean =>
  viewer.memberId !== null &&
  viewer.memberId !== member.id &&
  viewer.level >= ADMINISTRATOR_LEVEL &&
  member.status !== 'left' &&
  (viewer.level >= OWNER_LEVEL || member.level < viewer.level)

/** Whom one could not take back one can't make: an administrator's own level is the owner's to give. */
export const levelsToGive = (viewer: Viewer, member: Target): number[] => {
  if (!canAdminister(viewer, member)) return []
  const highest = viewer.level >= OWNER_LEVEL ? OWNER_LEVEL : viewer.level - 1
  return Array.from({ length: highest - MEMBER_LEVEL + 1 }, (_, index) => MEMBER_LEVEL + index)
}

export const canGiveLevel = (viewer: Viewer, member: Target, level: number): boolean => levelsToGive(viewer, member).includes(level)
export const canSuspend = (viewer: Viewer, member: Target): boolean => canAdminister(viewer, member) && member.status === 'active'
export const canReinstate = (viewer: Viewer, member: Target): boolean => canAdminister(viewer, member) && member.status === 'suspended'

type Aged = Target & Pick<Member, 'adultConfirmedAt' | 'adultConfirmedBy'>

/** Also who declared it: the staff's word is the better one. */
export const canConfirmAdult = (viewer: Viewer, member: Aged): boolean =>
  canAdminister(viewer, member) && (member.adultConfirmedAt === null || member.adultConfirmedBy !== 'staff')
export const canWithdrawAdult = (viewer: Viewer, member: Aged): boolean => canAdminister(viewer, member) && member.adultConfirmedAt !== null
