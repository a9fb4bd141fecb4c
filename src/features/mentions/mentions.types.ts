/** A member whom a text calls, under the name that stands in it. */
export interface Mention {
  memberId: number
  /** In canonical form; the member may have taken another name since. */
  name: string
  nickname: string
}

/** Each once, whatever names they are called by. */
export const membersOf = (mentions: readonly Mention[]): number[] => [...new Set(mentions.map(({ memberId }) => memberId))]
