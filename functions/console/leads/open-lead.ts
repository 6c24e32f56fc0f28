import type { Context } from 'hono';
import type { LeadId } from '../../../shared/domain/identity/ids.ts';
import { isSaved } from '../../../shared/web/console/values/saved.ts';
import type { ConsoleEnv } from '../console-env.ts';
import type { LeadRoute } from './lead-route.ts';
import { showLead } from './show-lead.tsx';
import { showSaved } from './show-saved.tsx';

/** `GET /console/leads/{id}`: the page of a lead, which after something was saved says so. */
export function openLead(route: LeadRoute, c: Context<ConsoleEnv>, id: LeadId | undefined) {
  const { done } = c.req.query();
  return id !== undefined && isSaved(done) ? showSaved(route, c, id, done) : showLead(route, c, id);
}
