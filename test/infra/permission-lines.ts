import type { Template } from 'aws-cdk-lib/assertions';
import type { FunctionName } from '../../shared/contract/environment.ts';
import { resources, withoutHash } from './synthesized.ts';

interface Statement {
  Action: string | string[];
  Resource: unknown;
  Condition?: unknown;
}

/** What a function may do, one line for each action on each resource, such as `sqs:SendMessage on Queueslate`. */
export function permissionsOf(template: Template, name: FunctionName): string[] {
  const role = resources(template, 'AWS::IAM::Role').get(`Functions${name}Role`);
  const statements: Statement[] = role.Policies[0].PolicyDocument.Statement;
  return statements.flatMap(lines).sort();
}

function lines({ Action, Resource, Condition }: Statement): string[] {
  const condition = Condition ? ` if ${JSON.stringify(Condition)}` : '';
  return [Action]
    .flat()
    .flatMap((action) => [Resource].flat().map((resource) => `${action} on ${told(resource)}${condition}`));
}

/** An ARN in short: the resource of the template that it means, or what stands behind the account. */
function told(arn: unknown): string {
  const text = write(arn);
  return text.split('AWS::AccountId:').at(-1) as string;
}

function write(value: unknown): string {
  if (typeof value === 'string') return value;
  const [[intrinsic, argument]] = Object.entries(value as object) as [[string, never]];
  if (intrinsic === 'Ref') return withoutHash(argument);
  if (intrinsic === 'Fn::Join') return (argument[1] as unknown[]).map(write).join(argument[0]);
  if (intrinsic === 'Fn::GetAtt') {
    const [logicalId, attribute] = argument as [string, string];
    return attribute === 'Arn' ? withoutHash(logicalId) : `${withoutHash(logicalId)}.${attribute}`;
  }
  throw new Error(`An ARN with ${intrinsic}`);
}
