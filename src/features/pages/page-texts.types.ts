import { RENDERER_VERSION, renderMarkdown } from '../../lib/html/markdown.ts'
import type { PageText } from './pages.types.ts'

export const renderedPage = ({ sourceKo, sourceEn }: Pick<PageText, 'sourceKo' | 'sourceEn'>) => ({
  htmlKo: renderMarkdown(sourceKo).html,
  htmlEn: renderMarkdown(sourceEn).html,
  rendererVersion: RENDERER_VERSION,
})
