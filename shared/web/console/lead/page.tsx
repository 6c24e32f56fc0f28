import { may } from '../../../domain/console/viewer.ts';
import { fitOf, withSalesVerdict } from '../../../domain/fit/fit.ts';
import type { SalesAction } from '../../../domain/handover/actions/action.ts';
import type { LeadMessage } from '../../../domain/identity/lead-page.ts';
import { valuesOf } from '../../../domain/identity/profile.ts';
import type { Enrolment } from '../../../domain/nurture/enrolment/enrolment.ts';
import type { Mailing } from '../../../domain/nurture/mailing.ts';
import { scoreLine } from '../../../domain/scoring/score-line.ts';
import { ActionForms } from '../../handover/action-forms.tsx';
import type { ActionFormsView } from '../../handover/action-forms-view.ts';
import { Problems } from '../../handover/problems.tsx';
import { handoverWords } from '../../handover/words.ts';
import { inPlace } from '../parts/in-place.ts';
import { ConsentSection } from './consent.tsx';
import { CoursesSection } from './courses/courses.tsx';
import { Details, FitSection } from './details.tsx';
import { LeadHeader } from './header.tsx';
import { Messages } from './messages.tsx';
import { SalesSection } from './sales.tsx';
import { ScoreSection } from './score.tsx';
import { Timeline, type TimelineProps } from './timeline.tsx';
import { leadWords } from './words.ts';

/** What became of a form of the page. */
export interface Notice {
  text: string;
  isRefusal: boolean;
}

interface Props extends TimelineProps {
  mailing: Mailing;
  messages: readonly LeadMessage[];
  enrolments: readonly Enrolment[];
  /** What sales did last, oldest first. */
  actions: readonly SalesAction[];
  /** The link that calls it. */
  call?: string | undefined;
  /** The forms for what the reader can do now. */
  forms: ActionFormsView;
  notice?: Notice | undefined;
}

/** One lead: who it is, why now, what to do next, and how it came to this. */
export function LeadPage(props: Props) {
  const { view, mailing, messages, enrolments, actions, call, forms, notice } = props;
  const { lead, profile, playbook, now, language, viewer, address } = view;
  const fit = withSalesVerdict(fitOf(profile.email, valuesOf(profile), playbook.fit), lead.judged);
  const score = scoreLine(lead.points, playbook.scoring, now);
  return (
    <div class="lead">
      {notice && <NoticePart {...notice} />}
      <Problems view={forms} words={handoverWords[language]} />
      <LeadHeader view={view} fit={fit.verdict} score={score.total} call={call} />
      <div class="columns">
        <div class="now">
          <Messages view={view} messages={messages} />
          {forms.possible.length > 0 && (
            <div class="card" {...inPlace}>
              <ActionForms view={forms} words={handoverWords[language]} />
            </div>
          )}
          <ScoreSection view={view} score={score} />
        </div>
        <div class="side">
          <SalesSection view={view} actions={actions} />
          <Details view={view} />
          <FitSection view={view} fit={fit} />
          <ConsentSection view={view} mailing={mailing} />
          <CoursesSection view={view} mailing={mailing} enrolments={enrolments} />
          {may(viewer, 'erase') && <a href={`${address}/erase`}>{leadWords[language].erase.link}</a>}
        </div>
        <Timeline {...props} />
      </div>
    </div>
  );
}

function NoticePart({ text, isRefusal }: Notice) {
  return (
    <p class={isRefusal ? 'notice refusal' : 'notice'} role={isRefusal ? 'alert' : 'status'}>
      {text}
    </p>
  );
}
