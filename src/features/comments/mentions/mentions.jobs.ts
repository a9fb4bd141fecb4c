import type { AppContext } from '../../../context.ts'
import type { MemberRenamed } from '../../members/members.events.ts'
import { outdateMentionsOf } from './mentions.service.ts'

/** Comments that call them lead to nobody, or to whoever took the name. */
export const followNewName = (ctx: AppContext, { memberId }: MemberRenamed): Promise<void> => outdateMentionsOf(ctx.db, memberId)
