import type { Viewer } from '../../context.ts'

/** Who may come through a door. The name is what `madang routes` and the route snapshot show. */
export interface Access {
  name: string
  admits(viewer: Viewer): boolean
}

export const anyone: Access = { name: 'anyone', admits: () => true }
export const membersOnly: Access = { name: 'membersOnly', admits: (viewer) => viewer.memberId !== null }
/** Level 9 and above: the console. */
export const administratorsOnly: Access = { name: 'administratorsOnly', admits: (viewer) => viewer.memberId !== null && viewer.level >= 9 }
export const ownersOnly: Access = { name: 'ownersOnly', admits: (viewer) => viewer.memberId !== null && viewer.level >= 10 }
/** The answer needs the row: the read model or service below asks the feature's policy. Said aloud, so that it is a choice. */
export const policyDecides: Access = { name: 'policyDecides', admits: () => true }
