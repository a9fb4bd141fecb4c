/** What the comment form loads (public/js/behaviors/comment-tools.js), as one file: lib/views/editor-bundle.ts makes it. */
export { emojiPicker } from './picker.ts'
