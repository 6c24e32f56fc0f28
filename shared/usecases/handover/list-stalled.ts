import { rankOf } from '../../domain/handover/stalled/rank.ts';
import { traitsOf } from '../../domain/handover/stalled/traits.ts';
import { type ErasedLead, isErased, type Lead } from '../../domain/identity/lead.ts';
import { valuesOf } from '../../domain/identity/profile.ts';
import { putStalled, removeStalled } from '../../store/handover/stalled.ts';
import { getProfile } from '../../store/identity/profiles.ts';
import type { Table } from '../../store/table.ts';
import { summedUp } from '../reports/counted-so-far.ts';

type Image = Lead | ErasedLead | undefined;

/**
 * Whoever chooses asks for as many outcomes as the playbook says. The list, which is much longer than what is chosen,
 * is in order of the chances somewhat earlier.
 */
const FEW_OUTCOMES = { enoughOutcomes: 10 };

/**
 * Puts a lead in the list of those that are stalled when it became so, and takes it off when it moved. The changes of
 * a lead come in their order, so the list is right once the last of them came, however often they do.
 */
export async function listStalled(table: Table, before: Image, after: Image): Promise<void> {
  if (isListed(after)) {
    if (!isListed(before)) await list(table, after);
  } else if (isListed(before)) await removeStalled(table, before.id);
}

async function list(table: Table, lead: Lead): Promise<void> {
  const { id, score } = lead;
  const [profile, { tallies }] = await Promise.all([
    getProfile(table, id, { isConsistent: false }),
    summedUp(table, 'trait'),
  ]);
  const traits = traitsOf(lead, score, profile ? valuesOf(profile) : {});
  await putStalled(table, { lead: id, score, traits }, rankOf({ score, traits }, tallies, FEW_OUTCOMES));
}

function isListed(image: Image): image is Lead {
  return image !== undefined && !isErased(image) && image.stalled === true;
}
