import type { Template } from 'aws-cdk-lib/assertions';
import type { FunctionName } from '../../shared/contract/environment.ts';
import { resources, withoutHash } from './synthesized.ts';

interface Statement {
  Action: string | string[];
  Resource: unknown;
  Condition?: unknown;
}

/** A function's permissions, one line for each action and resource, such as `sqs:SendMessage on Queueslate`. */
export function permissionsOf(template: Template, name: FunctionName): string[] {
  const role = resources(template, 'AWS::IAM::Role').get(`Functions${name}Role`);
  const statements: Statement[] = role.Policies[0].PolicyDocument.Statement;
  return statements.flatMap(lines).sort();
}

function lines({ Action, Resource, Condition }: Statement): string[] {
  const condition = Condition ? ` if ${JSON.stringify(Condition)}` : '';
  return [Action]
    .flat()
    .flatMap((action) =>
      [Resource].flat().map((resource) => `${action} on ${shortArn(resource)}${condition}`),
    );
}

/** A short ARN: the resource of the template, or the part after the account. */
function shortArn(arn: unknown): string {
  const text = resolve(arn);
  return text.split('AWS::AccountId:').at(-1) as string;
}

function resolve(value: unknown): string {
  if (typeof value === 'string') return value;
  const [[intrinsic, argument]] = Object.entries(value as object) as [[string, never]];
  if (intrinsic === 'Ref') return withoutHash(argument);
  if (intrinsic === 'Fn::Join') return (argument[1] as unknown[]).map(resolve).join(argument[0]);
  if (intrinsic === 'Fn::GetAtt') {
    const [logicalId, attribute] = argument as [string, string];
    return attribute === 'Arn' ? withoutHash(logicalId) : `${withoutHash(logicalId)}.${attribute}`;
  }
  throw new Error(`An ARN with ${intrinsic}`);
}
