import { consentFor, EVERY_SUBJECT } from '../../../domain/identity/mail-consent.ts';
import type { PermissionProof } from '../../../domain/identity/permission-proofs.ts';
import { closedAddress } from '../../../domain/nurture/feedback.ts';
import type { Mailing } from '../../../domain/nurture/mailing.ts';
import { outsideLine } from '../../handover/dossier/outside-text.ts';
import type { LeadView } from './lead-view.ts';
import { leadWords } from './words.ts';

interface Props {
  view: LeadView;
  mailing: Mailing;
}

/** Whether it may be mailed, about what, and each proof of that in its words. */
export function ConsentSection({ view, mailing }: Props) {
  const { lead, profile, times, now } = view;
  const words = leadWords[view.language].consent;
  const { pausedUntil = '' } = mailing;
  return (
    <section class="card" id="consent">
      <h2>{words.title}</h2>
      <p>
        {words.mail[lead.mail]} {words.tracking[lead.tracking]}
      </p>
      <Closed view={view} mailing={mailing} />
      {pausedUntil > now && <p class="notice">{words.paused(times.day(pausedUntil))}</p>}
      <Subjects view={view} mailing={mailing} />
      {profile.permissions.length > 0 && (
        <details>
          <summary>{words.proofs}</summary>
          {profile.permissions.toReversed().map((proof) => (
            <Proof view={view} proof={proof} />
          ))}
        </details>
      )}
    </section>
  );
}

function Closed({ view: { language, times }, mailing }: Props) {
  const closed = closedAddress(mailing);
  if (closed === undefined) return null;
  const { why, at, tryFrom } = closed;
  const words = leadWords[language].consent;
  return (
    <p class="notice refusal">
      {words.closed[why](times.day(at))} {tryFrom && words.tryFrom(times.day(tryFrom))}
    </p>
  );
}

function Subjects({ view, mailing }: Props) {
  const { lead, playbook, language } = view;
  const words = leadWords[view.language].consent;
  if (lead.mail !== 'granted' && lead.mail !== 'pending') return null;
  const unticked = Object.entries(mailing.subjects).flatMap(([subject, isTicked]) =>
    isTicked || consentFor(lead, subject) === 'none' ? [] : [[subject, 'withdrawn'] as const],
  );
  const subjects = {
    ...(lead.subjects ?? { [EVERY_SUBJECT]: lead.mail }),
    ...Object.fromEntries(unticked),
  };
  return (
    <ul class="plain">
      {Object.entries(subjects).map(([subject, is]) => (
        <li>
          {subject === EVERY_SUBJECT
            ? words.everything
            : (playbook.mailing.subjects[subject]?.[language] ?? outsideLine(subject))}
          : {words.subject[is]}
        </li>
      ))}
    </ul>
  );
}

function Proof({ view, proof }: { view: LeadView; proof: PermissionProof }) {
  const { times, playbook, language } = view;
  const words = leadWords[view.language].consent;
  const form = playbook.forms[proof.form]?.title[language] ?? outsideLine(proof.form);
  return (
    <figure class="message">
      <blockquote>{outsideLine(proof.wording, 500)}</blockquote>
      <figcaption class="small quiet">
        {[
          words.given(form, times.moment(proof.at)),
          proof.confirmedAt ? words.confirmed(times.moment(proof.confirmedAt)) : words.notConfirmed,
          ...(proof.page ? [words.on(outsideLine(proof.page, 80))] : []),
        ].join(' · ')}
      </figcaption>
    </figure>
  );
}
