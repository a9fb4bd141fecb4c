/** Things in an order that somebody who runs the site gives them, as `views/console/arranged.ejs` prints them. */
export interface ArrangedPage {
  heading: string
  about: string
  none: string
  newPath: string
  newLabel: string
  rows: ArrangedRow[]
}

export interface ArrangedRow {
  name: string
  /** What it is. */
  facts: string[]
  /** Hangs below the row before. */
  isBelow: boolean
  editPath: string
  acts: { path: string; label: string; icon: string; possible: boolean }[]
}

/** Asks before something goes for good. */
export interface RemovePage {
  heading: string
  advice: string
  action: string
  submitLabel: string
  cancelPath: string
}
