import { z } from 'zod'
import { hasVisibleText, optionalLine } from '../../../lib/http/form.ts'
import { REASON_LENGTH } from '../../moderation/moderation.types.ts'

export const PurgeForm = z.object({
  reason: optionalLine(REASON_LENGTH, 'moderation.reason.tooLong').refine(hasVisibleText, { error: 'moderation.reason.required' }),
})
