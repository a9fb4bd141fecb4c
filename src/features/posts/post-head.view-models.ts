import type { Reader } from '../../context.ts'
import { excerpt } from '../../lib/html/excerpt.ts'
import type { PageHead } from '../../lib/http/reply.ts'
import { breadcrumbs, type SiteOfPage, type StructuredData } from '../../lib/http/structured-data.ts'
import { boardPath } from '../boards/boards.paths.ts'
import { type Board, boardName } from '../boards/boards.types.ts'
import { cardPath } from '../cards/cards.paths.ts'
import type { SaidAnswer } from '../comments/threads/comment-section.types.ts'
import type { PostFacts } from './post-facts.view-models.ts'
import { postPath } from './posts.paths.ts'
import { isPublic } from './posts.policy.ts'
import type { ShownPost } from './shown-post.read-models.ts'

/** As the page shows them: without a name where they are anonymous. */
type Author = Pick<PostFacts['author'], 'nickname' | 'links'>

/** What machines are told of a post's page: messengers that draw a card of it, search engines that list it. */
export function postHead(
  { locale }: Reader,
  board: Board,
  post: ShownPost,
  { author, answers }: { author: Author; answers: SaidAnswer[] | null },
): PageHead {
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
    ...(open ? { structuredData: structuredPost(board, post, { author, answers, image, boardName: name }) } : { robots: 'noindex' }),
  }
}

interface Around {
  author: Author
  answers: SaidAnswer[] | null
  image: string | undefined
  boardName: string
}

const structuredPost =
  (board: Board, post: ShownPost, around: Around): StructuredData =>
  (site) => {
    const url = site.url(postPath(board, post.number))
    const { author, answers, image, boardName } = around
    const facts = {
      text: excerpt(post.text, 500),
      author: { '@type': 'Person', name: author.nickname, ...(author.links[0] ? { url: site.url(author.links[0].path) } : {}) },
      datePublished: post.createdAt.toISOString(),
      ...(post.editedAt ? { dateModified: post.editedAt.toISOString() } : {}),
      ...(image === undefined ? {} : { image: site.url(image) }),
    }
    return [
      answers ? question(site, post, { url, facts, answers }) : discussion(site, board, post, { url, facts, boardName }),
      breadcrumbs(site, [
        { name: boardName, path: boardPath(board) },
        { name: post.title, path: postPath(board, post.number) },
      ]),
    ]
  }

const discussion = (
  site: SiteOfPage,
  board: Board,
  post: ShownPost,
  { url, facts, boardName }: { url: string; facts: object; boardName: string },
): object => ({
  '@context': 'https://schema.org',
  '@type': 'DiscussionForumPosting',
  '@id': url,
  url,
  mainEntityOfPage: url,
  headline: excerpt(post.title, 110),
  ...facts,
  commentCount: post.commentCount,
  interactionStatistic: [counted('CommentAction', post.commentCount), counted('LikeAction', post.voteCount)],
  isPartOf: { '@type': 'CollectionPage', name: boardName, url: site.url(boardPath(board)) },
})

/** Of a board for questions, with the answer that was taken and others. */
function question(
  site: SiteOfPage,
  post: ShownPost,
  { url, facts, answers }: { url: string; facts: object; answers: SaidAnswer[] },
): object {
  const answer = ({ path, text, author, createdAt, votes }: SaidAnswer) => ({
    '@type': 'Answer',
    text,
    url: site.url(path),
    upvoteCount: votes,
    datePublished: createdAt.toISOString(),
    author: { '@type': 'Person', name: author.name, ...(author.path ? { url: site.url(author.path) } : {}) },
  })
  const accepted = answers.find(({ isAccepted }) => isAccepted)
  return {
    '@context': 'https://schema.org',
    '@type': 'QAPage',
    '@id': url,
    url,
    mainEntity: {
      '@type': 'Question',
      name: excerpt(post.title, 110),
      ...facts,
      answerCount: post.commentCount,
      upvoteCount: post.voteCount,
      ...(accepted ? { acceptedAnswer: answer(accepted) } : {}),
      suggestedAnswer: answers.filter(({ isAccepted }) => !isAccepted).map(answer),
    },
  }
}

const counted = (action: 'CommentAction' | 'LikeAction', count: number) => ({
  '@type': 'InteractionCounter',
  interactionType: `https://schema.org/${action}`,
  userInteractionCount: count,
})
