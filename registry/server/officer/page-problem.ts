import type {Text} from '../../../domain/text.ts';

/** A page cannot be shown; said in words, with a status. */
export class PageProblem extends Error {
  readonly words: Text;
  readonly statusCode: number;

  constructor(statusCode: number, problem: Text) {
    super(problem.ru);
    this.statusCode = statusCode;
    this.words = problem;
  }
}
