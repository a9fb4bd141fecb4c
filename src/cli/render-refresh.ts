import { parseArgs } from 'node:util'
import { RENDERER_VERSION } from '../lib/html/markdown.ts'
import { type Refreshed, refreshAllTexts } from '../refresh-texts.ts'
import type { Command } from './command.ts'
import { withContext } from './with-context.ts'

const TOLD_EACH_MS = 5_000

export const command: Command = {
  name: 'render:refresh',
  summary: 'render posts and comments anew that an older version rendered; the worker does it too, slowly',
  usage: 'render:refresh',
  run(args) {
    parseArgs({ args, options: {} })
    return withContext('render:refresh', async (ctx) => {
      let done: Refreshed = { posts: 0, comments: 0 }
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

const lineOf = ({ posts, comments }: Refreshed): string =>
  `${posts} ${posts === 1 ? 'post' : 'posts'} and ${comments} ${comments === 1 ? 'comment' : 'comments'}`
