import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A function for a test: its code as CommonJS, and further properties of its resource. */
export interface TestFunction {
  code: string;
  properties?: Record<string, unknown>;
}

/** The CloudFormation resource of a function whose code is the asset of that name. */
function functionResource(stackName: string, name: string, properties: Record<string, unknown> = {}) {
  return {
    Type: 'AWS::Lambda::Function',
    Properties: {
      FunctionName: `${stackName}-${name}`,
      Code: { S3Bucket: { 'Fn::Sub': `assets-\${AWS::AccountId}` }, S3Key: `${name}.zip` },
      Handler: 'index.handler',
      Runtime: 'nodejs24.x',
      ...properties,
    },
  };
}

/**
 * Writes a cloud assembly as the CDK would: the template, the manifest of assets, and a folder for each function.
 * The logical id of function `echo` is `Echo`.
 * @returns the folder.
 */
export function writeAssembly(
  functions: Record<string, TestFunction>,
  resources: Record<string, unknown> = {},
  stackName = 'Test',
): string {
  const folder = mkdtempSync(join(tmpdir(), 'twin-test-'));
  const files: Record<string, unknown> = {};
  const own: Record<string, unknown> = {};
  for (const [name, { code, properties }] of Object.entries(functions)) {
    mkdirSync(join(folder, `asset.${name}`));
    writeFileSync(join(folder, `asset.${name}`, 'index.js'), code);
    files[name] = {
      source: { path: `asset.${name}`, packaging: 'zip' },
      destinations: { here: { bucketName: 'assets', objectKey: `${name}.zip` } },
    };
    own[logicalId(name)] = functionResource(stackName, name, properties);
  }
  writeFileSync(
    join(folder, `${stackName}.template.json`),
    JSON.stringify({ Resources: { ...own, ...resources } }),
  );
  writeFileSync(join(folder, `${stackName}.assets.json`), JSON.stringify({ version: '1', files }));
  return folder;
}

export function logicalId(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
