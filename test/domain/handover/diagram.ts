import { transitions } from '../../../shared/domain/handover/transitions.ts';
import { possibleActions } from '../../../shared/domain/handover/with-action.ts';
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

function rows(): string[] {
  return Object.entries(transitions).map(
    ([name, { by, needs, follows }]) => `| ${name} | ${by} | ${needs} | ${follows} |`,
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
