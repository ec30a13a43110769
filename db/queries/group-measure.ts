import type {PlacementStatus, ServiceType} from '../../domain/vocabulary.ts';
import type {ReadableDb} from '../connection.ts';

/** Somebody who receives services now, and the plan to which a measure could be added. */
export interface GroupMember {
  readonly recipientId: string;
  readonly placementId: string;
  readonly surname: string;
  readonly firstName: string;
  readonly patronymic: string | null;
  readonly status: PlacementStatus;
  readonly unitId: string | null;
  /** The newest that is not approved yet, a correction too. */
  readonly openPlanId: string | null;
  readonly openStatus: 'draft' | 'filled' | null;
  /** The newest that was approved. */
  readonly lastPlanId: string | null;
  /** JSON: who assigned the measures of the open plan, or of the last one. */
  readonly staffIds: string;
  /** That plan says the same already. */
  readonly hasIt: 0 | 1;
}

/** In the order of their names. `text`: of the measure, as it is kept. */
export function groupMembers(db: ReadableDb, serviceType: ServiceType, text: string): GroupMember[] {
  return db
    .prepare<GroupMember>(
      `WITH asked AS (SELECT ? AS service_type, ? AS text), present AS (
        SELECT s.recipient_id, s.placement_id, s.status, s.name_key,
          (SELECT p.id FROM plan p WHERE p.recipient_id = s.recipient_id AND p.placement_id = s.placement_id
            AND p.status IN ('draft', 'filled') ORDER BY p.drawn_up_on DESC, p.revision DESC LIMIT 1) AS open_id,
          (SELECT p.id FROM plan p WHERE p.recipient_id = s.recipient_id AND p.status NOT IN ('draft', 'filled')
            ORDER BY p.drawn_up_on DESC, p.revision DESC LIMIT 1) AS last_id
        FROM placement_state s WHERE s.current AND s.status IN ('receiving', 'on-leave'))
      SELECT x.recipient_id AS recipientId, x.placement_id AS placementId, r.surname, r.first_name AS firstName,
        r.patronymic, x.status, x.open_id AS openPlanId, o.status AS openStatus, x.last_id AS lastPlanId,
        (SELECT u.unit_id FROM unit_stay u WHERE u.placement_id = x.placement_id AND u.to_on IS NULL) AS unitId,
        (SELECT json_group_array(DISTINCT m.staff_id) FROM measure m
          WHERE m.plan_id = coalesce(x.open_id, x.last_id) AND m.staff_id IS NOT NULL) AS staffIds,
        EXISTS (SELECT 1 FROM measure m WHERE m.plan_id = coalesce(x.open_id, x.last_id)
          AND m.service_type = asked.service_type AND m.text = asked.text) AS hasIt
      FROM asked CROSS JOIN present x CROSS JOIN recipient r ON r.id = x.recipient_id LEFT JOIN plan o ON o.id = x.open_id
      WHERE r.merged_into_id IS NULL
      ORDER BY x.name_key, x.recipient_id`,
    )
    .all(serviceType, text);
}
