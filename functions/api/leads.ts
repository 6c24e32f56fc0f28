import { Hono } from 'hono';
import { normaliseEmail } from '../../shared/domain/identity/email.ts';
import { isLeadId, type LeadId } from '../../shared/domain/identity/ids.ts';
import { recordLog } from '../../shared/usecases/console/record-log.ts';
import type { CreateSystem } from '../../shared/usecases/identity/create-lead.ts';
import type { EraseSystem } from '../../shared/usecases/identity/erase-lead.ts';
import { readJustAdded } from '../../shared/usecases/identity/just-added.ts';
import type { FindSystem } from '../../shared/usecases/identity/search/find-leads.ts';
import { pageCursor, pageOfCursor } from '../../shared/usecases/identity/search/search-cursor.ts';
import type { LeadSystem } from '../../shared/usecases/lead-system.ts';
import type { AskSystem } from '../../shared/usecases/playbook/ask/ask-system.ts';
import { readTimeline } from '../../shared/usecases/tracking/read-timeline.ts';
import { placeInTimeline, timelineCursor } from '../../shared/usecases/tracking/timeline-cursor.ts';
import type { ApiEnv } from './api-env.ts';
import { readBody } from './body.ts';
import { checked, INVALID, Problem, UNKNOWN } from './problem.ts';
import { queryOf, withoutQuery } from './query.ts';
import { withoutInvalid } from './without-invalid.ts';

export type ApiSystem = CreateSystem & LeadSystem & EraseSystem & FindSystem & AskSystem;

/** Everything under `/api/leads`. What only some requests need is loaded with the first of them. */
export function leadRoutes(system: ApiSystem): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();

  routes.get('/', async (c) => {
    const { listQuery } = await loadSchemas();
    const query = queryOf(c, listQuery);
    await recordLog(system, c.var.actor, {
      kind: 'leads-seen',
      detail: Object.keys(c.req.query()).sort().join(' '),
    });
    const place = query.cursor === undefined ? undefined : pageOfCursor(query.cursor);
    if (query.cursor !== undefined && (query.q === undefined) !== (place === undefined)) {
      throw new Problem(404, 'There is no such page', { cursor: 'This is the `cursor` of another list' });
    }
    if (query.q !== undefined) {
      const { findLeads, readSearch } = await loadSearch();
      const search = readSearch(query.q);
      if (search === undefined) return c.json({ leads: [], cursor: null });
      const { leads, next } = await findLeads(system, search, query, place);
      return c.json({ leads, cursor: next ? pageCursor(next) : null });
    }
    const { listLeads } = await import('../../shared/usecases/identity/list-leads.ts');
    const { leads, next = null } = await listLeads(system, query);
    return c.json({ leads, cursor: next });
  });

  routes.post('/', withoutQuery, async (c) => {
    const { newLead } = await loadSchemas();
    const { valid, ignored } = withoutInvalid(newLead, await readBody(c));
    const address = normaliseEmail(valid.email);
    if (address !== undefined)
      await recordLog(system, c.var.actor, { kind: 'lead-added', about: system.leadId(address) });
    const { createLead } = await import('../../shared/usecases/identity/create-lead.ts');
    const created = await createLead(system, valid, c.req.header('idempotency-key'));
    switch (created.result) {
      case 'accepted': {
        const body = { id: created.id, ignored: [...ignored, ...created.ignored].slice(0, 100) };
        return c.json(body, 202, { Location: `/api/leads/${created.id}` });
      }
      case 'erased':
        throw new Problem(
          409,
          'This person was erased; only an action of the person, such as a form, brings the lead back',
        );
      case 'invalid':
        throw new Problem(422, INVALID, created.errors);
    }
  });

  routes.post('/lookup', withoutQuery, async (c) => {
    const { lookup } = await loadSchemas();
    const { email } = checked(lookup, await readBody(c), 422);
    const address = normaliseEmail(email);
    if (address === undefined) {
      throw new Problem(422, INVALID, {
        email: 'This is not an e-mail address, such as name@company.com',
      });
    }
    const id = system.leadId(address);
    return c.json(await foundLead(id));
  });

  routes.get('/:id', withoutQuery, async (c) => {
    const id = idIn(c.req.param('id'));
    return c.json(await foundLead(id));
  });

  routes.get('/:id/events', async (c) => {
    const id = idIn(c.req.param('id'));
    const { eventsQuery } = await loadSchemas();
    const { cursor, limit } = queryOf(c, eventsQuery);
    const page = { limit, ...(cursor !== undefined && { after: placeInTimeline(cursor) }) };
    const { events, next } = await found(id, () => readTimeline(system, id, page));
    return c.json({ events, cursor: next ? timelineCursor(next) : null });
  });

  routes.post('/:id/actions', withoutQuery, async (c) => {
    const id = idIn(c.req.param('id'));
    // Loaded on demand: the schemas of all actions are a tenth of the cold start.
    const { takeAction } = await import('./actions.ts');
    return c.json(await found(id, () => takeAction(system, id, c)));
  });

  routes.delete('/:id', withoutQuery, async (c) => {
    const id = idIn(c.req.param('id'));
    await recordLog(system, c.var.actor, { kind: 'lead-erased', about: id });
    const { eraseLead } = await import('../../shared/usecases/identity/erase-lead.ts');
    return c.json(await found(id, () => eraseLead(system, id)));
  });

  return routes;

  async function foundLead(id: LeadId) {
    const { readLead } = await import('../../shared/usecases/identity/read-lead/read-lead.ts');
    return found(id, () => readLead(system, id));
  }

  async function found<T>(id: LeadId, read: () => Promise<T | undefined>): Promise<T> {
    const lead = await readJustAdded(system, id, read);
    if (lead === 'not-yet')
      throw new Problem(503, 'This person is still being added; try again in a few seconds');
    if (lead === undefined) throw new Problem(404, UNKNOWN);
    return lead;
  }
}

function idIn(id: string): LeadId {
  if (isLeadId(id)) return id;
  throw new Problem(404, UNKNOWN);
}

async function loadSearch() {
  const [text, find] = await Promise.all([
    import('../../shared/domain/identity/search/search-text.ts'),
    import('../../shared/usecases/identity/search/find-leads.ts'),
  ]);
  return { ...text, ...find };
}

function loadSchemas() {
  return import('../../shared/contract/api-requests.ts');
}
