/** The hand-over of a recipient between organisations (paragraphs 11 2), 21 2), 26 2), 35 3) of the Rules). */

export const transferDirections = ['outgoing', 'incoming'] as const;

/**
 *   outgoing   prepared ──▶ sent ──▶ accepted | rejected          prepared, sent ──▶ cancelled
 *   incoming   received ──▶ accepted | rejected
 */
export const transferStates = ['prepared', 'sent', 'received', 'accepted', 'rejected', 'cancelled'] as const;
