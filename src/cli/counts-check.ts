import { parseArgs } from 'node:util'
import type { Difference } from '../features/posts/counts/counts.repository.ts'
import { findDifferences, mendDifference } from '../features/posts/counts/counts.service.ts'
import type { Command } from './command.ts'
import { withContext } from './with-context.ts'

export const command: Command = {
  name: 'counts:check',
  summary: 'compare kept counts (listed posts, comments, votes, polls) with what they count; --fix counts anew',
  usage: 'counts:check [--fix]',
  run(args) {
    const { fix } = parseArgs({ args, options: { fix: { type: 'boolean', default: false } } }).values
    return withContext('counts:check', async (ctx) => {
      let differences = 0
      for await (const difference of findDifferences(ctx)) {
        differences += 1
        if (fix) await mendDifference(ctx, difference)
        console.log(lineOf(difference) + (fix ? ', counted anew' : ''))
      }
      console.log(differences === 0 ? 'All counts are right.' : `${differences} ${differences === 1 ? 'count was' : 'counts were'} wrong.`)
      return differences > 0 && !fix ? 1 : 0
    })
  },
}

const lineOf = ({ what, at, kept, counted }: Difference): string =>
  `${at.list === '' ? `${what.endsWith('a comment') ? 'comment' : 'post'} ${at.id}` : `board ${at.id}, list ${at.list} from ${at.from}`}: ${kept} ${what} kept, ${counted} counted`
