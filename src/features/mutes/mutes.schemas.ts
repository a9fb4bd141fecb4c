import { z } from 'zod'

export const NicknameParams = z.object({ nickname: z.string().min(1).max(200) })
export const MuteQuery = z.object({ returnTo: z.string().max(500).optional().catch(undefined) })
export const MuteForm = z.object({ mute: z.enum(['yes', 'no']), returnTo: z.string().optional() })
