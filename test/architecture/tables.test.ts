import { expect, test } from 'vitest'
import { sourceFiles } from './source-files.ts'

/** Each table has one writer: the feature (or library) named here. */
const owners: Record<string, string> = {
  members: 'members',
  member_tokens: 'members',
  member_mutes: 'mutes',
  settings: 'settings',
  board_groups: 'boards',
  boards: 'boards',
  board_moderators: 'boards',
  board_numbers: 'boards',
  board_group_members: 'boards',
  board_categories: 'boards',
  board_addresses: 'boards',
  board_merges: 'boards',
  posts: 'posts',
  post_bodies: 'posts',
  guest_keys: 'guest-keys',
  sticker_sets: 'stickers',
  stickers: 'stickers',
  guest_comment_keys: 'guest-keys',
  list_blocks: 'posts',
  post_ranks: 'posts',
  post_addresses: 'posts',
  post_extras: 'posts',
  post_links: 'posts',
  post_votes: 'posts',
  scheduled_posts: 'posts',
  post_tags: 'tags',
  image_copies: 'image-copies',
  post_revisions: 'revisions',
  menu_items: 'menu',
  own_pages: 'pages',
  front_blocks: 'home',
  post_words: 'posts',
  related_posts: 'posts',
  post_reads: 'reading-marks',
  post_read_floors: 'reading-marks',
  post_mentions: 'posts',
  told_mentions: 'posts',
  comments: 'comments',
  comment_mentions: 'comments',
  comment_revisions: 'comments',
  comment_votes: 'comments',
  comment_buckets: 'comments',
  files: 'uploads',
  partial_uploads: 'uploads',
  visits: 'visits',
  visit_keys: 'visits',
  visit_days: 'visits',
  visit_names: 'visits',
  visit_pages: 'visits',
  visit_proofs: 'visits',
  visit_events: 'visits',
  visit_gaps: 'visits',
  visit_speed: 'visits',
  visit_imports: 'visits',
  visit_sums: 'statistics',
  visit_spans: 'statistics',
  visit_notes: 'statistics',
  visit_ledger: 'visits',
  submissions: 'submissions',
  link_cards: 'link-cards',
  link_card_posts: 'link-cards',
  outbox: 'lib/events',
  job_marks: 'lib/events',
  replica_beats: 'lib/db',
  moderation_actions: 'moderation',
  polls: 'polls',
  poll_choices: 'polls',
  poll_votes: 'polls',
  bookmarks: 'bookmarks',
  post_follows: 'post-follows',
  drafts: 'drafts',
  draft_versions: 'drafts',
  kept_forms: 'drafts',
  reports: 'reports',
}

const toSnake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

test('every table of the schema has an owner', () => {
  const created = sourceFiles('migrations', /\.ts$/).flatMap(({ text }) =>
    [...text.matchAll(/CREATE TABLE IF NOT EXISTS (\w+)/g)].map((found) => found[1]),
  )
  const dropped = sourceFiles('migrations', /\.ts$/).flatMap(({ text }) =>
    [...text.matchAll(/DROP TABLE IF EXISTS (\w+)/g)].map((found) => found[1]),
  )
  expect(created.length).toBeGreaterThan(15)
  expect(created.filter((table) => !((table ?? '') in owners) && !dropped.includes(table))).toEqual([])
  expect(Object.keys(owners).filter((table) => !created.includes(table))).toEqual([])
})

test("a repository writes its own feature's tables alone", () => {
  const repositories = sourceFiles('src', /\.repository\.ts$/).filter(({ path }) => !path.startsWith('src/corpus/'))
  expect(repositories.length).toBeGreaterThan(8)
  const strangers = repositories.flatMap(({ path, text }) => {
    const feature = /features\/([^/]+)\//.exec(path)?.[1] ?? /src\/(lib\/[^/]+)\//.exec(path)?.[1]
    const written = [
      ...[...text.matchAll(/(?:INSERT (?:IGNORE )?INTO|UPDATE|DELETE FROM|REPLACE INTO)\s+(\w+)/g)].map((found) => found[1] ?? ''),
      ...text
        .split(/\n(?=export |const |async function|function )/)
        .flatMap((piece) =>
          /\.(insert|update|delete|increment|decrement)\(/.test(piece)
            ? [...piece.matchAll(/\b(?:db|trx)(?:<[^>]*>)?\('(\w+)'\)/g)].map((found) => toSnake(found[1] ?? ''))
            : [],
        ),
    ]
    return [...new Set(written)].filter((table) => table in owners && owners[table] !== feature).map((table) => `${path} writes ${table}`)
  })
  expect(strangers).toEqual([])
})
