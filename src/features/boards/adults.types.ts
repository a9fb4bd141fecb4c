import { Forbidden } from '../../lib/http/errors.ts'
import type { Board } from './boards.types.ts'

/** Whatever was asked for on a board for adults, there or not, whoever doesn't count as one is answered with the board's gate. */
export class AdultsOnly extends Forbidden {
  readonly board: Board

  constructor(board: Board) {
    super('for adults only', 'adults.message')
    this.board = board
  }
}
