import { may } from '../../../../domain/console/viewer.ts';
import type { Enrolment, HandChange } from '../../../../domain/nurture/enrolment/enrolment.ts';
import { summariseEnrolment } from '../../../../domain/nurture/enrolment/enrolment-summary.ts';
import type { Mailing } from '../../../../domain/nurture/mailing.ts';
import { isIssueSequence } from '../../../../domain/nurture/newsletter-issue.ts';
import { nextStep, planOf } from '../../../../domain/nurture/plan.ts';
import type { Step } from '../../../../domain/nurture/sequence.ts';
import { dayOf } from '../../../../domain/time.ts';
import { outsideLine } from '../../../handover/dossier/outside-text.ts';
import { listed } from '../../../language.ts';
import { inPlace } from '../../parts/in-place.ts';
import { startText } from '../../sequences/start-text.ts';
import type { LeadView } from '../lead-view.ts';
import { courseWords } from './words.ts';

interface Props {
  view: LeadView;
  mailing: Mailing;
  enrolments: readonly Enrolment[];
}

/** The sequences that it is or was in, with the next mail; who may can pause, resume or end one, or skip a mail. */
export function CoursesSection({ view, mailing, enrolments }: Props) {
  const words = courseWords[view.language];
  const courses = enrolments
    .filter(({ sequence, repeats }) => !isIssueSequence(sequence) && !repeats)
    .sort((a, b) => (a.startedAt > b.startedAt ? -1 : 1));
  return (
    <section class="card" id="courses">
      <h2>{words.title}</h2>
      {courses.length === 0 && <p class="quiet">{words.none}</p>}
      {courses.map((enrolment) => (
        <Course view={view} mailing={mailing} enrolment={enrolment} />
      ))}
    </section>
  );
}

function Course({ view, mailing, enrolment }: Omit<Props, 'enrolments'> & { enrolment: Enrolment }) {
  const { lead, profile, playbook, times, language, colleague } = view;
  const words = courseWords[view.language];
  const { sequence, sent, skipped, byHand } = enrolment;
  const { status, nextAt } = summariseEnrolment(enrolment, { lead, profile, mailing }, playbook);
  const plan = planOf(sequence, profile, playbook);
  const next = status === 'done' || status === 'ended' || !plan ? undefined : nextStep(enrolment, plan)?.step;
  const waits = enrolment.status === 'active' && !enrolment.held ? enrolment.waits : undefined;
  // One whose sequence was taken out of the playbook is stored as ended when its next mail would be due.
  const isRemoved = enrolment.status === 'active' && plan === undefined;
  const why = enrolment.status === 'ended' ? enrolment.why : isRemoved ? 'sequence-removed' : undefined;
  const steps = plan?.sequence.steps ?? [];
  const mailOf = (id: string) => headingOf(view, steps.find((step) => step.id === id) ?? { mail: id });
  const gone = Object.entries(sent).map(([id, at]) => `${mailOf(id)} (${times.day(at)})`);
  // Of an event that was neither moved nor cancelled there was nothing to say.
  const isUnsaid = (id: string) => typeof steps.find((step) => step.id === id)?.event === 'string';
  const left = Object.entries(skipped).flatMap(([id, why]) =>
    why === 'repeated' || isUnsaid(id) ? [] : [mailOf(id)],
  );
  const mails = (list: string[]) => listed(language, list);
  return (
    <article class="course">
      <h3>
        {plan?.sequence.title[language] ?? outsideLine(sequence)}{' '}
        <span class="tag">{words.status[status]}</span>
      </h3>
      {plan && <p class="small quiet">{startText(plan.sequence.start, language, playbook)}</p>}
      {next && (
        <p>
          {nextAt === null
            ? words.nextWithout(headingOf(view, next))
            : words.next(headingOf(view, next), times.moment(nextAt))}
        </p>
      )}
      {waits && waits !== 'not-yet' && <p class="small quiet">{words.waits[waits]}</p>}
      {why && <p class="small quiet">{words.ended[why]}</p>}
      {byHand && (
        <p class="small quiet">{words.last[byHand.did](colleague(byHand.by), times.moment(byHand.at))}</p>
      )}
      {gone.length > 0 && <p class="small quiet">{words.sent(mails(gone))}</p>}
      {left.length > 0 && <p class="small quiet">{words.skipped(mails(left))}</p>}
      {may(view.viewer, 'change-nurture') && next && next.kind !== 'requested' && (
        <Changes view={view} enrolment={enrolment} next={next} />
      )}
    </article>
  );
}

/** A button for each change that is possible now. */
function Changes({ view, enrolment, next }: { view: LeadView; enrolment: Enrolment; next: Step }) {
  const { address } = view;
  const words = courseWords[view.language];
  const changes: HandChange['did'][] = [enrolment.held ? 'resume' : 'pause', 'skip', 'end'];
  return (
    <div class="buttons">
      {changes.map((change) => (
        <form method="post" action={address} {...inPlace}>
          <input type="hidden" name="action" value={`${change}-sequence`} />
          <input type="hidden" name="sequence" value={enrolment.sequence} />
          <input type="hidden" name="startedAt" value={dayOf(enrolment.startedAt)} />
          <input type="hidden" name="step" value={next.id} />
          <input type="hidden" name="_seen" value={enrolment.byHand?.at ?? ''} />
          <button type="submit" class="second">
            {words.do[change]}
          </button>
        </form>
      ))}
    </div>
  );
}

/** The subject line of a mail of the playbook, or its name. */
function headingOf({ playbook, profile, shownSubject }: LeadView, { mail }: Pick<Step, 'mail'>): string {
  const head = playbook.mails[mail]?.[profile.locale];
  return `“${head ? shownSubject(head) : outsideLine(mail)}”`;
}
