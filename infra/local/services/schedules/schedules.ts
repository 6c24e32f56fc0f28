import type { Invoker } from '../../lambda/invoker.ts';
import type { Part } from '../../part.ts';
import type { Journal } from '../../storage/journal.ts';
import type { Resource } from '../../template/resource.ts';
import { type Activity, skipIdleFirings } from './idle-firings.ts';
import { isSchedule, readSchedule, type ScheduleDefinition } from './schedule-definition.ts';

interface SchedulesContext extends Activity {
  resources: readonly Resource[];
  journal: Journal;
  invoker: Invoker;
}

export interface Schedules extends Part {
  /** Learns that a function queried a partition of an index while it handled an event. */
  queried(functionId: string, event: string, partition: string): void;
}

/** EventBridge Scheduler, run by the virtual clock. */
export function openSchedules(context: SchedulesContext): Schedules {
  const { resources, journal, clock, invoker } = context;
  const definitions = resources.filter(isSchedule).map((resource) => readSchedule(resource, resources));
  const started = clock.now();
  for (const definition of definitions) initialise(journal, definition, started);
  const idle = skipIdleFirings(context, definitions);

  function dueOf({ logicalId }: ScheduleDefinition): number {
    const stored = 'SELECT due FROM schedules WHERE name = ?';
    return journal.first<{ due: number }>(stored, logicalId)?.due ?? started;
  }
  const nextOf = (definition: ScheduleDefinition) => idle.next(definition, dueOf(definition));

  return {
    pending: () => 0,
    nextDue: () => (definitions.length > 0 ? Math.min(...definitions.map(nextOf)) : undefined),
    async runDue() {
      const now = clock.now();
      for (const definition of definitions) {
        const due = dueOf(definition);
        if (due > now) continue;
        const isIdle = nextOf(definition) > now;
        journal.transaction(() => {
          setDue(journal, definition, nextAfter(definition, due, now));
          if (!isIdle) invoker.invokeLater(definition.functionId, JSON.parse(definition.input));
        });
        if (!isIdle) idle.fired(definition, now);
      }
    },
    queried: idle.queried,
    async stop() {},
  };
}

/** Stores when a new or changed schedule fires first. */
function initialise(journal: Journal, definition: ScheduleDefinition, now: number): void {
  const { logicalId, expression, period } = definition;
  const stored = journal.first('SELECT expression FROM schedules WHERE name = ?', logicalId);
  if (stored?.expression !== expression) setDue(journal, definition, now + period);
}

/** Nothing makes up for firings that were skipped, or that were missed while the twin was off. */
function nextAfter({ period }: ScheduleDefinition, due: number, now: number): number {
  return due + period > now ? due + period : now + period;
}

function setDue(journal: Journal, { logicalId, expression }: ScheduleDefinition, due: number): void {
  journal.run(
    'INSERT OR REPLACE INTO schedules (name, expression, due) VALUES (?, ?, ?)',
    logicalId,
    expression,
    due,
  );
}
