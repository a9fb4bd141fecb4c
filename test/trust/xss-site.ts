import { createHash } from 'node:crypto'
import { insertComments } from '../../src/features/comments/comments.repository.ts'
import { threadPath } from '../../src/features/comments/comments.types.ts'
import { listExcerpt } from '../../src/features/posts/lists/post-lists.types.ts'
import { RENDERER_VERSION, renderComment, renderMarkdown } from '../../src/lib/html/markdown.ts'
import { fillBlocks } from '../features/posts/many-posts.ts'
import { aBoard, aMember, type Person } from '../support/factories.ts'
import type { Site } from '../support/site.ts'
import { corpus, texts } from './xss-corpus.ts'

const cut = (text: string, length: number) => [...text].slice(0, length).join('').toWellFormed()
/** Posts of a page, and payloads of a text. */
export const PER_PAGE = 100
export const pages: number = Math.ceil(corpus.length / PER_PAGE)
export const pageOf = <T>(list: readonly T[], page: number): T[] => list.slice(page * PER_PAGE, (page + 1) * PER_PAGE)

/**
 * A board on which everything that a member or an administrator may write is hostile: put into the database as no door would let it in. The
 * first posts hold a hundred payloads each, the others one; each title, name, tag, field, link and file name is another.
 */
export async function hostileBoard(site: Site): Promise<{ author: Person; sources: string[] }> {
  const { db } = site.ctx
  const author = await aMember(site, '미나')
  const field = {
    key: 'f1',
    kind: 'text',
    nameKo: cut(corpus[1] ?? '', 30),
    nameEn: 'a',
    choices: [],
    required: false,
    onPage: true,
    inList: true,
  }
  const board = await aBoard(site, { slug: 'xss', pageSize: PER_PAGE, look: 'webzine', linkCount: 1, extraFields: [field] as never })
  const hostileTexts = {
    aboveHtmlKo: renderMarkdown(pageOf(texts, 1).join('\n\n')).html,
    belowHtmlKo: renderMarkdown(pageOf(texts, 2).join('\n\n')).html,
  }
  await db('boards')
    .where({ id: board.id })
    .update({ nameKo: cut(corpus[0] ?? '', 60), descriptionKo: cut(corpus[2] ?? '', 200), ...hostileTexts })
  await site.ctx.memory.forget('boards')
  const createdAt = site.clock.now()
  const members = corpus.map((payload, index) => ({
    ...person(payload, index),
    createdAt,
    agreedTermsAt: createdAt,
    agreedPrivacyAt: createdAt,
  }))
  await inParts(members, (part) => db('members').insert(part))
  const firstMember = Number((await db('members').where({ login: 'xss0' }).first('id'))?.id)

  const sources = corpus.map((_, index) =>
    (index < pages ? pageOf(texts, index).join('\n\n') : (texts[index] ?? '')).replace(/\r\n?/g, '\n'),
  )
  const posts = corpus.map((payload, index) => ({
    ...{ boardId: board.id, number: index + 1, title: cut(payload, 200), createdAt, lastActivityAt: createdAt },
    excerpt: listExcerpt(renderMarkdown(texts[index] ?? '').text),
    authorId: index < pages ? author.viewer.memberId : firstMember + index,
  }))
  await inParts(posts, (part) => db('posts').insert(part))
  const firstPost = Number((await db('posts').where({ boardId: board.id, number: 1 }).first('id'))?.id)
  const rows = corpus.map((payload, index) => {
    const { html, text } = renderMarkdown(sources[index] ?? '')
    const postId = firstPost + index
    return {
      body: { postId, source: sources[index], html, text, rendererVersion: RENDERER_VERSION },
      extra: { postId, fields: JSON.stringify({ f1: cut(payload, 200) }) },
      link: { postId, position: 1, url: `https://a.example/${cut(payload, 400)}` },
      tag: { postId, tag: cut(payload, 30), boardId: board.id, position: 0 },
      // A hundred files to a post.
      file: { ...fileOf(payload, index, createdAt), ownerId: firstMember, postId: firstPost + Math.floor(index / PER_PAGE) },
    }
  })
  await inParts(
    rows.map(({ body }) => body),
    (part) => db('post_bodies').insert(part),
  )
  await inParts(
    rows.map(({ extra }) => extra),
    (part) => db('post_extras').insert(part),
  )
  await inParts(
    rows.map(({ link }) => link),
    (part) => db('post_links').insert(part),
  )
  await inParts(
    rows.map(({ tag }) => tag),
    (part) => db('post_tags').insert(part),
  )
  await inParts(
    rows.map(({ file }) => file),
    (part) => db('files').insert(part),
  )
  for (let page = 0; page < pages; page += 1) {
    const comments = pageOf(corpus, page).map((body, index) => ({
      ...{
        postId: firstPost + page,
        number: index + 1,
        parentId: null,
        path: threadPath(null, index + 1),
        anonymous: 0 as const,
        alias: null,
      },
      ...{ authorId: firstMember + page * PER_PAGE + index, body, html: renderComment(body), rendererVersion: RENDERER_VERSION, createdAt },
    }))
    await insertComments(db, comments as never)
    await db('posts')
      .where({ id: firstPost + page })
      .update({ commentCount: comments.length, lastCommentNumber: comments.length })
  }
  await fillBlocks(db, board.id)
  return { author, sources }
}

async function inParts<T>(rows: readonly T[], insert: (part: T[]) => PromiseLike<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += 400) await insert(rows.slice(from, from + 400))
}

const person = (payload: string, index: number) => ({
  ...{ login: `xss${index}`, loginCanonical: `xss${index}`, email: `xss${index}@example.org`, emailCanonical: `xss${index}@example.org` },
  ...{ nickname: cut(payload, 60), nicknameCanonical: `xss${index}`, passwordHash: '', level: 2 },
})

const fileOf = (payload: string, index: number, createdAt: Date) => ({
  fileKey: createHash('sha256').update(String(index)).digest('hex').slice(0, 32),
  ...{ name: cut(payload, 250), kind: 'file', mime: 'application/pdf', bytes: 1, width: 0, height: 0, createdAt },
  ...{ thumbnailBytes: 0, thumbnailWidth: 0, thumbnailHeight: 0 },
})
