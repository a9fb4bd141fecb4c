import type { Reader } from '../../context.ts'
import { excerpt } from '../../lib/html/excerpt.ts'
import type { PageHead } from '../../lib/http/reply.ts'
import { breadcrumbs, type StructuredData } from '../../lib/http/structured-data.ts'
import { boardPath } from '../boards/boards.paths.ts'
import { type Board, boardName } from '../boards/boards.types.ts'
import { cardPath } from '../cards/cards.paths.ts'
import type { PostFacts } from './post-facts.view-models.ts'
import { postPath } from './posts.paths.ts'
import { isPublic } from './posts.policy.ts'
import type { ShownPost } from './shown-post.read-models.ts'

/** As the page shows them: without a name where they are anonymous. */
type Author = Pick<PostFacts['author'], 'nickname' | 'links'>

/** What machines are told of a post's page: messengers that draw a card of it, search engines that list it. */
export function postHead({ locale }: Reader, board: Board, post: ShownPost, author: Author): PageHead {
  const name = boardName(board, locale)
  const open = isPublic(board, post)
  const image = /<img[^>]* src="(\/files\/[^"]+)"/.exec(post.html)?.[1] ?? (open ? cardPath(board, post) : undefined)
  return {
    titles: [post.title, name],
    // What is told of a secret post stands nowhere else.
    description: post.secret === 1 ? '' : excerpt(post.text, 150),
    canonicalPath: postPath(board, post.number),
    board: board.slug,
    viewedPost: post.id,
    article: { publishedAt: post.createdAt, modifiedAt: post.editedAt },
    ...(image === undefined ? {} : { imagePath: image }),
    ...(open ? { structuredData: structuredPost(board, post, { author, image, boardName: name }) } : { robots: 'noindex' }),
  }
}

const structuredPost =
  (
    board: Board,
    post: ShownPost,
    { author, image, boardName }: { author: Author; image: string | undefined; boardName: string },
  ): StructuredData =>
  (site) => {
    const url = site.url(postPath(board, post.number))
    return [
      {
        '@context': 'https://schema.org',
        '@type': 'DiscussionForumPosting',
        '@id': url,
        url,
        mainEntityOfPage: url,
        headline: excerpt(post.title, 110),
        text: excerpt(post.text, 500),
        author: { '@type': 'Person', name: author.nickname, ...(author.links[0] ? { url: site.url(author.links[0].path) } : {}) },
        datePublished: post.createdAt.toISOString(),
        ...(post.editedAt ? { dateModified: post.editedAt.toISOString() } : {}),
        ...(image === undefined ? {} : { image: site.url(image) }),
        commentCount: post.commentCount,
        interactionStatistic: [counted('CommentAction', post.commentCount), counted('LikeAction', post.voteCount)],
        isPartOf: { '@type': 'CollectionPage', name: boardName, url: site.url(boardPath(board)) },
      },
      breadcrumbs(site, [
        { name: boardName, path: boardPath(board) },
        { name: post.title, path: postPath(board, post.number) },
      ]),
    ]
  }

const counted = (action: 'CommentAction' | 'LikeAction', count: number) => ({
  '@type': 'InteractionCounter',
  interactionType: `https://schema.org/${action}`,
  userInteractionCount: count,
})
