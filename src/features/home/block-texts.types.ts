import { RENDERER_VERSION, renderMarkdown } from '../../lib/html/markdown.ts'
import type { FrontBlock } from './front-blocks.types.ts'

export const renderedBlock = ({ kind, sourceKo, sourceEn }: Pick<FrontBlock, 'kind' | 'sourceKo' | 'sourceEn'>) => ({
  htmlKo: kind === 'text' ? blockHtml(sourceKo) : '',
  htmlEn: kind === 'text' ? blockHtml(sourceEn) : '',
  rendererVersion: RENDERER_VERSION,
})

/** Several texts stand on the front page: the places within one, which are numbered in each, are none here. */
const blockHtml = (source: string): string =>
  renderMarkdown(source).html.replace(/(<[a-z][^>]*?) id="(?:section|note|noteref)-\d{1,3}"/g, '$1')
