import type { Reader } from '../../context.ts'
import type { SiteSettings } from './settings.types.ts'

export const siteInformation = (_reader: Reader, _settings: SiteSettings): { label: string; value: string; href: string | null }[] => []
