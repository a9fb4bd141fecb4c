/** Who is here now. */
export const onlinePath = '/visitors/online'
/** Where a member chooses whether to be named there. */
export const onlineChoicePath = '/me#online'

/** The statistics for readers of the site. */
export const openStatisticsPath = '/visitors/statistics'

/** @param open the page that everybody may read, where the owner publishes it */
export function ledgerPath(open: boolean, query: { month?: string; format?: 'csv' | 'json' } = {}): string {
  const parts = new URLSearchParams(query).toString()
  return `${open ? '' : '/console'}/visitors/ledger${parts === '' ? '' : `?${parts}`}`
}

/** Its page is the console's. */
export const visitSettingsPath = '/console/visitors/settings'
export const visitPolicyPath = `${visitSettingsPath}/policy`

export const visitImportPath = '/console/visitors/import'
export const undoImportPath = ({ id }: { id: number | ':import' }): string => `${visitImportPath}/${id}/undo`

/** An image of nothing. */
export const nothingToSee = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'

/** Asked for by a page that tells that it is shown. */
export function shownPagePath(told: { receipt: string; from?: string | undefined; again?: 'yes' | undefined; met?: 'yes' }): string {
  const given = Object.entries(told).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return `/visitors/shown.svg?${new URLSearchParams(given)}`
}
