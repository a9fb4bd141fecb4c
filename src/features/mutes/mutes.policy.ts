import type { Viewer } from '../../context.ts'

/** Anybody but oneself; of a guest nothing could be remembered. */
export const canMute = ({ memberId }: Viewer, memberIdOfOther: number | null): boolean =>
  memberId !== null && memberIdOfOther !== null && memberId !== memberIdOfOther
