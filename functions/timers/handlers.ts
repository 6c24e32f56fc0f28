import { isErasure } from '../../shared/store/identity/erasure.ts';
import { leadEntity } from '../../shared/store/identity/lead-entity.ts';
import { linkEntity } from '../../shared/store/identity/links.ts';
import { leadOfKey } from '../../shared/store/keys.ts';
import { abTestEntity } from '../../shared/store/nurture/ab-tests.ts';
import { mailEntity } from '../../shared/store/nurture/mails.ts';
import type { RollUp } from '../../shared/store/reports/report-totals.ts';
import { offerStalled } from '../../shared/usecases/handover/offer-stalled.ts';
import { foldDirectory } from '../../shared/usecases/identity/directory/fold-directory.ts';
import { finishErasure } from '../../shared/usecases/identity/finish-erasure.ts';
import { type Handler, jobsIn, ownJobs } from '../../shared/usecases/jobs/sweep.ts';
import type { ScoringSystem } from '../../shared/usecases/lead-system.ts';
import { decideAbTest } from '../../shared/usecases/nurture/ab-test/decide-ab-test.ts';
import { countReactions } from '../../shared/usecases/nurture/count-reactions.ts';
import { mailHandler } from '../../shared/usecases/nurture/send-due-mail/mail-handler.ts';
import type { MailSender } from '../../shared/usecases/nurture/send-due-mail/mail-sender.ts';
import { type IssueRun, sendIssue } from '../../shared/usecases/nurture/send-issue.ts';
import { rollUp } from '../../shared/usecases/reports/roll-up.ts';
import { type RepairRun, repairLeads } from '../../shared/usecases/scoring/repair-leads.ts';
import { type RescoreRun, rescoreLeads } from '../../shared/usecases/scoring/rescore-leads.ts';
import { rescoreNewLink } from '../../shared/usecases/scoring/rescore-new-link.ts';
import { scoreLead } from '../../shared/usecases/scoring/score-lead/score-lead.ts';

/** What `timers` does: all that no other function sweeps. Make them anew for each sweep. */
export function handlersOf(system: MailSender & ScoringSystem): readonly Handler[] {
  return [
    mailHandler(system, 'marketing-mail'),
    ownJobs('erase', ({ of }) => finishErasure(system, leadOfKey(of)), isErasure),
    jobsIn(leadEntity, 'lead', ({ lead }) => scoreLead(system, lead, [])),
    jobsIn(linkEntity, 'link', ({ visitor }) => rescoreNewLink(system, visitor)),
    jobsIn(abTestEntity, 'decide-test', ({ name }) => decideAbTest(system, name)),
    jobsIn(mailEntity, 'reactions', ({ mail }) => countReactions(system, mail)),
    ownJobs('issue', ({ data }, { isTimeUp }) => sendIssue(system, data as IssueRun, isTimeUp)),
    ownJobs('roll-up', ({ data }, { isTimeUp }) => rollUp(system, data as RollUp, isTimeUp)),
    ownJobs('directory', ({ data }, { isTimeUp }) => foldDirectory(system, data, isTimeUp)),
    ownJobs('offers', (_, { isTimeUp }) => offerStalled(system, isTimeUp)),
    ownJobs('rescore', ({ data }, { isTimeUp }) => {
      if ('repair' in data) return repairLeads(system, data as RepairRun, isTimeUp);
      return rescoreLeads(system, data as RescoreRun, isTimeUp);
    }),
  ];
}
