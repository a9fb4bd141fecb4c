/** A button that stays pressed (추천, 스크랩), in a page and in the answer to script, which then changes it where it stands. */
export interface PressButton {
  pressed: boolean
  /** What a press asks for: the thing, or that it be taken back. */
  wish: string
  count: string | null
}
