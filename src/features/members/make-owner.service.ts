import type { AppContext } from '../../context.ts'
import { inTransaction } from '../../lib/db/transaction.ts'
import { type Form, readForm } from '../../lib/http/form.ts'
import { findMemberByLogin, updateToOwner } from './members.repository.ts'
import { NewOwner } from './members.schemas.ts'
import { addMember, unlessTaken } from './members.service.ts'
import { hasMailbox, type Member, type NewMember, noMailbox, OWNER_LEVEL } from './members.types.ts'

export interface OwnerRequest {
  login: string
  nickname?: string | undefined
  email?: string | undefined
  password: string
}

export type OwnerResult = { made: 'new' | 'raised'; login: string; withoutEmail: boolean } | { errors: Record<string, string> }

/** Whoever starts this has the machine: they may make any member the owner, and set a password that is known again. */
export async function makeOwner(ctx: AppContext, request: OwnerRequest): Promise<OwnerResult> {
  const member = await findMemberByLogin(ctx.db, request.login.trim())
  const form = readRequest(request, member)
  if (!form.ok) return { errors: form.errors }
  const passwordHash = await ctx.passwords.hash(form.data.password)
  const result = await unlessTaken(() =>
    inTransaction(ctx.db, async (trx) => {
      if (member) await updateToOwner(trx, member.id, { ...changes(form.data, request), level: OWNER_LEVEL, passwordHash })
      else await addMember(ctx, trx, { ...form.data, passwordHash, level: OWNER_LEVEL })
    }),
  )
  if (result) return { errors: Object.fromEntries(result.taken.map((field) => [field, `members.${field}.taken`])) }
  return { made: member ? 'raised' : 'new', login: form.data.login, withoutEmail: !hasMailbox(form.data.email) }
}

const readRequest = ({ login, nickname, email, password }: OwnerRequest, member: Member | undefined): Form<NewMember> =>
  readForm(NewOwner, {
    login: member?.login ?? login,
    nickname: nickname ?? member?.nickname ?? login,
    email: email ?? member?.email ?? noMailbox(login.trim().toLowerCase()),
    password,
  })

/** A member keeps what was not named. */
const changes = (data: NewMember, request: OwnerRequest) => ({
  ...(request.email === undefined ? {} : { email: data.email }),
  ...(request.nickname === undefined ? {} : { nickname: data.nickname }),
})
