export const memberSignedUp = 'member.signed-up'
export const memberRenamed = 'member.renamed'
export const passwordResetRequested = 'password.reset-requested'

export interface PasswordResetRequested {
  /** null: nobody has the address that was typed. */
  memberId: number | null
}

export interface MemberRenamed {
  memberId: number
}
