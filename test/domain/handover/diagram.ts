import { possibleActions } from '../../../shared/domain/handover/actions/with-action.ts';
import { type TransitionName, transitions } from '../../../shared/domain/handover/transitions.ts';
import { STAGES, type Stage } from '../../../shared/domain/identity/lead.ts';
import { handedOver, handover } from './handed-over.ts';

/** The README of the lifecycle, generated from the code by `npm run docs`. */
export function lifecycleReadme(): string {
  return `# Hand-over

The stages of a lead, from name to customer and back. \`transitions.ts\` lists every transition between stages; \`move\` does not compile
from a stage in which a transition cannot start. \`qualify.ts\` makes the transitions of the system, \`with-action.ts\`
those of sales. This file is generated from the code by \`npm run docs\`; a test compares them.

\`\`\`mermaid
stateDiagram-v2
    [*] --> name
${arrows().join('\n')}
    customer --> [*]
\`\`\`

| transition | by | needs | consequence |
| --- | --- | --- | --- |
${rows().join('\n')}

## Answers that were wrong

- An answer can be corrected: the action that is right names the number of the one that is wrong. \`correct.ts\` tells the story of the
  hand-over again with the right one in its place. The one rule: all answers must remain possible one after the other.
- \`reopen\` takes back that a lead was won or lost.
- Nothing is thrown away: actions keep their number, and \`standing-actions.ts\` says which of them still stand.
- An answer about an earlier hand-over keeps its kind, since later hand-overs rest on it: a return has another reason, a call another
  outcome. \`correct-earlier.ts\` says what it makes of the lead; the record keeps the last one until the next (\`corrected\`), and the
  reports count it under the names of that hand-over. The lead stays with whom it is.

## What sales can do in each stage

| stage | possible actions |
| --- | --- |
${possible().join('\n')}
`;
}

function arrows(): string[] {
  const labels = new Map<string, string[]>();
  for (const [name, { from, to }] of Object.entries(transitions)) {
    for (const stage of from) {
      const arrow = `${stage} --> ${to}`;
      labels.set(arrow, [...(labels.get(arrow) ?? []), name]);
    }
  }
  return [...labels].map(([arrow, names]) => `    ${arrow}: ${names.join(', ')}`);
}

/** What each transition needs, and what follows from it. */
const words: Record<TransitionName, { needs: string; follows: string }> = {
  recognise: {
    needs: 'target group, interest and permission to be followed up; or a raised hand',
    follows: 'it may be handed over',
  },
  doubt: {
    needs: 'a proof is missing again, and no hand-over is open',
    follows: 'it is not handed over until the proof is back',
  },
  'hand-over': {
    needs:
      'the threshold, with new points after a return; or a raised hand, the only way back for a lost lead',
    follows: 'sales is notified, nurture ends',
  },
  accept: {
    needs: 'an open hand-over; for a stalled lead, an open offer',
    follows: 'it has an owner in sales',
  },
  return: {
    needs: 'a hand-over, and a reason: not ready, unreachable, duplicate or other',
    follows: 'it goes back to marketing, by the rules of the playbook for the reason',
  },
  'return-bad-fit': {
    needs: 'a hand-over, and the reason bad fit',
    follows: 'the fit stays bad, unless it raises its hand and sales qualifies it after all',
  },
  qualify: {
    needs: 'need, urgency, buying stage, decision makers and budget, as the lead described them',
    follows: 'it counts as qualified',
  },
  opportunity: {
    needs: 'evidence of need, budget and authority',
    follows: 'an offer can be made',
  },
  won: {
    needs: 'the value of the deal',
    follows: 'marketing for leads ends',
  },
  lost: {
    needs: 'a reason',
    follows: 'it rests until it raises its hand, or for the number of days in the playbook',
  },
  reopen: {
    needs: 'the number of days in the playbook has passed',
    follows: 'marketing may mail it again; the threshold or a raised hand hands it over',
  },
};

function rows(): string[] {
  return (Object.keys(transitions) as TransitionName[]).map(
    (name) => `| ${name} | ${transitions[name].by} | ${words[name].needs} | ${words[name].follows} |`,
  );
}

function possible(): string[] {
  const row = (what: string, actions: string[]) => `| ${what} | ${actions.join(', ') || 'nothing'} |`;
  return STAGES.flatMap((stage) => [
    ...(stage === 'lead'
      ? [row('lead that is offered as stalled', possibleActions(handedOver({ stage })))]
      : []),
    row(stage, possibleActions(inStage(stage))),
  ]);
}

function inStage(stage: Stage) {
  return stage === 'mql' ? handedOver() : handedOver({ stage, handover: handover({ status: 'accepted' }) });
}
