import {cellAt} from './calculate.ts';
import {bandOf, noteOf, questionOf, type Place} from './facility.ts';
import type {Condition, Post, Question, StaffNorms} from './norm.ts';
import {questionsOf} from './rule.ts';

/** The questions that can change something for such a place, in the order of the table; none without a column for it. */
export function questionsFor(norms: StaffNorms, place: Place): readonly Question[] {
  const band = bandOf(norms, place);
  if (band === null) return [];
  const position = norms.bands.indexOf(band);
  const ofPosts = providedFor(norms, place, position).flatMap(post => questionsOfPost(post, position));
  const ofVehicles =
    place.kind === 'unit' ? [] : norms.vehicles.limits.flatMap(({needs}) => needs.flatMap(questionsOfCondition));
  return [...new Set([...ofPosts, ...ofVehicles])];
}

/** The posts whose figure stands in the inter-sector norms and has to be entered. */
export function toBeEntered(norms: StaffNorms, place: Place): readonly Post[] {
  const band = bandOf(norms, place);
  if (band === null) return [];
  return providedFor(norms, place, norms.bands.indexOf(band)).filter(({rule}) => rule?.kind === 'inter-sector');
}

function providedFor(norms: StaffNorms, place: Place, position: number): Post[] {
  return norms.posts.filter(
    post => (post.notes.length === 0 || post.notes.includes(noteOf(place))) && cellAt(post, position) !== null,
  );
}

function questionsOfPost(post: Post, position: number): Question[] {
  const ofPost = (post.condition?.needs ?? []).flatMap(questionsOfCondition);
  const {rule} = post;
  if (rule === null || cellAt(post, position) !== 'rule') return ofPost;
  // The beds say how many 24-hour posts may be formed.
  const beds: Question[] = rule.kind === 'posts' ? ['beds'] : [];
  return [...ofPost, ...rule.needs.flatMap(questionsOfCondition), ...beds, ...questionsOf(rule)];
}

function questionsOfCondition(condition: Condition): Question[] {
  switch (condition.kind) {
    case 'flag':
      return [condition.flag];
    case 'at-least':
      return questionOf(condition.of);
    case 'doctors':
      return [];
  }
}
