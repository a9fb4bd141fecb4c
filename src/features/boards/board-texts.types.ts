import { RENDERER_VERSION, renderMarkdown } from '../../lib/html/markdown.ts'
import type { BoardForm } from './board-form.types.ts'

/** Texts above and below are rendered when they are saved: a page prints them as they are. */
export const renderedBoardTexts = ({
  aboveKo,
  aboveEn,
  belowKo,
  belowEn,
}: Pick<BoardForm, 'aboveKo' | 'aboveEn' | 'belowKo' | 'belowEn'>) => ({
  aboveHtmlKo: renderMarkdown(aboveKo).html,
  aboveHtmlEn: renderMarkdown(aboveEn).html,
  belowHtmlKo: renderMarkdown(belowKo).html,
  belowHtmlEn: renderMarkdown(belowEn).html,
  rendererVersion: RENDERER_VERSION,
})
