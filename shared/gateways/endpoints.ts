export type Environment = Readonly<Record<string, string | undefined>>;

/** The endpoint of Lambda. */
export async function lambdaEndpoint(region: string, env: Environment): Promise<URL> {
  const given = env.AWS_ENDPOINT_URL_LAMBDA ?? env.AWS_ENDPOINT_URL;
  if (given !== undefined) return new URL(given);
  const { partition } = await import('@aws-sdk/core/client');
  return new URL(`https://lambda.${region}.${partition(region).dnsSuffix}`);
}

/** The endpoint of user pools. */
export async function userPoolEndpoint(region: string, env: Environment): Promise<URL> {
  const given = env.AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER ?? env.AWS_ENDPOINT_URL;
  if (given !== undefined) return new URL(given);
  const { partition } = await import('@aws-sdk/core/client');
  return new URL(`https://cognito-idp.${region}.${partition(region).dnsSuffix}`);
}

/**
 * The endpoint of DynamoDB, chosen as the SDK does: one from the environment, else that of the region's partition,
 * with FIPS or dual-stack when the environment asks for it.
 */
export async function dynamoDbEndpoint(region: string, env: Environment): Promise<URL> {
  const given = env.AWS_ENDPOINT_URL_DYNAMODB ?? env.AWS_ENDPOINT_URL;
  if (given !== undefined) return new URL(given);
  const { partition } = await import('@aws-sdk/core/client');
  const { name, dnsSuffix, dualStackDnsSuffix } = partition(region);
  const isDualStack = env.AWS_USE_DUALSTACK_ENDPOINT === 'true';
  // The common endpoint of GovCloud is FIPS already.
  const isFips = env.AWS_USE_FIPS_ENDPOINT === 'true' && (isDualStack || name !== 'aws-us-gov');
  return new URL(
    `https://dynamodb${isFips ? '-fips' : ''}.${region}.${isDualStack ? dualStackDnsSuffix : dnsSuffix}`,
  );
}

/** The endpoint of a message's queue: its own URL, from the template. */
export async function queueEndpoint(_region: string, _env: Environment, input: object): Promise<URL> {
  return new URL((input as { QueueUrl: string }).QueueUrl);
}
