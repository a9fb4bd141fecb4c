import type { AppContext } from '../../../context.ts'
import type { MemberRenamed } from '../../members/members.events.ts'
import { textsCalling } from '../../mentions/mentions.read-models.ts'
import { outdateHtml } from './mentions.repository.ts'

/** Comments that call them lead to nobody, or to whoever took the name, until they are made anew (`refreshComments`). */
export async function followNewName({ db }: AppContext, { memberId }: MemberRenamed): Promise<void> {
  for await (const ids of textsCalling(db, 'comments', memberId)) await outdateHtml(db, ids)
}
