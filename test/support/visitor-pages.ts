import type { PageKind } from './every-page.ts'

/** The counter's pages, and those of the console that are about it. */
export const visitorPages: PageKind[] = [
  { name: 'visitors', as: 'owner', door: '/console/visitors', path: () => '/console/visitors' },
  { name: 'ledger of visitors', as: 'owner', door: '/console/visitors/ledger', path: () => '/console/visitors/ledger' },
  { name: 'statistics that nobody published', as: 'guest', door: '/visitors/statistics', path: () => '/visitors/statistics', status: 404 },
  { name: 'statistics outside the console', as: 'owner', door: '/visitors/statistics', path: () => '/visitors/statistics' },
  { name: 'ledger that nobody published', as: 'guest', door: '/visitors/ledger', path: () => '/visitors/ledger', status: 404 },
  { name: 'settings of the counter', as: 'owner', door: '/console/visitors/settings', path: () => '/console/visitors/settings' },
  {
    name: 'settings of the counter with errors',
    as: 'owner',
    door: '/console/visitors/settings',
    path: () => '/console/visitors/settings',
    status: 422,
    sends: { form: '#visit-settings-form', fields: { visitStartTotal: '-', visitUncountedAddresses: '10', visitBotWords: 'Chrome' } },
  },
  { name: 'who is here now', as: 'guest', door: '/visitors/online', path: () => '/visitors/online' },
  { name: 'who is here now, of a member', as: 'member', door: '/visitors/online', path: () => '/visitors/online' },
  ...['times', 'sources', 'pages', 'readers', 'bots', 'searches', 'speed'].map(
    (part): PageKind => ({
      name: `visitors: ${part}`,
      as: 'owner',
      door: `/console/visitors/${part}`,
      path: () => `/console/visitors/${part}`,
    }),
  ),
  {
    name: 'how a post was read',
    as: 'owner',
    door: '/console/visitors/posts/:post',
    path: ({ statistics }) => `/console/visitors/posts/${statistics.post}`,
  },
  { name: 'notes on the statistics', as: 'owner', door: '/console/visitors/notes', path: () => '/console/visitors/notes' },
  {
    name: 'notes on the statistics with errors',
    as: 'owner',
    door: '/console/visitors/notes',
    path: () => '/console/visitors/notes',
    status: 422,
    sends: { form: '#note-form', fields: { day: '', text: '' } },
  },
  {
    name: 'a note to be deleted',
    as: 'owner',
    door: '/console/visitors/notes/:note/delete',
    path: ({ statistics }) => `/console/visitors/notes/${statistics.note}/delete`,
  },
  { name: 'import of visitors', as: 'owner', door: '/console/visitors/import', path: () => '/console/visitors/import' },
  {
    name: 'import of visitors looked at',
    as: 'owner',
    door: '/console/visitors/import',
    path: () => '/console/visitors/import',
    sends: { form: '#import-form', fields: { text: '2011-01-01,1684\n2012-01-01,2154' } },
  },
  {
    name: 'import of visitors with errors',
    as: 'owner',
    door: '/console/visitors/import',
    path: () => '/console/visitors/import',
    status: 422,
    sends: { form: '#import-form', fields: { text: `2011-01-01,${'many'.repeat(30)}` } },
  },
  {
    name: 'undo an import',
    as: 'owner',
    door: '/console/visitors/import/:import/undo',
    path: ({ statistics }) => `/console/visitors/import/${statistics.import}/undo`,
  },
  { name: 'visitors of a year', as: 'owner', door: '/console/visitors', path: () => '/console/visitors?period=365' },
]
