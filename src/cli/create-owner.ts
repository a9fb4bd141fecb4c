import { parseArgs } from 'node:util'
import { makeOwner } from '../features/members/make-owner.service.ts'
import { createTranslator } from '../lib/i18n/translate.ts'
import { type MessageKey, messages } from '../messages/messages.ts'
import { readPassword } from './ask-password.ts'
import { type Command, CommandError } from './command.ts'
import { withContext } from './with-context.ts'

export const command: Command = {
  name: 'create-owner',
  summary: 'make an owner, or make a member the owner with a new password',
  usage: `create-owner --login NAME [--nickname NAME] [--email ADDRESS]

  --login     the ID to log in with: a new one, or that of a member
  --nickname  the name beside their posts (for a new member, without it: the login)
  --email     where a forgotten password is sent (for a new member, without it: nowhere)

The password is read from standard input, or asked twice without showing it.
Ends with 0 when the owner is made, 1 when something is refused, 2 when the command is wrong.`,
  async run(args) {
    const { values } = parseArgs({ args, options: { login: { type: 'string' }, nickname: { type: 'string' }, email: { type: 'string' } } })
    const { login, nickname, email } = values
    if (!login) throw new CommandError('Say whom: create-owner --login NAME')
    const password = await readPassword()
    return withContext('create-owner', async (ctx) => {
      const result = await makeOwner(ctx, { login, nickname, email, password })
      if ('errors' in result) return refuse(result.errors)
      console.log(
        result.made === 'new'
          ? `${result.login} is an owner of this site now. Log in at /login.`
          : `${result.login} is an owner now, with the new password. Their sessions have ended.`,
      )
      if (result.withoutEmail) console.log('No e-mail was given: a forgotten password can be changed only with this command.')
      return 0
    })
  },
}

function refuse(errors: Record<string, string>): number {
  const t = createTranslator(messages, 'en')
  for (const [field, key] of Object.entries(errors)) console.error(`${field}: ${t(key as MessageKey)}`)
  return 1
}
