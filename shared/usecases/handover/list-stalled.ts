import { rankOf } from '../../domain/handover/stalled/rank.ts';
import { traitsOf } from '../../domain/handover/stalled/traits.ts';
import { isErased, type Lead, type LeadImage } from '../../domain/identity/lead.ts';
import { valuesOf } from '../../domain/identity/profile.ts';
import { putStalled, removeStalled } from '../../store/handover/stalled.ts';
import { getProfile } from '../../store/identity/profiles.ts';
import { summedTotals } from '../../store/reports/report-totals.ts';
import type { Table } from '../../store/table.ts';

/**
 * The list may rank by chance sooner than the playbook says: it is much longer than what is offered, and whoever
 * chooses from it ranks again by the playbook.
 */
const FEW_OUTCOMES = { enoughOutcomes: 10 };

/**
 * Adds a lead to the list of stalled leads when it stalls, and removes it when it moves. The changes of a lead arrive
 * in order, so the list is right after the last one, also when they arrive again.
 */
export async function listStalled(table: Table, before: LeadImage, after: LeadImage): Promise<void> {
  if (isListed(after)) {
    if (!isListed(before)) await list(table, after);
  } else if (isListed(before)) await removeStalled(table, before.id);
}

async function list(table: Table, lead: Lead): Promise<void> {
  const { id, score } = lead;
  const [profile, { totals }] = await Promise.all([
    getProfile(table, id, { isConsistent: false }),
    summedTotals(table, 'trait'),
  ]);
  const traits = traitsOf(lead, score, profile ? valuesOf(profile) : {});
  await putStalled(table, { lead: id, score, traits }, rankOf({ score, traits }, totals, FEW_OUTCOMES));
}

function isListed(image: LeadImage): image is Lead {
  return image !== undefined && !isErased(image) && image.stalled === true;
}
