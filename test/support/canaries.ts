/** Words that stand only where some may not read. They show nowhere else, in no title, excerpt, feed or count. */
export const canaries = {
  hiddenPost: 'canaryhiddenpost',
  waitingPost: 'canarywaitingpost',
  hiddenComment: 'canaryhiddencomment',
  secretComment: 'canarysecretcomment',
  deletedComment: 'canarydeletedcomment',
  membersOnly: 'canarymembersonly',
  staffOnly: 'canarystaffonly',
  adultsOnly: 'canaryadultsonly',
  looseImage: 'canarylooseimage',
} as const
