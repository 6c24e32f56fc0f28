import type { AwsCall } from '../aws-call.ts';

/** The user pool of our own stack, which knows who may sign in by which address. */
export interface UserPool {
  id: string;
  call: AwsCall;
}

/**
 * Lets the owner of an address sign in, with codes by mail and no password. No mail goes out: whoever adds a colleague
 * tells them. Somebody who is there already stays as they are.
 */
export async function createUser({ id, call }: UserPool, email: string): Promise<void> {
  const attributes = { email, email_verified: 'true' };
  await unless('UsernameExistsException', () =>
    call('AdminCreateUser', {
      UserPoolId: id,
      Username: email,
      MessageAction: 'SUPPRESS',
      UserAttributes: Object.entries(attributes).map(([Name, Value]) => ({ Name, Value })),
    }),
  );
}

/** Forgets an address and its passkeys. Somebody whom the pool does not know is no mistake. */
export async function deleteUser({ id, call }: UserPool, email: string): Promise<void> {
  await unless('UserNotFoundException', () => call('AdminDeleteUser', { UserPoolId: id, Username: email }));
}

async function unless(name: string, call: () => Promise<unknown>): Promise<void> {
  try {
    await call();
  } catch (error) {
    if (!(error instanceof Error) || error.name !== name) throw error;
  }
}
