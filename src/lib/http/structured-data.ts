/** What schema.org says of a page, for the view models to fill: machines read it, readers never see it. */
export interface SiteOfPage {
  name: string
  /** Absolute address of a path on this site. */
  url(path: string): string
}

export type StructuredData = (site: SiteOfPage) => readonly object[]

/** Where the page stands, from the front page down to itself. */
export const breadcrumbs = (site: SiteOfPage, steps: readonly { name: string; path: string }[]): object => ({
  '@context': 'https://schema.org',
  '@type': 'BreadcrumbList',
  itemListElement: [{ name: site.name, path: '/' }, ...steps].map(({ name, path }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name,
    item: site.url(path),
  })),
})
