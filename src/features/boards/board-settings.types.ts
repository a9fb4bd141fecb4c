/** What an administrator sets for one board. Each has its default in `board-form.types.ts` and its explanation in the console. */
export interface BoardSettings {
  look: Look
  /** Markdown, and what it became when it was saved. */
  aboveKo: string
  aboveEn: string
  belowKo: string
  belowEn: string
  aboveHtmlKo: string
  aboveHtmlEn: string
  belowHtmlKo: string
  belowHtmlEn: string
  /** What stands in the field when someone begins to write. */
  defaultText: string
  listLevel: number
  readLevel: number
  writeLevel: number
  replyLevel: number
  commentLevel: number
  uploadLevel: number
  downloadLevel: number
  pageSize: number
  /** How long a post counts as new. */
  newHours: number
  /** Views from which a list calls a post hot; 0: never. */
  hotViews: number
  /** Votes that lift a post into the board's popular list; 0: the board has none. */
  popularVotes: number
  /** How many pinned posts stand above the list. */
  noticeLimit: number
  secret: 'never' | 'choice' | 'always'
  /** Read by members who count as adults, and by those who keep order. */
  adultsOnly: boolean
  /** Names are shown to nobody; unmasking leaves a record. */
  anonymous: boolean
  /** Everyone sees their own posts alone, those who keep order see all. */
  consultation: boolean
  /** Posts wait until somebody who keeps order lets them in. */
  approval: boolean
  /** Members may keep posts here that they alone see. */
  privatePosts: boolean
  uploadCount: number
  uploadMegabytes: number
  /** What the board's files may take together; 0: no limit. */
  roomMegabytes: number
  uploadKinds: UploadKind[]
  /** Made smaller before they leave the writer's device, kept as wide as a screen, or kept as they were taken. */
  pictureSize: PictureSize
  /** Pictures of other sites are fetched and kept; otherwise they are links. */
  copyImages: boolean
  linkCount: number
  extraFields: ExtraField[]
  /** Lengths in characters; a minimum of 0 asks for nothing. */
  bodyMin: number
  bodyMax: number
  commentMin: number
  commentMax: number
  editAfterComments: boolean
  deleteAfterComments: boolean
  /** Who besides its author and those who keep order sees what a post said before it was changed. */
  history: 'everyone' | 'members' | 'staff'
  /** A post that was taken away leaves a page that says so, or none. */
  removed: 'vanish' | 'stub'
  votes: 'up' | 'updown' | 'none'
  /** Who may put a poll into their post. */
  polls: 'members' | 'staff' | 'never'
  sorts: Sort[]
  defaultSort: Sort
  listColumns: ListColumn[]
  categoryRequired: boolean
  /** In which order a post's comments stand for who chose none. */
  commentSort: CommentSort
  /** How many comments with most votes stand on top, of those that have so many; 0: none do. */
  bestComments: number
  bestVotes: number
  commentsEnabled: boolean
  /** Members may write comments that only those concerned read. */
  secretComments: boolean
  feedEnabled: boolean
  searchEnabled: boolean
}

export const looks = ['list', 'gallery', 'cards', 'webzine', 'qna', 'faq'] as const
export type Look = (typeof looks)[number]

export const sorts = ['newest', 'active', 'votes', 'views', 'comments'] as const
export type Sort = (typeof sorts)[number]

export const commentSorts = ['oldest', 'newest', 'best'] as const
export type CommentSort = (typeof commentSorts)[number]

export const listColumns = ['number', 'title', 'author', 'date', 'views', 'votes'] as const
export type ListColumn = (typeof listColumns)[number]

export const uploadKinds = ['image', 'video', 'file'] as const
export type UploadKind = (typeof uploadKinds)[number]

export const pictureSizes = ['shrink', 'screen', 'original'] as const
export type PictureSize = (typeof pictureSizes)[number]

export const extraFieldKinds = ['text', 'number', 'date', 'choice', 'url'] as const
export const EXTRA_FIELDS = 10

/** 여분필드, with a kind. Its values stand under `key`, which stays when the field is renamed or moved. */
export interface ExtraField {
  key: string
  kind: (typeof extraFieldKinds)[number]
  nameKo: string
  nameEn: string
  /** Of a `choice`. */
  choices: string[]
  required: boolean
  /** Shown on the post's page, in the list, or only to those who keep order. */
  onPage: boolean
  inList: boolean
}
