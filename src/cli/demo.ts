import { parseArgs } from 'node:util'
import { hasPosts } from '../corpus/corpus.repository.ts'
import { fillDemo } from '../corpus/demo/fill-demo.ts'
import { type Command, CommandError } from './command.ts'
import { withContext } from './with-context.ts'

/** What no password hashes to. */
const NO_PASSWORD = '!'

export const command: Command = {
  name: 'demo',
  summary: 'add a small made-up community: members, boards, posts with pictures, comments, visitors of a year',
  usage: `demo [--password WORD] [--force]

  --password   lets you log in as its members (the log-in name of its administrator is zelkova); without it nobody can
  --force      also on a site that has posts already`,
  async run(args) {
    const { values } = parseArgs({ args, options: { password: { type: 'string' }, force: { type: 'boolean', default: false } } })
    if (values.password !== undefined && values.password.length < 8) throw new CommandError('--password needs at least 8 characters.')
    return withContext('demo', async (ctx) => {
      if (!values.force && (await hasPosts(ctx.db))) {
        throw new CommandError('This site has posts already. Made-up people among real ones: if that is what you want, add --force.')
      }
      const done = await fillDemo(ctx, values.password === undefined ? NO_PASSWORD : await ctx.passwords.hash(values.password))
      console.log(`Added ${done.post} posts, ${done.comment} comments, ${done.vote} votes and the visitors of 400 days.`)
      console.log(
        values.password === undefined
          ? 'Nobody can log in as its members: they have no password. (--password gives them one, for trying.)'
          : 'Its members have the password you gave. Its administrator logs in as zelkova. Not for a site that others can reach.',
      )
      return 0
    })
  },
}
