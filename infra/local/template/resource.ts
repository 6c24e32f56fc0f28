/** A resource of the template, its intrinsics resolved. */
export interface Resource {
  logicalId: string;
  type: string;
  // biome-ignore lint/suspicious/noExplicitAny: each type of resource has its own properties, which its service checks
  properties: any;
  /** What `Ref` gives: the name of a table, bus, rule or function, the URL of a queue, the ARN of a secret. */
  ref: string;
  arn: string;
  /** What `Fn::GetAtt` gives beside the ARN, e.g. `StreamArn`. */
  attributes?: Record<string, string>;
}

/** Custom resources are run by invoking their function, whatever properties they carry. */
export function isCustomResource(type: string): boolean {
  return type === 'AWS::CloudFormation::CustomResource' || type.startsWith('Custom::');
}

/** Its name without the stack's name and without the hash that CloudFormation appends. */
export function shortName(
  { logicalId, arn }: Pick<Resource, 'logicalId' | 'arn'>,
  stackName: string,
): string {
  const name = arn.split(/[:/]/).at(-1) ?? logicalId;
  const own = name.startsWith(`${stackName}-`) ? name.slice(stackName.length + 1) : name;
  return own === logicalId ? own.replace(/[0-9A-F]{8}$/, '') : own;
}
