/** A member whom a comment calls, under the name that stands in it. */
export interface Mention {
  memberId: number
  /** In canonical form; the member may have taken another name since. */
  name: string
  nickname: string
}
