import { remembered } from '../cache/remember.ts'
import { isLocale, type Locale } from './catalogue.ts'

/** The reader's own choice, else the browser's first language that we speak, else Korean. */
export const chooseLocale = (chosen: unknown, acceptLanguage: string | undefined): Locale =>
  isLocale(chosen) ? chosen : spokenBy(acceptLanguage ?? '')

const KEPT = 200
const spokenBy = remembered(KEPT, (acceptLanguage): Locale => {
  const wanted = acceptLanguage
    .slice(0, 500)
    .split(',')
    .map((entry) => {
      const [tag = '', ...params] = entry.trim().toLowerCase().split(';')
      const quality = params.map((param) => /^\s*q=([\d.]+)/.exec(param)?.[1]).find((q) => q !== undefined)
      return { language: tag.split('-')[0], quality: quality === undefined ? 1 : Number(quality) || 0 }
    })
    .filter(({ language, quality }) => isLocale(language) && quality > 0)
    .sort((a, b) => b.quality - a.quality)
  return (wanted[0]?.language as Locale | undefined) ?? 'ko'
})
