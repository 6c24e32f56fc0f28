import type { FitVerdict } from '../../../domain/fit/fit.ts';
import { isFreeMail } from '../../../domain/fit/free-mail.ts';
import { answerDeadline } from '../../../domain/handover/overdue.ts';
import { leadProofsOf } from '../../../domain/handover/qualify.ts';
import { domainOf } from '../../../domain/identity/email.ts';
import { valuesOf } from '../../../domain/identity/profile.ts';
import { calendarAddress } from '../../handover/answer-address.ts';
import { outsideLine } from '../../handover/dossier/outside-text.ts';
import { dossierWords } from '../../handover/dossier/words.ts';
import { deskWords } from '../desk/words.ts';
import { lacksOf } from '../leads/why.ts';
import { leadsWords } from '../leads/words.ts';
import { pages } from '../pages.ts';
import type { LeadView } from './lead-view.ts';
import { leadWords } from './words.ts';

interface Props {
  view: LeadView;
  fit: FitVerdict;
  score: number;
  /** The link that calls it. */
  call?: string | undefined;
}

/** Who it is, how it stands, what is next, and how to reach it with one press. */
export function LeadHeader({ view, fit, score, call }: Props) {
  const { lead, contact, who, profile, language } = view;
  const words = leadWords[view.language];
  const { jobTitle = '' } = valuesOf(profile);
  const about = words.of(outsideLine(jobTitle, 60), outsideLine(contact.company ?? '', 60));
  const { phone } = contact;
  const domain = domainOf(profile.email);
  const isKeptBack = fit === 'bad' && lead.readiness === 'ready';
  return (
    <header class="card who">
      <h1>{who}</h1>
      {about && <p class="about">{about}</p>}
      {!isFreeMail(domain) && (
        <p>
          <a href={`${pages.companies}/${encodeURIComponent(domain)}`}>{domain}</a>
        </p>
      )}
      <p class="tags">
        <span class="tag">{words.stages[lead.stage]}</span>{' '}
        <span class={`tag ${fit}`}>{dossierWords[language].fit[fit]}</span>{' '}
        <span class={lead.readiness === 'not-ready' || isKeptBack ? 'tag' : 'tag good'}>
          {words.readiness[lead.readiness]}
        </span>{' '}
        <span class="tag">{words.score.ofPoints(score)}</span>
      </p>
      <p class={isLate(view) ? 'next late' : 'next'}>{nextText(view, { fit, score })}</p>
      <Owner view={view} />
      <div class="buttons">
        {call && phone && (
          <a class="button" href={call}>
            {words.call(outsideLine(phone, 40))}
          </a>
        )}
        <a class="button second" href={`mailto:${encodeURIComponent(profile.email).replace('%40', '@')}`}>
          {words.mail(profile.email)}
        </a>
      </div>
      {!call && phone && <p>{words.phone(outsideLine(phone, 40))}</p>}
    </header>
  );
}

function Owner({ view: { lead, language, times, colleague } }: { view: LeadView }) {
  const { to, answer, status, owner: given, callBack } = lead.handover ?? {};
  const owner = given ?? (status === 'accepted' ? (answer?.by ?? to) : status === 'open' ? to : undefined);
  const { owner: withWhom, callBack: calls } = leadWords[language];
  return (
    <>
      {owner && <p class="quiet">{withWhom(colleague(owner))}</p>}
      {callBack && (
        <p>
          {calls(times.moment(callBack.at), colleague(callBack.by))}{' '}
          <a href={calendarAddress(lead.id)}>{deskWords[language].calendar}</a>
        </p>
      )}
    </>
  );
}

function isLate({ lead: { handover }, playbook, now }: LeadView): boolean {
  return handover?.status === 'open' && answerDeadline(handover, playbook.agreement) < now;
}

type Standing = Pick<Props, 'fit' | 'score'>;

/** What a lead lacks before it goes to sales, in the words of the list of leads. */
function whyWithMarketing({ lead, profile, playbook, language }: LeadView, { fit, score }: Standing): string {
  const { why } = leadsWords[language];
  if (fit === 'bad') return why.badFit;
  const { interest, permission } = leadProofsOf(lead);
  if (!interest && !permission) return why.unproven.both;
  if (!interest) return why.unproven.interest;
  if (!permission) return why.unproven.permission;
  const { email } = profile;
  const lacks = lacksOf({ language, playbook }, { fit, score, email, values: valuesOf(profile) });
  return lacks.join('. ') || why.ready;
}

/** What is next, and until when. */
function nextText(view: LeadView, standing: Standing): string {
  const { lead, times, colleague, playbook, language } = view;
  const { handover, won, lost, returned } = lead;
  const { next } = leadWords[language];
  if (handover?.status === 'open') {
    const until = times.moment(answerDeadline(handover, playbook.agreement));
    return isLate(view) ? next.late(until) : next.take(until);
  }
  switch (lead.stage) {
    case 'sal':
      return next.qualify(
        colleague(handover?.answer?.by ?? ''),
        times.moment(handover?.answer?.at ?? lead.stageAt),
      );
    case 'sql':
      return next.prove;
    case 'opportunity':
      return next.close;
    case 'customer':
      return next.won(times.day(won?.at ?? lead.stageAt));
    case 'lost':
      return next.lost(times.day(lost?.at ?? lead.stageAt), outsideLine(lost?.reason ?? ''));
    case 'name':
    case 'lead':
    case 'mql': {
      if (lead.stalled) return next.stalled;
      if (returned === undefined) return next.nurture(whyWithMarketing(view, standing));
      return next.returned(times.day(returned.at), dossierWords[language].returnReasons[returned.reason]);
    }
  }
}
