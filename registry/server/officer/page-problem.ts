import type {FastifyReply} from 'fastify';
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

export function page(reply: FastifyReply, text: string): FastifyReply {
  return reply.type('text/html; charset=utf-8').send(text);
}
