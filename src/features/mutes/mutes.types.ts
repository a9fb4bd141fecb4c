/** Whose words a member wants folded (차단). Who is muted is not told, and goes on as before. */
export interface Mute {
  memberId: number
  mutedId: number
  createdAt: Date
}

export interface MutedMember {
  nickname: string
  createdAt: Date
}

/** On one list, and of one member: who folds more than that away is better served by another board. */
export const MOST_MUTED = 500
