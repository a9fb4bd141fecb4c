import type { AppContext } from '../../../context.ts'
import type { MemberRenamed } from '../../members/members.events.ts'
import { textsCalling } from '../../mentions/mentions.read-models.ts'
import { outdateHtml } from './post-mentions.repository.ts'

/** Posts that call them lead to nobody, or to whoever took the name, until they are made anew (`refreshBodies`). */
export async function followNewNameInPosts({ db }: AppContext, { memberId }: MemberRenamed): Promise<void> {
  for await (const ids of textsCalling(db, 'posts', memberId)) await outdateHtml(db, ids)
}
