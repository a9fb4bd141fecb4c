import { parseArgs } from 'node:util'
import { RENDERER_VERSION } from '../lib/html/markdown.ts'
import { type Refreshed, refreshAllTexts } from '../refresh-texts.ts'
import type { Command } from './command.ts'
import { withContext } from './with-context.ts'

const TOLD_EACH_MS = 5_000

export const command: Command = {
  name: 'render:refresh',
  summary: 'render posts, comments, pages and texts of boards anew that an older version rendered; the worker does it too, slowly',
  usage: 'render:refresh',
  run(args) {
    parseArgs({ args, options: {} })
    return withContext('render:refresh', async (ctx) => {
      let done: Refreshed = { posts: 0, comments: 0, siteTexts: 0 }
      let toldAt = performance.now()
      for await (done of refreshAllTexts(ctx)) {
        if (performance.now() - toldAt < TOLD_EACH_MS) continue
        console.log(`${lineOf(done)} so far`)
        toldAt = performance.now()
      }
      console.log(`${lineOf(done)} rendered anew. All texts are of version ${RENDERER_VERSION}.`)
      return 0
    })
  },
}

const lineOf = ({ posts, comments, siteTexts }: Refreshed): string =>
  `${counted(posts, 'post')}, ${counted(comments, 'comment')} and ${counted(siteTexts, 'text')} of the site itself`

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`
