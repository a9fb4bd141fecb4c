import type { Viewer } from '../../context.ts'
import type { AdultProof } from '../settings/settings.types.ts'
import { ADMINISTRATOR_LEVEL, type Member } from './members.types.ts'

/** Who runs the site may be called what they are. */
export const canUseReservedNames = (viewer: Viewer): boolean => viewer.memberId !== null && viewer.level >= ADMINISTRATOR_LEVEL

type Age = Pick<Member, 'adultConfirmedAt' | 'adultConfirmedBy'>

/** Where the site wants its staff's word, what members declared under another rule counts no more. */
export const countsAsAdult = ({ adultConfirmedAt, adultConfirmedBy }: Age, proof: AdultProof): boolean =>
  adultConfirmedAt !== null && (adultConfirmedBy === 'staff' || proof === 'declared')

/** Whom the staff told that they are none, they alone can confirm. */
export const canDeclareAdult = ({ adultConfirmedBy }: Age, proof: AdultProof): boolean =>
  proof === 'declared' && adultConfirmedBy !== 'staff'
