import { transitions } from '../../../shared/domain/handover/transitions.ts';
import { possibleActions } from '../../../shared/domain/handover/with-action.ts';
import { STAGES, type Stage } from '../../../shared/domain/identity/lead.ts';
import { handedOver, handover } from './handed-over.ts';

/** The text of the lifecycle's README, as the code has it. `npm run docs` writes it. */
export function lifecycleReadme(): string {
  return `# Lifecycle

From a name to a customer, and back. \`transitions.ts\` is the whole of it: each way from one stage to another has a
name, and \`move\` does not compile from a stage that it does not begin in. \`qualify.ts\` takes those of the system,
\`with-action.ts\` those of sales. This file is made from the code, and a test keeps it so.

\`\`\`mermaid
stateDiagram-v2
    [*] --> name
${arrows().join('\n')}
    customer --> [*]
\`\`\`

| transition | by | needs | what follows |
| --- | --- | --- | --- |
${rows().join('\n')}

## What sales can do, and when

| stage | what is possible |
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
