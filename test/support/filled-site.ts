import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import type { Viewer } from '../../src/context.ts'
import { simulateVisits } from '../../src/corpus/visits/simulate-visits.ts'
import { listAllBoards } from '../../src/features/boards/boards.read-models.ts'
import type { Board } from '../../src/features/boards/boards.types.ts'
import { bookmark } from '../../src/features/bookmarks/bookmarks.service.ts'
import { acceptAnswer } from '../../src/features/comments/answers/answers.service.ts'
import { loadComment } from '../../src/features/comments/comments.read-models.ts'
import { createComment, deleteComment, editComment } from '../../src/features/comments/comments.service.ts'
import { voteOnComment } from '../../src/features/comments/votes/comment-votes.service.ts'
import { cardStorageKey } from '../../src/features/link-cards/link-cards.paths.ts'
import { urlHash } from '../../src/features/link-cards/link-cards.types.ts'
import { insertToken } from '../../src/features/members/member-tokens.repository.ts'
import { moderateComment, moderatePost } from '../../src/features/moderation/moderation.service.ts'
import { mute } from '../../src/features/mutes/mutes.service.ts'
import { followPost } from '../../src/features/post-follows/post-follows.service.ts'
import { postPath } from '../../src/features/posts/posts.paths.ts'
import { setPostStatus } from '../../src/features/posts/posts.service.ts'
import type { Post } from '../../src/features/posts/posts.types.ts'
import { vote } from '../../src/features/posts/votes/votes.service.ts'
import { WAITING_MEMORY_KEY } from '../../src/features/posts/waiting-posts.read-models.ts'
import { report } from '../../src/features/reports/reports.service.ts'
import { setTags } from '../../src/features/tags/tags.service.ts'
import { storeFiles } from '../../src/features/uploads/uploads.service.ts'
import { pictureLimits } from '../../src/features/uploads/uploads.types.ts'
import { enterInLedger } from '../../src/features/visits/ledger.service.ts'
import { importHistory } from '../../src/features/visits/visit-imports.service.ts'
import { inTransaction } from '../../src/lib/db/transaction.ts'
import { anMp4, aPdf } from '../features/uploads/other-files.ts'
import { canaries } from './canaries.ts'
import { aBoard, aMember, aPost, firstBoards, type Person } from './factories.ts'
import { beginDrafts } from './filled-drafts.ts'
import { type Arranged, arrangeFront, tagPosts } from './filled-front.ts'
import { fillKinds } from './filled-kinds.ts'
import { fillLooks } from './filled-looks.ts'
import { type Plans, planPosts } from './filled-plans.ts'
import { confide, guestWrites, night, sticker, whisper } from './filled-rooms.ts'
import { rewrite } from './filled-versions.ts'
import { changePosts } from './post-rows.ts'
import { richText } from './rich-text.ts'
import type { Site } from './site.ts'
import { longText } from './texts.ts'

export type Role = 'guest' | 'member' | 'author' | 'moderator' | 'owner'

/** A small believable site with one of everything that a page can show. */
export interface FilledSite extends Site {
  boards: Record<'notice' | 'free' | 'science' | 'empty' | 'busy' | 'members' | 'staff' | 'questions', Board>
  people: Record<Exclude<Role, 'guest'>, Person>
  /** Addresses. */
  posts: Record<
    'short' | 'long' | 'picture' | 'wideTitle' | 'emoji' | 'hidden' | 'waiting' | 'locked' | 'pinned' | 'quiet' | 'rich' | 'question',
    string
  >
  /** Addresses: of what somebody wrote who is no member, and of a set in the console. */
  ofGuest: string
  stickerSet: string
  /** Numbers of comments on the long post. */
  comments: Record<'first' | 'ofMember' | 'ofAuthor' | 'hidden', number>
  resetToken: string
  /** Of the author, with an earlier state. */
  draftKey: string
  /** Ids of what stands in the console's arranged lists: the newest of each. */
  arranged: Arranged
  statistics: { note: number; post: number; import: number }
  plans: Plans
}

const wideTitle = '제목이한없이길고빈칸이하나도없어서어디서도줄을바꿀수없을때목록과글화면이옆으로밀리지않는지보는글'.padEnd(
  100,
  '가나다라마바사아자차카타파하',
)

export async function fillSite(site: Site): Promise<FilledSite> {
  const boards = {
    ...(await firstBoards(site)),
    empty: await aBoard(site, { slug: 'quiet', nameKo: '조용한 방', nameEn: 'Quiet room' }),
    busy: await aBoard(site, { slug: 'busy', nameKo: '왁자지껄', nameEn: 'Busy corner', pageSize: 5 }),
    members: await aBoard(site, { slug: 'inside', nameKo: '회원방', nameEn: 'Members', listLevel: 2, readLevel: 2 }),
    questions: await aBoard(site, { slug: 'ask', nameKo: '질문과 답', nameEn: 'Questions', look: 'qna', votes: 'updown' }),
    staff: await aBoard(site, {
      slug: 'staff',
      nameKo: `운영진 ${canaries.staffOnly}`,
      nameEn: `Staff ${canaries.staffOnly}`,
      listLevel: 9,
      readLevel: 9,
      writeLevel: 9,
    }),
  }
  const people = {
    author: await aMember(site, '미나'),
    member: await aMember(site, '준호'),
    moderator: await aMember(site, '지기', { moderates: [boards.free] }),
    owner: await aMember(site, '마당주인', { level: 10 }),
  }
  await whisper(site, people)
  await confide(site, people)
  const stickerSet = await sticker(site, people)
  await night(site, people.owner, canaries.adultsOnly)
  await fillKinds(site, people)
  const posts = await writePosts(site, boards, people)
  const arranged = await arrangeFront(site, people.owner.viewer, boards, canaries.staffOnly)
  const ofGuest = await guestWrites(site)
  const question = await ask(site, boards.questions, people)
  await fillLooks(site, people.author, { wideTitle, picture: () => keepPicture(site, people.author.viewer, '언덕.png') })
  const statistics = await rememberVisits(site, people.owner)
  await rewrite(site, boards.free, posts.long, people)
  const long = await comment(site, boards.free, posts.long, people)
  await pressButtons(site, boards.free, posts, people)
  const draftKey = await beginDrafts(site, boards.free, people.author)
  const resetToken = 'a-token-for-the-page-of-a-new-password-4321'
  const hour = new Date(site.clock.now().getTime() + 3_600_000)
  const { memberId } = people.member.viewer
  await insertToken(site.ctx.db, { purpose: 'password-reset', memberId, token: resetToken, expiresAt: hour, createdAt: site.clock.now() })
  const plans = await planPosts(site, boards.free, people.author)
  return {
    statistics,
    plans,
    ...site,
    boards: { ...boards, questions: (await listAllBoards(site.ctx)).find(({ id }) => id === boards.questions.id) ?? boards.questions },
    people,
    posts: { ...pathsOf(boards.free, posts), question },
    ofGuest,
    stickerSet,
    comments: long,
    resetToken,
    draftKey,
    arranged,
  }
}

async function writePosts(site: Site, boards: FilledSite['boards'], { author, owner, moderator, member }: FilledSite['people']) {
  const on = (title: string, body: string) => aPost(site, boards.free, author, { title, body })
  const inside = await aPost(site, boards.members, member, {
    title: `우리끼리 ${canaries.membersOnly}`,
    body: `안쪽 이야기 ${canaries.membersOnly}`,
  })
  const meeting = await aPost(site, boards.staff, owner, { title: `회의록 ${canaries.staffOnly}`, body: canaries.staffOnly })
  for (let n = 1; n <= 12; n += 1) await aPost(site, boards.busy, n % 2 ? author : member, { title: `${n}번째 소식`, body: `소식 ${n}` })
  await aPost(site, boards.notice, owner, { title: '처음 오신 분께', body: '서로 존댓말을 씁니다.' })
  await keepPicture(site, author.viewer, `${canaries.looseImage}.png`)
  const picture = await keepPicture(site, author.viewer, '골목.png')
  const yard = await keepPicture(site, author.viewer, '마당.png')
  const posts = {
    quiet: await on('댓글 없는 글', '아무도 말을 걸지 않았습니다.'),
    wideTitle: await on(wideTitle, `${'가'.repeat(400)}\n\nhttps://example.org/${'a-very-long-address-'.repeat(12)}`),
    rich: await on('글 안에 담을 수 있는 것', richText(yard, ...(await keepOthers(site, author.viewer)))),
    emoji: await on('👨‍👩‍👧‍👦🎉 봄이 왔어요 🌸🌸', '🌱 새싹이 났습니다.'),
    picture: await on('골목 사진', `어제 찍었습니다.\n\n${picture}\n\n해가 졌습니다.\n\n${await knowPage(site)}`),
    hidden: await on(`광고 ${canaries.hiddenPost}`, `연락처 ${canaries.hiddenPost}`),
    waiting: await on(`처음 인사드립니다 ${canaries.waitingPost}`, `잘 부탁드립니다 ${canaries.waitingPost}`),
    locked: await on('끝난 투표', '결과는 공지에 있습니다.'),
    pinned: await on('자유게시판 안내', '무엇이든 이야기해 주세요.'),
    long: await on('동네 책방을 열고 나서 배운 것들 <정리>', longText),
    short: await on('오늘 저녁 뭐 드세요?', '저는 국수요.'),
  }
  const closed = [
    { post: inside, tag: canaries.membersOnly },
    { post: meeting, tag: canaries.staffOnly },
    { post: posts.hidden, tag: canaries.hiddenPost },
  ]
  await tagPosts(site, { open: [posts.long, posts.emoji, posts.wideTitle], closed })
  const place = (post: Post) => ({ board: boards.free, post })
  await moderatePost(site.ctx, moderator.viewer, place(posts.hidden), { action: 'hide', reason: '광고는 장터에 올려 주세요.' })
  await inTransaction(site.ctx.db, (trx) => setPostStatus(trx, posts.waiting, 'pending', site.clock.now()))
  await site.ctx.memory.forget(WAITING_MEMORY_KEY)
  await moderatePost(site.ctx, moderator.viewer, place(posts.locked), { action: 'lock', reason: '투표가 끝났습니다.' })
  await moderatePost(site.ctx, moderator.viewer, place(posts.pinned), { action: 'pin', reason: '' })
  return posts
}

async function comment(site: Site, board: Board, post: Post, { author, member, moderator }: FilledSite['people']) {
  const place = { board, post }
  const say = async (person: Person, body: string, parent?: number) => {
    await createComment(site.ctx, person.viewer, place, { body, parent })
    return Number((await site.ctx.db('posts').where({ id: post.id }).first('lastCommentNumber'))?.lastCommentNumber)
  }
  const first = await say(member, '저도 가 봤어요. **따뜻한** 곳이에요. https://example.org/map')
  const ofAuthor = await say(author, '와 주셔서 고맙습니다 🙏', first)
  let parent = ofAuthor
  for (const words of ['언제 또 여나요?', '주말마다요.', '비 오면요?', '그래도요.']) parent = await say(member, words, parent)
  const hidden = await say(author, canaries.hiddenComment)
  const deleted = await say(member, canaries.deletedComment)
  await say(author, `지워진 말에 답합니다 ${'길게 '.repeat(60)}${'띄어쓰지않고'.repeat(30)}`, deleted)
  const at = async (number: number) => ({ ...place, comment: await loadComment(site.ctx, place, number) })
  await editComment(site.ctx, member.viewer, await at(parent), { body: '그래도 열어요.', version: 1 })
  await moderateComment(site.ctx, moderator.viewer, await at(hidden), { action: 'hide-comment', reason: '욕설' })
  await deleteComment(site.ctx, member.viewer, await at(deleted))
  for (const person of [author, moderator]) await voteOnComment(site.ctx, person.viewer, await at(first), 'up')
  return { first, ofMember: parent, ofAuthor, hidden }
}

/** What readers leave on a post beside words. */
async function pressButtons(
  site: Site,
  board: Board,
  { long, short }: Record<'long' | 'short', Post>,
  { author, member, moderator }: FilledSite['people'],
) {
  await mute(site.ctx, author.viewer, moderator.viewer.memberId, 'yes')
  for (const post of [long, short]) await bookmark(site.ctx, author.viewer, post, 'add')
  await site.ctx.db('bookmarks').where({ postId: short.id }).update({ folder: '저녁', note: '국수집 이름 물어보기' })
  for (const post of [long, short]) await followPost(site.ctx, author.viewer, post, 'add')
  await vote(site.ctx, member.viewer, { board, post: long }, 'up')
  await report(site.ctx, member.viewer, { board, post: long, comment: null }, { reason: 'other', note: '같은 글이 두 번 올라왔습니다.' })
}

/** Everything that can stand around a text, and an answer that was taken. */
async function ask(site: Site, board: Board, { author, member }: FilledSite['people']): Promise<string> {
  const { db } = site.ctx
  const post = await aPost(site, board, author, { title: '겨울 베란다에는 무엇을 심나요?', body: '볕은 오전에만 듭니다.' })
  const plants = { boardId: board.id, nameKo: '식물', nameEn: 'Plants', color: 'green', position: 1 }
  const [categoryId] = await db('board_categories').insert(plants)
  await changePosts(site, { id: post.id }, { categoryId: Number(categoryId), editedAt: site.clock.now() })
  await db.transaction((trx) => setTags(trx, post, ['베란다', '겨울', 'node.js']))
  await site.ctx.memory.forget('boards')
  const place = { board, post }
  await createComment(site.ctx, member.viewer, place, { body: '시금치가 잘 자랍니다.\n\n물은 조금만 주세요.' })
  await createComment(site.ctx, author.viewer, place, { body: '@준호님, 해 보겠습니다.' })
  await acceptAnswer(site.ctx, author.viewer, { ...place, comment: await loadComment(site.ctx, place, 1) }, 'yes')
  return postPath(board, post.number)
}

const NAMED_DAYS = 20

/** A quiet year with better week-ends; of the last days it is known what was read, and from where. */
async function rememberVisits({ ctx, clock }: Site, owner: Person): Promise<FilledSite['statistics']> {
  const day = (ago: number) => new Date(clock.now().getTime() - ago * 86_400_000).toISOString().slice(0, 10)
  const days = Array.from({ length: 400 }, (_, ago) => ({
    day: day(ago + NAMED_DAYS),
    visitors: 40 + (ago % 7) * 30 + (ago % 31),
    pageViews: 400 + ago,
  }))
  await ctx.db('visit_days').insert(days)
  await ctx.db('visit_notes').insert({ day: day(9), text: '서버를 옮긴 날: <이사> & "새 기계"', memberId: null, createdAt: clock.now() })
  await simulateVisits(ctx, { days: NAMED_DAYS, visitors: 90, zone: 'Asia/Seoul', seed: 1, rawDays: 0, rawVisitors: 0 })
  for (const ago of [4, 3, 2]) await enterInLedger(ctx, day(ago))
  const old = { day: '2009-11-02', visitors: 3_806, pageViews: null }
  await importHistory(ctx, { submissionKey: undefined, memberId: owner.viewer.memberId ?? 0, content: '' }, [old])
  const newest = async (table: string) => Number((await ctx.db(table).orderBy('id', 'desc').first('id')).id)
  return { note: await newest('visit_notes'), post: await newest('posts'), import: await newest('visit_imports') }
}

/** As the worker would have found it. @returns its address */
async function knowPage({ ctx, clock }: Site): Promise<string> {
  const url = 'https://news.example.org/lamp'
  const imageKey = 'c0ffee'.padEnd(32, '0')
  const picture = sharp({ create: { width: 400, height: 300, channels: 3, background: '#c9a227' } })
  await ctx.storage.put(cardStorageKey(imageKey), await picture.webp().toBuffer())
  const words = {
    title: '가로등이 하나 더 섰다 <골목>',
    description: '밤길이 밝아졌다는 이야기.',
    siteName: '동네 신문 · news.example.org',
  }
  const times = { triedAt: clock.now(), fetchedAt: clock.now(), createdAt: clock.now() }
  const image = { imageKey, imageWidth: 400, imageHeight: 300 }
  await ctx.db('link_cards').insert({ urlHash: urlHash(url), url, status: 'ready', ...words, ...image, ...times })
  return url
}

/** A film and a document. @returns their Markdown */
async function keepOthers(site: Site, owner: Viewer): Promise<string[]> {
  const path = join(site.ctx.config.varDir, 'other')
  const kept: string[] = []
  for (const [name, data] of [
    ['여름.mp4', anMp4()],
    ['회의록.pdf', aPdf()],
  ] as const) {
    await writeFile(path, data)
    const { stored } = await storeFiles(site.ctx, owner, { ...pictureLimits, kinds: ['video', 'file'] }, [{ path, name }])
    kept.push(stored[0]?.markdown ?? '')
  }
  return kept
}

/** @returns its Markdown */
async function keepPicture(site: Site, owner: Viewer, name: string): Promise<string> {
  const path = join(site.ctx.config.varDir, `picture-${name}`)
  await writeFile(
    path,
    await sharp({ create: { width: 900, height: 600, channels: 3, background: '#8a6d4b' } })
      .png()
      .toBuffer(),
  )
  const { stored } = await storeFiles(site.ctx, owner, pictureLimits, [{ path, name }])
  if (!stored[0]) throw new Error(`the picture ${name} was refused`)
  return stored[0].markdown
}

const pathsOf = (board: Board, posts: Awaited<ReturnType<typeof writePosts>>): Omit<FilledSite['posts'], 'question'> =>
  Object.fromEntries(Object.entries(posts).map(([name, { number }]) => [name, postPath(board, number)])) as Omit<
    FilledSite['posts'],
    'question'
  >
