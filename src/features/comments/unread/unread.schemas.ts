import { z } from 'zod'
import { Since } from './unread.types.ts'

export const NextQuery = z.object({ since: Since, after: Since })
