/** One setting as `views/console/_field.ejs` prints it. */
export interface SettingField {
  /** Of its element: the name, unless another form of the page has a field of that name. */
  id: string
  name: string
  label: string
  kind: 'line' | 'number' | 'area' | 'choice' | 'tick'
  value: string
  help: string
  /** What it is without the owner's doing. */
  standard: string | null
  error: string | null
  choices: { value: string; label: string; selected: boolean }[]
  max: number
  rows: number
  required: boolean
  /** Of the text that is typed, for screen readers and spelling. */
  lang: 'ko' | 'en' | null
}

export interface SettingsForm {
  id: string
  action: string
  parts: { heading: string; about: string | null; fields: SettingField[] }[]
  /** Over all fields, for the summary on top. */
  errors: Record<string, string>
  submitLabel: string
  cancelPath: string | null
}

/** Shorter than the log's column: a change of level is noted before it. */
export const REASON_LENGTH = 400

export interface MemberRow {
  id: number
  nickname: string
  login: string
  email: string
  level: number
  status: 'active' | 'suspended' | 'left'
  createdAt: Date
}

export interface TodayFigures {
  posts: number
  comments: number
  members: number
}

/** Beyond this a figure of today says "1,000+": it must not take longer as the site grows. */
export const MOST_TODAY = 1_000
