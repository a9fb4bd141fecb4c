/** One setting as `views/console/_field.ejs` prints it. */
export interface SettingField {
  /** Of its element: the name, unless another form of the page has a field of that name. */
  id: string
  name: string
  label: string
  kind: 'line' | 'number' | 'date' | 'area' | 'choice' | 'tick' | 'ticks' | 'slots'
  value: string
  help: string
  /** What it is without the owner's doing. */
  standard: string | null
  error: string | null
  choices: Choice[]
  /** Of several ticks for one setting; each is a field of the form. */
  ticks: { name: string; label: string; checked: boolean }[]
  /** Of one setting's choices in a row. */
  slots: { name: string; label: string; choices: Choice[] }[]
  max: number
  rows: number
  required: boolean
  /** Of the text that is typed, for screen readers and spelling. */
  lang: 'ko' | 'en' | null
}

interface Choice {
  value: string
  label: string
  selected: boolean
}

/** Part of a form under a heading. */
export interface SettingsPart {
  id: string
  heading: string
  about: string | null
  fields: SettingField[]
  /** Rows of a list that is edited as a whole: each opens on its own. */
  rows: { label: string; open: boolean; fields: SettingField[] }[]
  /** To what belongs here and has a page of its own. */
  link: { label: string; path: string } | null
}

export interface SettingsForm {
  id: string
  action: string
  /** Names of the boxes that it shows, for whoever has to tell an empty one from one that was not there; or null. */
  ticks: string | null
  /** Leads to the parts of a long form. */
  menu: { label: string; path: string }[]
  parts: SettingsPart[]
  /** Over all fields, for the summary on top. */
  errors: Record<string, string>
  submitLabel: string
  /** Of a second button that saves nothing; or null. */
  previewLabel: string | null
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

/** A list of members to which one is added by nickname: `views/console/_people.ejs`. */
export interface PeopleSection {
  heading: string
  about: string
  none: string
  members: { nickname: string; path: string; removeLabel: string }[]
  /** How many more there are than the list shows. */
  more: string | null
  removePath: string
  formId: string
  addPath: string
  addLabel: string
  field: SettingField
}

/** Asks before what can't be undone: `views/console/confirm.ejs`. */
export interface ConfirmPage {
  heading: string
  facts: string[]
  warning: string | null
  action: string
  hidden: { name: string; value: string }[]
  /** null: it can't be done, as the warning says. */
  submitLabel: string | null
  cancelPath: string
}

/** One place up or down: `views/console/_moves.ejs`. */
export interface Move {
  path: string
  label: string
  to: 'up' | 'down'
  possible: boolean
}
