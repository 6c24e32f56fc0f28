import type { LeadId } from '../../../../shared/domain/identity/ids.ts';
import { isErased } from '../../../../shared/domain/identity/lead.ts';
import { DAY_MS, plus } from '../../../../shared/domain/time.ts';
import { leadEntity } from '../../../../shared/store/identity/lead-entity.ts';
import { getLead } from '../../../../shared/store/identity/leads.ts';
import { profilesOf } from '../../../../shared/store/identity/profiles.ts';
import { jobsIn, ownJobs } from '../../../../shared/usecases/jobs/sweep.ts';
import { enrol } from '../../../../shared/usecases/nurture/enrol.ts';
import { mailHandler } from '../../../../shared/usecases/nurture/send-due-mail/mail-handler.ts';
import { type IssueRun, sendIssue } from '../../../../shared/usecases/nurture/send-issue.ts';
import { scoreLead } from '../../../../shared/usecases/scoring/score-lead/score-lead.ts';
import { Sending } from '../../nurture/sending.ts';
import { dueOfTimers, sweepTimers } from '../../sweep-timers.ts';
import type { Population } from './population.ts';

/** Enrols everybody in the sequences that they started, as the stream does. */
export async function enrolStarted(all: Population): Promise<void> {
  const { table, ids } = all;
  const { playbook, now } = all.system();
  for (const id of ids) {
    const lead = await getLead(table, id);
    if (lead === undefined || isErased(lead)) continue;
    for (const [sequence, startedAt] of Object.entries(lead.started ?? {})) {
      const start = { lead: id, sequence, startedAt, playbook: 1 };
      await enrol({ table, now, playbook, sendDueMail: async () => {} }, start);
    }
  }
}

/** Lets a week pass in which nobody does anything. @returns the mails that each lead got, as sequence and step */
export async function livedWeek(all: Population): Promise<Map<LeadId, Set<string>>> {
  const { table, ids } = all;
  const system = all.system();
  const sending = new Sending(table);
  const until = plus(all.now, 7 * DAY_MS);
  const mails = sending.system({ playbook: system.playbook });
  const handlers = [
    mailHandler({ ...mails, now: () => all.now }, 'marketing-mail'),
    ownJobs('issue', ({ data }) => sendIssue(system, data as IssueRun, () => false)),
    jobsIn(leadEntity, 'lead', ({ lead }) => scoreLead(system, lead, [])),
  ];
  for (let at = all.now; ; ) {
    all.now = at;
    sending.now = at;
    await sweepTimers({ ...sending.jobs, now: () => all.now }, handlers);
    const due = (await dueOfTimers(table, until)).filter(
      ({ SK }) => SK.startsWith('S#') || SK === 'LEAD' || SK.startsWith('J#issue'),
    );
    const next = due.map((one) => one.at).sort()[0];
    if (next === undefined || next > until) break;
    at = next > at ? next : plus(at, 60_000);
  }
  const profiles = await profilesOf(table, ids);
  return new Map(
    ids.map((id) => {
      const own = sending.sent.filter(({ to }) => to[0] === profiles.get(id)?.email);
      return [
        id,
        new Set(own.map(({ tags }) => `${tags['ses:feedback-id-a']} ${tags['ses:feedback-id-b']}`)),
      ];
    }),
  );
}
